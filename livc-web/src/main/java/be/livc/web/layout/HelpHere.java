package be.livc.web.layout;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.workflow.transfer.SharedSteps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where somebody is who asks the helpdesk something from a screen: the process and the step that the screen belongs to, as codes.
 * Nothing of the address goes along, so that a question never says which case it came from.
 *
 * @param definition the process; null on a screen that belongs to none
 * @param step its step; null where the screen belongs to several
 */
public record HelpHere(@Nullable String definition, @Nullable String step) {

    private static final Pattern ANSWERS = Pattern.compile("/helpdesk(?:/.*)?");

    /** The first that fits; the ids in an address are not looked at. */
    private static final Map<Pattern, String> STEPS = new LinkedHashMap<>();

    static {
        steps("/aanmeldingen/[^/]+/lijst.*", "decideListing");
        steps("/aanmeldingen.*", "assessAsCoordinator");
        steps("/overleg/(?:nieuw|spoed).*", "planConsultation");
        steps("/overleg/[^/]+/punten/[^/]+/conflictcheck", "checkConflict");
        steps("/overleg/[^/]+/(?:live|sluiten|verslag|punten/[^/]+/(?:fiche|taak)).*", "closeConsultation");
        steps("/overleg/[^/]+.*", "openConsultation");
        steps("/overleg", "planConsultation");
        steps("/uitnodigingen.*", "planConsultation");
        steps("/dossiers/[^/]+/plan.*", "followPlan");
        steps("/opvolging.*", "followProgress");
        steps("/overdrachten.*", "awaitTransfer");
        steps("/bewaring.*", "keep");
        steps("/(?:dossiers|taken|pivc).*", "");
    }

    /** The main step of a case in each phase. */
    private static final Map<String, String> STEPS_OF_PHASES = Map.ofEntries(
            Map.entry("LISTED", "planConsultation"),
            Map.entry("SCHEDULED", "openConsultation"),
            Map.entry("IN_CONSULTATION", "closeConsultation"),
            Map.entry("PLAN_ACTIVE", "followPlan"),
            Map.entry("FOLLOW_UP", "followProgress"),
            Map.entry("CLOSED", "keep"),
            Map.entry("CANDIDATE", "decideAdmission"),
            Map.entry("BASIS_CHECK", "checkBasis"),
            Map.entry("ADMITTED", "planConsultation"),
            Map.entry("DETENTION_FOLLOW_UP", "followProgress"),
            Map.entry("PRE_RELEASE", "findDestination"),
            Map.entry("TRANSFER_OFFERED", "awaitTransfer"),
            Map.entry("RELOCATED", "frozen"));

    private static void steps(String path, String step) {
        STEPS.put(Pattern.compile(path), step);
    }

    /** Where a screen of this address is, for somebody who may ask; empty for who may not, and where questions are answered. */
    static Optional<HelpHere> at(Actor actor, String path) {
        if (!Act.ASK_DESK.isFor(actor.capacity()) || ANSWERS.matcher(path).matches()) {
            return Optional.empty();
        }
        return Optional.of(STEPS.entrySet().stream()
                .filter(step -> step.getKey().matcher(path).matches())
                .findFirst()
                .map(step -> new HelpHere(definitionOf(actor), step.getValue().isEmpty() ? null : step.getValue()))
                .orElseGet(() -> new HelpHere(null, null)));
    }

    private static String definitionOf(Actor actor) {
        return SharedSteps.processIn(actor.cellKind());
    }

    /** The step at which a case of this phase mostly is; null for a phase without one. */
    public static @Nullable String stepOf(String phase) {
        return STEPS_OF_PHASES.get(phase);
    }

    /**
     * The address at which to ask.
     *
     * @param nearer a step that the page knows better, or null
     * @param error the code of what was refused, or null
     */
    public String href(@Nullable String nearer, @Nullable String error) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/helpdesk/vraag");
        if (definition != null) {
            address.queryParam("proces", definition);
        }
        String at = nearer == null ? step : nearer;
        if (at != null) {
            address.queryParam("stap", at);
        }
        if (error != null) {
            address.queryParam("fout", error);
        }
        return address.encode().toUriString();
    }
}
