package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.Numbers;
import be.livc.casefile.SealedTexts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.Commitment;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.vault.Place;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sheet that tells the local police what came out of an item: drafted after the meeting, put to the vote of all who
 * effectively took part, given out only when all of them agree and nothing in it quotes what was flagged secret (wet
 * 30-07-2018 art. 5; Constitutional Court 52/2021).
 *
 * <pre>
 *   draft ─▶ quotes a secret? ─ yes ─▶ BLOCKED ─┐
 *                 │ no                          ├─▶ redraft: a new version, a new vote
 *                 ▼                             │
 *              VOTING ─ all voted, not all for ─▶ REJECTED
 *                 └──── all voted, all for ──────▶ AGREED ─▶ SENT
 * </pre>
 */
@Component
public class FeedbackSheets {

    private record Compared(SealedTexts secrets, Grant grant) {}

    private final Agenda agenda;
    private final TakingPart takingPart;
    private final SheetRows rows;
    private final SheetReading reading;
    private final SealedTexts.Source texts;
    private final Numbers numbers;
    private final Access access;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final Ledger ledger;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FeedbackSheets(
            Agenda agenda,
            TakingPart takingPart,
            SheetRows rows,
            SheetReading reading,
            SealedTexts.Source texts,
            Numbers numbers,
            Access access,
            Entitlements entitlements,
            Mandates mandates,
            Ledger ledger,
            Vault vault,
            TransactionTemplate transactions,
            Clock clock) {
        this.agenda = agenda;
        this.takingPart = takingPart;
        this.rows = rows;
        this.reading = reading;
        this.texts = texts;
        this.numbers = numbers;
        this.access = access;
        this.entitlements = entitlements;
        this.mandates = mandates;
        this.ledger = ledger;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Drafts a sheet for an item, or redrafts it: the version before is replaced, with its votes. A draft that quotes a
     * secret is kept, blocked, so that its author sees where.
     *
     * @param after the version that its author had before them, 0 for none; empty to take whatever is there
     * @throws Refusal {@code not-closed}, while the meeting goes on; {@code nothing-told}, after an urgent one at which only
     *     tasks were set; changed meanwhile, when somebody else drafted since; invalid {@code text}
     */
    public FeedbackSheetId draft(Actor actor, ConsultationId id, int n, Optional<Integer> after, String text) {
        Compared compared = Objects.requireNonNull(transactions.execute(tx -> {
            AgendaItem item = toDraft(actor, id, n);
            Refusal.requireText("text", text);
            return compare(actor, item);
        }));
        List<Passage> quotes = Quotes.in(text, compared.secrets().openForComparison(vault, compared.grant()));
        return Objects.requireNonNull(
                transactions.execute(tx -> keep(actor, toDraft(actor, id, n), after, text, quotes)));
    }

    private AgendaItem toDraft(Actor actor, ConsultationId id, int n) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        access.toAct(actor, Act.DRAW_UP_SHEET, ObjectType.AGENDA_ITEM, item.id());
        consultation.requireClosed();
        if (consultation.isUrgent() && texts.nothingSaidAt(item.id())) {
            throw Refusal.conflict("nothing-told");
        }
        return item;
    }

    private Compared compare(Actor actor, AgendaItem item) {
        List<UUID> said =
                agenda.itemsOf(item.consultation()).stream().map(AgendaItem::id).toList();
        SealedTexts secrets = texts.secrets(item.caseId(), said);
        return new Compared(
                secrets,
                access.toCompare(
                        actor, ObjectType.AGENDA_ITEM, item.id(), item.caseId().value(), secrets.ids()));
    }

    private FeedbackSheetId keep(
            Actor actor, AgendaItem item, Optional<Integer> after, String text, List<Passage> quotes) {
        Grant grant = access.toAct(actor, Act.DRAW_UP_SHEET, ObjectType.AGENDA_ITEM, item.id());
        rows.hold(item.id());
        List<SheetVersion> before = rows.of(item.id());
        requireFollows(before, after);
        before.forEach(SheetVersion::replace);
        FeedbackSheetId id = new FeedbackSheetId(Ids.next());
        Commitment commitment = Commitment.of(text);
        rows.add(new SheetVersion(
                id,
                numbers.next("TF"),
                item,
                before.size() + 1,
                vault.seal(text, place(item, id, "text"), grant),
                vault.seal(commitment.salt(), place(item, id, "salt"), grant),
                quotes,
                actor.mandate(),
                clock.instant()));
        entitlements.protect(
                ObjectType.FEEDBACK_SHEET,
                id.value(),
                Optional.of(item.caseId().value()),
                Optional.of(item.id()),
                Optional.of(actor.mandate()));
        entitlements.entitle(List.of(id.value()), takingPart.in(item.id()), Why.PRESENT);
        ledger.append(access.entry(actor, Act.DRAW_UP_SHEET.action(), ObjectType.FEEDBACK_SHEET, id.value())
                .inCase(item.caseId().value())
                .because(quotes.isEmpty() ? "drafted" : "blocked")
                .binding(commitment));
        return id;
    }

    /** Whoever wrote it anew had the last version before them, and none has left yet. */
    private static void requireFollows(List<SheetVersion> before, Optional<Integer> after) {
        if (after.filter(version -> version != before.size()).isPresent()) {
            throw Refusal.changedMeanwhile();
        }
        if (before.stream().anyMatch(one -> one.state() == SheetVersion.State.SENT)) {
            throw Refusal.conflict("sheet-sent");
        }
    }

    private static Place place(AgendaItem item, FeedbackSheetId id, String column) {
        return SheetVersion.place(CurrentCell.require(), item.caseId(), id, column);
    }

    /**
     * Votes on a sheet, as one of those who took part; the coordinator records the vote of somebody without an account.
     *
     * @throws Refusal {@code sheet-not-in-vote}, when it is blocked, settled or replaced; forbidden, for whoever did not
     *     take part
     */
    @Transactional
    public void vote(Actor actor, FeedbackSheetId id, MandateId who, boolean agrees) {
        access.toAct(actor, Act.VOTE_ON_SHEET, ObjectType.FEEDBACK_SHEET, id.value());
        SheetVersion version = rows.find(id).orElseThrow(Refusal::notFound);
        List<MandateId> tookPart = takingPart.in(version.agendaItem());
        if (!tookPart.contains(who) || !mayVoteFor(actor, who)) {
            throw Refusal.forbidden();
        }
        if (version.state() != SheetVersion.State.VOTING) {
            throw Refusal.conflict("sheet-not-in-vote");
        }
        rows.vote(id, who, agrees, clock.instant());
        Map<MandateId, Boolean> votes = rows.votes(id);
        version.settle(
                votes.keySet().containsAll(tookPart),
                tookPart.stream().allMatch(one -> votes.getOrDefault(one, false)));
        ledger.append(access.entry(actor, Action.VOTE, ObjectType.FEEDBACK_SHEET, id.value())
                .inCase(version.caseId().value())
                .to(List.of(who.value())));
    }

    private boolean mayVoteFor(Actor actor, MandateId who) {
        boolean hasNoAccount =
                mandates.find(who).filter(mandate -> mandate.user().isEmpty()).isPresent();
        return who.equals(actor.mandate()) || (hasNoAccount && actor.isOneOf(Capacity.COORDINATOR));
    }

    /**
     * The versions of the sheet for an item that this reader sees, the latest first; recorded.
     *
     * @throws Refusal not found, when the reader does not see the item
     */
    public List<FeedbackSheet> of(Actor reader, ConsultationId id, int n) {
        return reading.of(reader, id, n);
    }

    /**
     * One version.
     *
     * @throws Refusal not found, for whoever did not take part
     */
    public FeedbackSheet open(Actor reader, FeedbackSheetId id) {
        return reading.open(reader, id);
    }

    /**
     * A sheet that is in the vote.
     *
     * @param number what people call it
     * @param held what people call the consultation
     * @param n which item of it
     */
    public record InVote(String number, ConsultationId consultation, String held, int n) {}

    /** The sheets of a case that are in the vote, as far as this reader sees their items. */
    public List<InVote> inVote(Actor reader, CaseId caseId) {
        return reading.inVote(reader, caseId);
    }

    /**
     * Gives an agreed sheet out to somebody of the local police. It is compared with the secrets once more: what was
     * flagged after the vote blocks it too.
     *
     * @throws Refusal {@code sheet-quotes-secret}; invalid {@code receiver}, when that is nobody of the police
     */
    public SentSheet export(Actor actor, AgreedSheet sheet, MandateId receiver) {
        Compared compared = Objects.requireNonNull(transactions.execute(tx -> {
            AgendaItem item = toSend(actor, sheet);
            return compare(actor, item);
        }));
        boolean quotes = !Quotes.in(sheet.text(), compared.secrets().openForComparison(vault, compared.grant()))
                .isEmpty();
        if (quotes) {
            throw Refusal.conflict("sheet-quotes-secret");
        }
        return Objects.requireNonNull(transactions.execute(tx -> send(actor, sheet, receiver)));
    }

    private AgendaItem toSend(Actor actor, AgreedSheet sheet) {
        access.toAct(
                actor, Act.DRAW_UP_SHEET, ObjectType.FEEDBACK_SHEET, sheet.id().value());
        SheetVersion version = rows.find(sheet.id()).orElseThrow(Refusal::notFound);
        if (!version.isAgreed()) {
            throw Refusal.conflict("sheet-not-agreed");
        }
        return agenda.find(version.agendaItem()).orElseThrow(Refusal::notFound);
    }

    private SentSheet send(Actor actor, AgreedSheet sheet, MandateId receiver) {
        toSend(actor, sheet);
        Mandate police = mandates.find(receiver)
                .filter(mandate ->
                        mandate.capacity() == Capacity.POLICE || mandate.capacity() == Capacity.INFORMATION_OFFICER)
                .filter(mandate -> mandate.runsAt(clock.instant()))
                .orElseThrow(() -> Refusal.invalid("receiver", "not-police"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SheetVersion version = rows.find(sheet.id()).orElseThrow(Refusal::notFound);
        version.send(receiver, now);
        ledger.append(access.entry(
                        actor,
                        Action.EXPORT,
                        ObjectType.FEEDBACK_SHEET,
                        sheet.id().value())
                .inCase(version.caseId().value())
                .to(List.of(receiver.value())));
        return new SentSheet(sheet.number(), sheet.version(), sheet.text(), police.nameWithPartner(), now);
    }
}
