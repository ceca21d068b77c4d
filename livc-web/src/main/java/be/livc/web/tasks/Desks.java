package be.livc.web.tasks;

import be.livc.casefile.CaseId;
import be.livc.consultation.ConsultationId;
import be.livc.signal.SignalId;
import be.livc.workflow.engine.OpenTask;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows for each step of the process on which screen it is done. */
final class Desks {

    private static final Map<String, String> ON_THE_SIGNAL = Map.of(
            "assessAsCoordinator", "toetsing",
            "assessAsInformationOfficer", "toetsing",
            "assessJointly", "toetsing",
            "decideListing", "lijst");

    private static final Map<String, String> ON_THE_CASE = Map.of(
            "followPlan", "plan",
            "review", "plan",
            "keep", "wissing",
            "decideErasure", "wissing",
            "carryOutErasure", "wissing");

    private static final Set<String> IN_CONSULTATION =
            Set.of("checkConflict", "reviewEmbargo", "openConsultation", "closeConsultation");

    private Desks() {}

    /**
     * Where the step is done. The consultation of a case is looked up when somebody goes there, not for each row: until then
     * the way is by the task's own address.
     *
     * @param signal the signal that the case was born with
     */
    static String href(OpenTask task, Optional<SignalId> signal) {
        String step = task.activityId();
        if (ON_THE_SIGNAL.containsKey(step) && signal.isPresent()) {
            return "/aanmeldingen/" + signal.get() + "/" + ON_THE_SIGNAL.get(step);
        }
        if (ON_THE_CASE.containsKey(step)) {
            return "/dossiers/" + task.caseId() + "/" + ON_THE_CASE.get(step);
        }
        if (step.equals("planConsultation")) {
            return "/overleg/nieuw?dossier=" + task.caseId();
        }
        return IN_CONSULTATION.contains(step) ? "/taken/" + task.id() : "/dossiers/" + task.caseId();
    }

    /** Where a step on a consultation is done. */
    static String consultationHref(OpenTask task, Optional<ConsultationId> consultation) {
        return consultation
                .map(id -> "/overleg/" + id + (task.activityId().equals("closeConsultation") ? "/live" : ""))
                .orElse("/dossiers/" + new CaseId(task.caseId()));
    }
}
