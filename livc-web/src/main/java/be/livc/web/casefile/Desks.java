package be.livc.web.casefile;

import be.livc.casefile.CaseId;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.consultation.Consultations;
import be.livc.signal.SignalId;
import be.livc.transfer.Receiving;
import be.livc.transfer.Sending;
import be.livc.workflow.transfer.SharedSteps;
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
            "decideListing", "lijst",
            "checkBasis", "opname",
            "decideAdmission", "opname",
            "keep", "wissing",
            "decideErasure", "wissing",
            "carryOutErasure", "wissing");

    private static final Map<String, String> ON_THE_CASE = Map.ofEntries(
            Map.entry("watchRelease", "vrijlating"),
            Map.entry("prepareRelease", "vrijlating"),
            Map.entry("findDestination", "vrijlating"),
            Map.entry("frozen", "vrijlating"),
            Map.entry("followPlan", "plan"),
            Map.entry("followProgress", "plan"),
            Map.entry("proposeReview", "herziening"),
            Map.entry("review", "plan"),
            Map.entry("keep", "wissing"),
            Map.entry("decideErasure", "wissing"),
            Map.entry("carryOutErasure", "wissing"));

    private static final Set<String> IN_CONSULTATION = Set.of("checkConflict", "openConsultation", "closeConsultation");

    private final Consultations consultations;
    private final Sending sending;
    private final Receiving receiving;
    private final Cells cells;

    Desks(Consultations consultations, Sending sending, Receiving receiving, Cells cells) {
        this.consultations = consultations;
        this.sending = sending;
        this.receiving = receiving;
        this.cells = cells;
    }

    /** The page of the offer that a case of this cell was born from. */
    Optional<String> offerBehind(CaseId id) {
        return receiving.behind(id).map(offer -> "/overdrachten/" + offer);
    }

    /** What the cell is called that offers a case; only the answer to an offer has one. */
    public Optional<String> senderOf(String step, CaseId id) {
        return Optional.of(id)
                .filter(one -> SharedSteps.ANSWERS.contains(step))
                .flatMap(receiving::behind)
                .flatMap(receiving::sender)
                .flatMap(cells::find)
                .map(Cell::name);
    }

    /** Whether the step is done in the consultation of its case, which {@link #of} has to look up. */
    static boolean isInConsultation(String step) {
        return IN_CONSULTATION.contains(step);
    }

    private static boolean isInAHandOver(String step) {
        return SharedSteps.ANSWERS.contains(step) || step.equals(SharedSteps.AWAIT_TRANSFER);
    }

    /** Whether {@link #of} has to look up where the step is done. */
    public static boolean isLookedUp(String step) {
        return isInConsultation(step) || isInAHandOver(step);
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
        if (isInAHandOver(step)) {
            return receiving
                    .behind(id)
                    .filter(offer -> !step.equals(SharedSteps.AWAIT_TRANSFER))
                    .or(() -> sending.lastOf(id))
                    .map(transfer -> "/overdrachten/" + transfer)
                    .orElse("/overdrachten");
        }
        if (step.equals("reviewEmbargo")) {
            return "/dossiers/embargos";
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
