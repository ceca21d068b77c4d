package be.livc.web.casefile;

import be.livc.casefile.CaseId;
import be.livc.consultation.Consultations;
import be.livc.signal.SignalId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows for each step of the process on which screen it is done. */
@Component
public class Desks {

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

    private final Consultations consultations;

    Desks(Consultations consultations) {
        this.consultations = consultations;
    }

    /** Whether the step is done in the consultation of its case, which {@link #of} has to look up. */
    public static boolean isInConsultation(String step) {
        return IN_CONSULTATION.contains(step);
    }

    /**
     * Where the step is done.
     *
     * @param signal the signal that the case was born with, where it is still one
     */
    public String of(String step, CaseId id, Optional<SignalId> signal) {
        if (ON_THE_SIGNAL.containsKey(step) && signal.isPresent()) {
            return "/aanmeldingen/" + signal.get() + "/" + ON_THE_SIGNAL.get(step);
        }
        if (ON_THE_CASE.containsKey(step)) {
            return "/dossiers/" + id + "/" + ON_THE_CASE.get(step);
        }
        if (step.equals("planConsultation")) {
            return "/overleg/nieuw?dossier=" + id;
        }
        return isInConsultation(step) ? inConsultation(step, id) : "/dossiers/" + id;
    }

    private String inConsultation(String step, CaseId id) {
        return consultations
                .lastOf(id)
                .map(consultation -> "/overleg/" + consultation + (step.equals("closeConsultation") ? "/live" : ""))
                .orElse("/dossiers/" + id);
    }
}
