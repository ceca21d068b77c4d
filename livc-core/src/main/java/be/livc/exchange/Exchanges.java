package be.livc.exchange;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.BasisRefs;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.AddItem;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.casefile.CaseView;
import be.livc.casefile.Contents;
import be.livc.casefile.ItemId;
import be.livc.casefile.Subject;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import be.livc.cell.MandateId;
import be.livc.law.Covering;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records what is exchanged on a case with OCAD and for the common database, under the gate, with its exact content. {@link
 * ExchangeReading} shows it.
 */
@Component
public class Exchanges {

    private final MayRecord mayRecord;
    private final QuotedSecrets quotedSecrets;
    private final ExchangeRows rows;
    private final CaseFiles cases;
    private final CaseItems items;
    private final Subjects subjects;
    private final Contents contents;
    private final CodeLists codeLists;
    private final Parties.Source parties;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Exchanges(
            MayRecord mayRecord,
            QuotedSecrets quotedSecrets,
            ExchangeRows rows,
            CaseFiles cases,
            CaseItems items,
            Subjects subjects,
            Contents contents,
            CodeLists codeLists,
            Parties.Source parties,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            TransactionTemplate transactions,
            Clock clock) {
        this.mayRecord = mayRecord;
        this.quotedSecrets = quotedSecrets;
        this.rows = rows;
        this.cases = cases;
        this.items = items;
        this.subjects = subjects;
        this.contents = contents;
        this.codeLists = codeLists;
        this.parties = parties;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records an exchange. What goes out is disclosed to its counterpart: the form, the case and whom it is about. Opens the
     * person under a read of its own first, since the file names them.
     *
     * <p>What goes out is first compared with all that was told in secret on the case, whoever may see it, as a feedback sheet
     * is; unlike a sheet it may quote it, where its own basis allows that: its author confirms, and the log keeps that they did.
     *
     * @throws Refusal {@code exchange-off}, when the cell has not switched it on; not found, when the actor does not see the
     *     case and whom it is about; forbidden, when the form is not theirs; invalid, with every field; {@code quotes-secret},
     *     with every field that does and where in it, until that is confirmed; a conflict with every reason, when no basis
     *     covers the counterpart
     */
    public ItemId record(Actor actor, RecordExchange asked) {
        CaseView view = cases.open(actor, asked.caseId());
        Subject subject = view.subject().orElseThrow(Refusal::notFound);
        boolean quotes = !asked.kind().comesIn() && quotedSecrets.isIn(actor, asked, view);
        return transactions.execute(tx -> keep(actor, asked, view, subject, quotes));
    }

    private ItemId keep(Actor actor, RecordExchange asked, CaseView view, Subject subject, boolean quotes) {
        MayRecord.Allowed allowed = mayRecord.require(actor, asked, view);
        Parties between = parties.of(asked, actor, view.purpose(), allowed.setting());
        ExchangeFile file = ExchangeFile.of(asked, view, subject, between, LocalDate.now(clock));
        CaseItems.Kept kept = items.add(
                AddItem.of(asked.caseId(), ObjectType.EXCHANGE, actor.mandate(), asked.narrative(), view.purpose())
                        .withCode(asked.kind().name())
                        .withDetail(file.counterpart())
                        .onDay(file.recordedOn()),
                allowed.grant());
        ExchangeRows.Exact exact = ExchangeRows.Exact.of(contents.text(file));
        rows.add(kept.id(), asked, between, exact, allowed.grant());
        ledger.append(access.entry(
                        actor, Action.CREATE, ObjectType.EXCHANGE, kept.id().value())
                .inCase(asked.caseId().value())
                .binding(kept.commitment()));
        Action action = asked.kind().comesIn() ? Action.UPDATE : Action.DISCLOSE;
        Entry entry = access.entry(actor, action, ObjectType.EXCHANGE, kept.id().value())
                .inCase(asked.caseId().value())
                .under(BasisRefs.of(between.basis()))
                .binding(exact.commitment());
        if (asked.kind().comesIn()) {
            ledger.append(entry.because("received"));
        } else {
            disclose(kept.id(), asked.caseId(), asked.counterpart(), between.covering());
            Entry told = entry.to(List.of(asked.counterpart().value()));
            ledger.append(quotes ? told.because("quotes-secret") : told);
        }
        return kept.id();
    }

    private void disclose(ItemId id, CaseId caseId, MandateId counterpart, Covering covering) {
        List<UUID> told = new ArrayList<>(List.of(id.value(), caseId.value()));
        subjects.idOf(caseId).ifPresent(told::add);
        entitlements.entitle(told, List.of(counterpart), Why.RECIPIENT, covering);
    }

    /**
     * Records that an exchange left by the partner's own channel.
     *
     * @param channel a code of the list {@code exchange-channels}
     * @throws Refusal {@code already-sent}; {@code comes-in}, for what was received; invalid, when day or channel are wrong
     */
    @Transactional
    public void sent(Actor actor, CaseId caseId, ItemId id, LocalDate day, String channel) {
        access.toAct(actor, Act.RECORD_EXCHANGE, ObjectType.EXCHANGE, id.value());
        ExchangeRows.Row row =
                rows.find(id).filter(found -> found.caseId().equals(caseId)).orElseThrow(Refusal::notFound);
        if (row.kind().comesIn()) {
            throw Refusal.conflict("comes-in");
        }
        codeLists.require("exchange-channels", channel, "channel");
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("sentOn", "in-the-future");
        }
        if (!rows.sent(id, day, channel)) {
            throw Refusal.conflict("already-sent");
        }
        ledger.append(access.entry(actor, Action.UPDATE, ObjectType.EXCHANGE, id.value())
                .inCase(caseId.value())
                .to(List.of(row.counterpart().value()))
                .because("sent"));
    }
}
