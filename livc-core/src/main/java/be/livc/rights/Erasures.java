package be.livc.rights;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.EmbargoBook;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Towns;
import be.livc.casefile.AddItem;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import be.livc.ledger.Ledger;
import be.livc.ledger.Receipt;
import be.livc.platform.Adding;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.vault.KeyCalendar;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases cases: the coordinator proposes, the mayor decides, the DPO carries out and so confirms it. What remains is in {@link
 * Certificates}.
 */
@Component
public class Erasures {

    /** The code of the words with which a mayor keeps something longer; those of a proposal have its reason. */
    public static final String KEPT = "KEPT";

    private final ErasureRows rows;
    private final CaseFiles cases;
    private final CaseItems items;
    private final CodeLists codeLists;
    private final Access access;
    private final Towns towns;
    private final Ledger ledger;
    private final Vault vault;
    private final Entitlements entitlements;
    private final EmbargoBook embargoes;
    private final KeyCalendar keys;
    private final Clock clock;

    Erasures(
            ErasureRows rows,
            CaseFiles cases,
            CaseItems items,
            CodeLists codeLists,
            Access access,
            Towns towns,
            Ledger ledger,
            Vault vault,
            Entitlements entitlements,
            EmbargoBook embargoes,
            KeyCalendar keys,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.items = items;
        this.codeLists = codeLists;
        this.access = access;
        this.towns = towns;
        this.ledger = ledger;
        this.vault = vault;
        this.entitlements = entitlements;
        this.embargoes = embargoes;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Proposes to erase a case or a signal that went no further.
     *
     * @param asked what is erased: a case, or a signal
     * @param rule the retention rule that its term followed
     * @param given why; empty when nobody says, and then that the term is over, where it is
     * @throws Refusal {@code term-not-over}, when that is said before it is: the certificate tells the reason for ever
     */
    @Transactional
    public void propose(Actor actor, ToErase asked, String rule, Optional<ErasureReason> given) {
        Grant grant = access.toAct(actor, Act.PROPOSE_ERASURE, asked.type(), asked.object());
        ErasureReason reason = given.orElseGet(() -> usual(asked));
        requireTrue(reason, asked);
        keepProposal(actor, asked, rule, reason);
        keepWords(actor, asked, reason, grant);
    }

    /** A reason as somebody gave it: a code of the list, or words, which then are another reason. */
    public ErasureReason reason(String given) {
        return codeLists.has("erasure-reasons", given)
                ? new ErasureReason(given, Optional.empty())
                : new ErasureReason("OTHER", Optional.of(given));
    }

    private ErasureReason usual(ToErase asked) {
        return asked.isOverOn(LocalDate.now(clock)) ? ErasureReason.TERM_OVER : ErasureReason.UNNAMED;
    }

    private void requireTrue(ErasureReason reason, ToErase asked) {
        if (reason.code().equals(ErasureReason.TERM_OVER.code()) && !asked.isOverOn(LocalDate.now(clock))) {
            throw Refusal.invalid("reason", "term-not-over");
        }
    }

    /** What is said in words goes into the case: the mayor reads it, and it goes when the case goes. */
    private void keepWords(Actor actor, ToErase asked, ErasureReason reason, Grant grant) {
        reason.text()
                .ifPresent(text -> items.add(
                        AddItem.of(asked.caseId(), ObjectType.ERASURE, actor.mandate(), text, actor.purpose())
                                .withCode(reason.code()),
                        grant));
    }

    private void keepProposal(Actor actor, ToErase asked, String rule, ErasureReason reason) {
        rows.add(new Erasure(Ids.next(), asked, rule, reason, actor.mandate(), clock.instant()));
        ledger.append(access.entry(
                        actor,
                        Act.PROPOSE_ERASURE.action(),
                        ObjectType.ERASURE,
                        asked.caseId().value())
                .inCase(asked.caseId().value())
                .because("proposed"));
    }

    /**
     * Decides to erase.
     *
     * @throws Refusal {@code wrong-phase}, when that is not proposed, or decided already
     */
    @Transactional
    public void approve(Actor actor, ToErase asked) {
        access.toAct(actor, Act.DECIDE_ERASURE, asked.type(), asked.object());
        rows.proposed(asked.caseId()).approve(actor.mandate(), clock.instant());
        recordDecision(actor, asked, "approved");
    }

    /**
     * Decides to keep the case longer, up to and including a day.
     *
     * @param why nothing is kept beyond its term without a reason; it is sealed with the case
     * @throws Refusal as {@link #approve}; invalid {@code until}, when that day is over; invalid {@code reason}, when it is blank
     */
    @Transactional
    public void keep(Actor actor, ToErase asked, LocalDate until, String why) {
        Grant grant = access.toAct(actor, Act.DECIDE_ERASURE, asked.type(), asked.object());
        if (!until.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("until", "not-in-the-future");
        }
        if (why.isBlank()) {
            throw Refusal.invalid("reason", "required");
        }
        rows.proposed(asked.caseId()).keep(actor.mandate(), until, clock.instant());
        if (asked.type() == ObjectType.CASE) {
            cases.keepUntil(asked.caseId(), until);
        }
        keepWords(actor, asked, new ErasureReason(KEPT, Optional.of(why)), grant);
        recordDecision(actor, asked, "kept");
    }

    private void recordDecision(Actor actor, ToErase asked, String outcome) {
        ledger.append(access.entry(
                        actor,
                        Act.DECIDE_ERASURE.action(),
                        ObjectType.ERASURE,
                        asked.caseId().value())
                .inCase(asked.caseId().value())
                .because(outcome));
    }

    /**
     * Stands in for proposal and decision where a cell has set that the call of its DPO is enough; only the demo has.
     */
    @Transactional
    public void decideByRule(Actor actor, ToErase asked, String rule) {
        access.toAct(actor, Act.ERASE, asked.type(), asked.object());
        keepProposal(actor, asked, rule, usual(asked));
        rows.current(asked.caseId()).approve(actor.mandate(), clock.instant());
        recordDecision(actor, asked, "by-rule");
    }

    /**
     * Carries a decided erasure out: the case key is destroyed, and with it all content of the case is unreadable.
     *
     * @param because the reason to keep in place of the one that was proposed; its words are sealed under the key that is
     *     destroyed here, and so stay nowhere
     * @throws Refusal {@code erasure-not-decided}, when the mayor has not decided to erase; {@code already-erased}; {@code
     *     term-not-over}, when that is the reason to keep and it is not; {@code under-embargo}, while one lies on the case or on anything in it: an investigation may need what nobody can bring back
     */
    @Transactional
    public Certificate carryOut(Actor actor, ToErase asked, Optional<ErasureReason> because) {
        Grant grant = access.toAct(actor, Act.ERASE, asked.type(), asked.object());
        Erasure erasure = rows.current(asked.caseId());
        if (erasure.state() != Erasure.State.APPROVED) {
            throw Refusal.conflict(erasure.state() == Erasure.State.DONE ? "already-erased" : "erasure-not-decided");
        }
        if (!embargoes.in(asked.caseId().value()).isEmpty()) {
            throw Refusal.conflict("under-embargo");
        }
        because.ifPresent(reason -> {
            requireTrue(reason, asked);
            erasure.becauseOf(reason);
            keepWords(actor, asked, reason, grant);
        });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        vault.destroy(asked.caseId().value(), grant);
        entitlements.forgetAll(asked.caseId().value());
        Receipt receipt = ledger.append(access.entry(
                        actor,
                        Act.ERASE.action(),
                        ObjectType.CASE,
                        asked.caseId().value())
                .inCase(asked.caseId().value()));
        erasure.done(actor.mandate(), now, keys.unreadableInBackupsFrom(now), receipt.index());
        return erasure.certificate();
    }

    /**
     * How far the erasure of each of these cases is: PROPOSED, APPROVED or KEPT; a case without one is not in the answer.
     */
    @Transactional(readOnly = true)
    public Map<CaseId, String> states(Collection<CaseId> ids) {
        Map<CaseId, String> states = new HashMap<>();
        for (CaseId id : ids) {
            rows.findFirstByCaseIdOrderByProposedAtDesc(id.value())
                    .ifPresent(erasure -> states.put(id, erasure.state().name()));
        }
        return states;
    }

    /** Why the erasure of a case or signal was last proposed: a code of the list {@code erasure-reasons}. */
    @Transactional(readOnly = true)
    public Optional<String> proposedBecause(CaseId id) {
        return rows.findFirstByCaseIdOrderByProposedAtDesc(id.value()).map(Erasure::reason);
    }

    /** The day up to and including which a case or signal is kept, where that was ever decided: by the last such decision. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> keptUntil(CaseId id) {
        return rows.findFirstByCaseIdAndKeepUntilNotNullOrderByProposedAtDesc(id.value())
                .flatMap(Erasure::keepUntil);
    }

    /**
     * What is in retention: closed cases by the end of their term, numbers and dates, for those who propose, decide or carry
     * out.
     *
     * @throws Refusal not found, for anybody else
     */
    @Transactional
    public List<CaseFacts> inRetention(Actor reader) {
        requireWatches(reader);
        Set<UUID> elsewhere = towns.elsewhere(reader.mandate());
        return cases.inRetention().stream()
                .filter(facts -> !elsewhere.contains(facts.id().value()))
                .toList();
    }

    /**
     * Passes for those who propose, decide or carry out.
     *
     * @throws Refusal not found, for anybody else
     */
    public void requireWatches(Actor reader) {
        boolean watches = Act.PROPOSE_ERASURE.isFor(reader.capacity())
                || Act.DECIDE_ERASURE.isFor(reader.capacity())
                || Act.ERASE.isFor(reader.capacity());
        if (!watches) {
            throw access.denied(reader, ObjectType.ERASURE, reader.cell().value());
        }
    }

    /** The rows behind it. */
    interface ErasureRows extends Repository<Erasure, UUID>, Adding<Erasure> {
        Optional<Erasure> findFirstByCaseIdOrderByProposedAtDesc(UUID caseId);

        Optional<Erasure> findFirstByCaseIdAndKeepUntilNotNullOrderByProposedAtDesc(UUID caseId);

        /** The last proposal to erase a case, for the mayor to decide on; a conflict where there is none. */
        default Erasure proposed(CaseId id) {
            return findFirstByCaseIdOrderByProposedAtDesc(id.value())
                    .orElseThrow(() -> Refusal.conflict("wrong-phase"));
        }

        /** The last proposal to erase a case, and what became of it; a conflict where there is none. */
        default Erasure current(CaseId id) {
            return findFirstByCaseIdOrderByProposedAtDesc(id.value())
                    .orElseThrow(() -> Refusal.conflict("erasure-not-decided"));
        }

        List<Erasure> findAllByStateOrderByErasedAtDesc(Erasure.State state);

        Optional<Erasure> findByLedgerIndex(long index);
    }
}
