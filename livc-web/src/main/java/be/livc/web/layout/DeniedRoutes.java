package be.livc.web.layout;

import be.livc.access.Denials;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Sees to it that no page and no call keeps somebody out in silence, whichever rule refused. */
@Component
public class DeniedRoutes {

    /** The parts of an address that are the program's own, neither a variable nor a wildcard. */
    private static final Pattern FIXED_PART = Pattern.compile("(?<=/)[a-z0-9-]+(?=/|$)");

    private static final int LONGEST_CODE = 60;

    private final Denials denials;

    DeniedRoutes(Denials denials) {
        this.denials = denials;
    }

    /** Records the refusal with a code for the address, where somebody is signed in and it is a denial not yet recorded. */
    public void record(Refusal refusal, HttpServletRequest request) {
        if (request.getAttribute(Actor.class.getName()) instanceof Actor actor
                && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            denials.atTheDoor(actor, refusal, code(route));
        }
    }

    /** The pattern of an address as a code: {@code /dossiers/{id}/plan} is {@code dossiers.plan}. */
    private static String code(String route) {
        String parts =
                FIXED_PART.matcher(route).results().map(MatchResult::group).collect(Collectors.joining("."));
        String code = parts.isEmpty() ? "start" : parts;
        return code.substring(0, Math.min(code.length(), LONGEST_CODE));
    }
}
