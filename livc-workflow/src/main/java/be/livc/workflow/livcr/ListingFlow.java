package be.livc.workflow.livcr;

import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.rights.RetentionRules;
import be.livc.rights.RetentionRules.Category;
import be.livc.signal.Joining;
import be.livc.signal.Listing;
import be.livc.signal.SignalId;
import be.livc.signal.Signals;
import be.livc.workflow.engine.Processes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The mayor's decision on the case list. */
@Component
public class ListingFlow {

    /** What the mayor decides about a retained signal. */
    public enum Decision {
        /** A new case. */
        LIST,
        /** Not on the list; the signal is erased at the short term. */
        REFUSE,
        /** Part of a case that runs already. */
        ADD_TO_CASE,
        /** The ground to take a closed case up again. */
        REOPEN
    }

    /**
     * Decides.
     *
     * @param purpose a code of the list {@code purposes}
     * @param purposeText the purpose in words; sealed
     * @param necessity why it is necessary, or why it is refused; sealed
     * @param other the case that it is added to or that it reopens
     */
    public record Decide(
            Decision decision,
            String purpose,
            Optional<String> purposeText,
            String necessity,
            Optional<CaseId> other) {}

    /**
     * What came of it.
     *
     * @param caseId the case that goes on; empty when it was refused
     */
    public record Decided(Optional<CaseId> caseId, Optional<String> number) {}

    private final Signals signals;
    private final Listing listing;
    private final Joining joining;
    private final CaseFiles cases;
    private final RetentionRules retention;
    private final Processes processes;
    private final TransactionTemplate transactions;

    ListingFlow(
            Signals signals,
            Listing listing,
            Joining joining,
            CaseFiles cases,
            RetentionRules retention,
            Processes processes,
            TransactionTemplate transactions) {
        this.signals = signals;
        this.listing = listing;
        this.joining = joining;
        this.cases = cases;
        this.retention = retention;
        this.processes = processes;
        this.transactions = transactions;
    }

    /**
     * Puts a signal on the case list, refuses it, or joins it to a case. Joining reads the signal first, under a read of
     * its own, since its content is sealed anew under the key of the other case.
     *
     * @throws Refusal when a field is missing or wrong, or it is not the time to decide
     */
    public Decided decide(Actor actor, SignalId id, Decide asked) {
        CaseId caseId = signals.caseOf(actor, id);
        if (asked.decision() == Decision.LIST || asked.decision() == Decision.REFUSE) {
            return transactions.execute(tx -> decideAlone(actor, id, caseId, asked));
        }
        CaseId other = asked.other().orElseThrow(() -> Refusal.invalid("caseId", "required"));
        Joining.Opened opened = joining.open(actor, id);
        return transactions.execute(tx -> join(actor, caseId, other, opened, asked));
    }

    private Decided decideAlone(Actor actor, SignalId id, CaseId caseId, Decide asked) {
        processes.hold(caseId.value());
        if (asked.decision() == Decision.REFUSE) {
            listing.refuse(actor, id, asked.necessity());
            processes.complete(
                    caseId.value(),
                    Step.DECIDE_LISTING,
                    Map.of("listing", Decision.REFUSE.name(), "retainUntil", endOfShortTerm()));
            return new Decided(Optional.empty(), Optional.empty());
        }
        String number = listing.list(actor, id, asked.purpose(), asked.purposeText(), asked.necessity());
        processes.complete(caseId.value(), Step.DECIDE_LISTING, Map.of("listing", Decision.LIST.name()));
        return new Decided(Optional.of(caseId), Optional.of(number));
    }

    private Instant endOfShortTerm() {
        return WorkingDays.onMorningOf(
                retention.startingToday(Category.SIGNAL_NOT_RETAINED).until());
    }

    private Decided join(Actor actor, CaseId caseId, CaseId other, Joining.Opened opened, Decide asked) {
        processes.hold(List.of(caseId.value(), other.value()));
        boolean reopens = asked.decision() == Decision.REOPEN;
        if (reopens) {
            processes.complete(other.value(), Step.KEEP, Map.of("retention", Decision.REOPEN.name()));
            cases.reopen(other, caseId);
        } else if (Step.KEPT.stream().anyMatch(processes.open(other.value())::contains)) {
            throw Refusal.invalid("caseId", "case-is-closed");
        }
        joining.join(actor, opened, other, asked.necessity());
        // What was joined goes on in the other case, with that one's process: the engine keeps nothing of this one.
        processes.finish(
                caseId.value(),
                Step.DECIDE_LISTING,
                Map.of("listing", asked.decision().name()));
        return new Decided(Optional.of(other), cases.facts(other).map(facts -> facts.number()));
    }
}
