package be.livc.workflow.livcr;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.EmbargoView;
import be.livc.casefile.LayEmbargo;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.PlanConsultation;
import be.livc.law.LegalBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the people of a town or a prison do with a case of their own when everything happens at random: hide it, meet about it, and
 * bring it nearer to its end.
 */
abstract class RandomCasesTestBase extends PrisonTestBase {

    final RandomActs acts = new RandomActs();

    /** Whether it is a prison whose people act now. */
    abstract boolean isPrison();

    /** Who checks for conflicts, and lays and lifts embargoes. */
    String officer() {
        return isPrison() ? PROSECUTOR : OFFICER;
    }

    /** Who chairs, and decides on an erasure. */
    String head() {
        return isPrison() ? DIRECTION : MAYOR;
    }

    /** Who opens a consultation. */
    String opener() {
        return isPrison() ? COORDINATOR : MAYOR;
    }

    /** Who is invited to everything. */
    String[] everyone() {
        return isPrison()
                ? new String[] {COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR}
                : new String[] {MAYOR, COORDINATOR, OFFICER};
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean done(Runnable act) {
        run(act);
        return true;
    }

    /** An embargo on the case, or on one piece of it that the coordinator sees, of one of these kinds. */
    boolean layAnEmbargo(CaseId caseId, Set<ObjectType> pieces) {
        List<LayEmbargo> all = new ArrayList<>(List.of(embargoOn(ObjectType.CASE, caseId.value())));
        seenBy(COORDINATOR, caseId).timeline().stream()
                .filter(piece -> pieces.contains(piece.type()))
                .forEach(piece -> all.add(embargoOn(piece.type(), piece.id().value())));
        return done(() -> embargoFlow.lay(as(officer()), acts.oneOf(all)));
    }

    boolean liftAnEmbargo() {
        EmbargoView lying = acts.oneOf(in(() -> embargoes.of(as(officer()))));
        return done(() -> embargoFlow.lift(as(officer()), lying.id()));
    }

    void liftEveryEmbargo() {
        in(() -> embargoes.of(as(officer()))).forEach(one -> run(() -> embargoFlow.lift(as(officer()), one.id())));
    }

    ConsultationId planned() {
        return in(() -> consultations.plan(as(COORDINATOR), on(today())));
    }

    PlanConsultation on(LocalDate day) {
        return new PlanConsultation(
                day,
                Optional.empty(),
                "Het OCMW",
                bases.all().stream().map(LegalBasis::id).toList(),
                mandate(head()),
                false);
    }

    /** Puts the case on this agenda, as the first of it; no conflict is found. */
    void onTheAgendaFirst(ConsultationId meeting, CaseId caseId) {
        onTheAgenda(meeting, caseId, everyone());
        run(() -> consultationFlow.checkConflict(as(officer()), meeting, 1, noConflict()));
    }

    /** Everyone comes for its first item and signs, and it opens. */
    void opens(ConsultationId meeting) {
        comesAndSigns(meeting, 1, everyone());
        run(() -> consultationFlow.open(as(opener()), meeting));
    }

    /**
     * Does the step that brings a case nearer to its end.
     *
     * @param erase carries out the erasure that was decided
     * @param discuss holds a consultation on it
     */
    boolean nearerToItsEnd(CaseId caseId, Supplier<Boolean> erase, Supplier<Boolean> discuss) {
        Set<String> open = in(() -> processes.open(caseId.value()));
        if (open.contains("carryOutErasure")) {
            return erase.get();
        } else if (open.contains("decideErasure")) {
            return done(() -> erasureFlow.approve(as(head()), caseId));
        } else if (open.contains("keep")) {
            return done(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        } else if (open.contains("frozen")) {
            return done(() -> releases.comeBack(as(head()), caseId));
        } else if (open.contains("planConsultation")) {
            return discuss.get();
        }
        return close(caseId);
    }

    boolean close(CaseId caseId) {
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        return true;
    }
}
