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
import be.livc.cell.Cells;
import be.livc.cell.CodeLists;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.Covering;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Mandates mandates;
    private final Cells cells;
    private final CodeLists codeLists;
    private final Gate gate;
    private final LegalBases bases;
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
            Mandates mandates,
            Cells cells,
            CodeLists codeLists,
            Gate gate,
            LegalBases bases,
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
        this.mandates = mandates;
        this.cells = cells;
        this.codeLists = codeLists;
        this.gate = gate;
        this.bases = bases;
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
        Parties parties = parties(actor, asked, view, allowed.setting());
        ExchangeFile file = file(asked, view, subject, parties);
        CaseItems.Kept kept = items.add(
                AddItem.of(asked.caseId(), ObjectType.EXCHANGE, actor.mandate(), narrative(asked), view.purpose())
                        .withCode(asked.kind().name())
                        .withDetail(file.counterpart())
                        .onDay(file.recordedOn()),
                allowed.grant());
        ExchangeRows.Exact exact = ExchangeRows.Exact.of(contents.text(file));
        rows.add(kept.id(), asked, parties, exact, allowed.grant());
        ledger.append(access.entry(
                        actor, Action.CREATE, ObjectType.EXCHANGE, kept.id().value())
                .inCase(asked.caseId().value())
                .binding(kept.commitment()));
        Action action = asked.kind().comesIn() ? Action.UPDATE : Action.DISCLOSE;
        Entry entry = access.entry(actor, action, ObjectType.EXCHANGE, kept.id().value())
                .inCase(asked.caseId().value())
                .under(BasisRefs.of(parties.basis()))
                .binding(exact.commitment());
        if (asked.kind().comesIn()) {
            ledger.append(entry.because("received"));
        } else {
            disclose(kept.id(), asked.caseId(), asked.counterpart(), parties.covering());
            Entry told = entry.to(List.of(asked.counterpart().value()));
            ledger.append(quotes ? told.because("quotes-secret") : told);
        }
        return kept.id();
    }

    private Parties parties(Actor actor, RecordExchange asked, CaseView view, ExchangeSettings.Setting setting) {
        Mandate counterpart = mandates.find(asked.counterpart()).orElseThrow(Refusal::notFound);
        Covering covering =
                gate.require(bases.countingIn(actor.cellKind()), view.purpose(), List.of(counterpart), clock.instant());
        return new Parties(mandates.require(actor.mandate()), counterpart, covering, setting);
    }

    private ExchangeFile file(RecordExchange asked, CaseView view, Subject subject, Parties parties) {
        return new ExchangeFile(
                ExchangeFile.FORMAT,
                asked.kind(),
                cells.current().name(),
                view.number(),
                LocalDate.now(clock),
                parties.recorder().nameWithPartner(),
                parties.counterpart().nameWithPartner(),
                parties.basis().kind().name(),
                parties.basis().reference(),
                parties.setting().reference(),
                view.purpose(),
                subject,
                asked.fields());
    }

    /** What of the form is written in words: the piece of information that the case shows. */
    private static String narrative(RecordExchange asked) {
        return asked.kind().fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT)
                .map(field -> asked.fields().getOrDefault(field.name(), ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
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
