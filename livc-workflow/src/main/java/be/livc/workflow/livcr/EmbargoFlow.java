package be.livc.workflow.livcr;

import be.livc.access.EmbargoBook.Lying;
import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseId;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.Embargoes;
import be.livc.casefile.LayEmbargo;
import be.livc.cell.Actor;
import be.livc.consultation.ConflictChecks;
import be.livc.platform.Refusal;
import be.livc.workflow.engine.Processes;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Embargoes outside a conflict check, and the review of any. An embargo is a restriction beside the phase: it hides, and the
 * case stays where it is in its process; only one of a conflict check holds the case until its review.
 */
@Component
public class EmbargoFlow {

    private final Embargoes embargoes;
    private final ConflictChecks checks;
    private final OffTheAgenda offTheAgenda;
    private final Processes processes;

    EmbargoFlow(Embargoes embargoes, ConflictChecks checks, OffTheAgenda offTheAgenda, Processes processes) {
        this.embargoes = embargoes;
        this.checks = checks;
        this.offTheAgenda = offTheAgenda;
        this.processes = processes;
    }

    /** Lays an embargo; everyone else sees "opgeschort" from their next request on. */
    @Transactional
    public EmbargoId lay(Actor actor, LayEmbargo asked) {
        return embargoes.lay(actor, asked);
    }

    /** Lifts an embargo; a case that waited for it goes to the meeting that is still to discuss it, or back to where it came from. */
    @Transactional
    public void lift(Actor actor, EmbargoId id) {
        hold(id);
        Lying lifted = embargoes.lift(actor, id);
        if (!lifted.checked()) {
            return;
        }
        checks.embargoLifted(actor, new CaseId(lifted.caseId()));
        if (processes.isOpen(lifted.caseId(), Step.REVIEW_EMBARGO)) {
            offTheAgenda.embargoFell(new CaseId(lifted.caseId()));
        }
    }

    private void hold(EmbargoId id) {
        embargoes.caseOf(id).map(CaseId::value).ifPresent(processes::hold);
    }

    /**
     * Sets another day on which an embargo is looked at again.
     *
     * @throws Refusal when the day does not lie in the future
     */
    @Transactional
    public void prolong(Actor actor, EmbargoId id, LocalDate review) {
        hold(id);
        Lying prolonged = embargoes.prolong(actor, id, review);
        if (prolonged.checked() && processes.isOpen(prolonged.caseId(), Step.REVIEW_EMBARGO)) {
            processes.setDue(prolonged.caseId(), Step.REVIEW_EMBARGO, WorkingDays.onMorningOf(review));
        }
    }
}
