package be.livc.web.signin;

import be.livc.access.Denials;
import be.livc.cell.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * For the helpdesk and for administrators there are no cases: every address of them is to them one where nothing is. They get
 * the answer of an address that does not exist, and the attempt stands in their own cell's ledger.
 */
@Component
class RoutesByCapacity implements HandlerInterceptor {

    /** The first part of an address that leads to content of cases, with the code under which a denial is recorded. */
    private static final Map<String, String> CASEWORK = Map.ofEntries(
            Map.entry("taken", "tasks"),
            Map.entry("aanmeldingen", "signals"),
            Map.entry("dossiers", "cases"),
            Map.entry("overleg", "consultations"),
            Map.entry("uitnodigingen", "consultations"),
            Map.entry("opvolging", "follow-up"),
            Map.entry("overdrachten", "transfers"),
            Map.entry("bewaring", "retention"),
            Map.entry("measures", "follow-up"),
            Map.entry("reminders", "follow-up"),
            Map.entry("zoeken", "search"),
            Map.entry("transfers", "transfers"),
            Map.entry("pivc", "releases"),
            Map.entry("noodtoegang", "emergency"),
            Map.entry("tasks", "tasks"),
            Map.entry("signals", "signals"),
            Map.entry("cases", "cases"),
            Map.entry("consultations", "consultations"),
            Map.entry("search", "search"));

    private static final Pattern FIRST_PART = Pattern.compile("^/(?:api/v1/)?([^/]+)");

    private final Denials denials;

    RoutesByCapacity(Denials denials) {
        this.denials = denials;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Actor> actor = CurrentActor.of(request);
        Optional<String> casework = caseworkAt(request.getServletPath());
        if (actor.isPresent() && casework.isPresent() && !actor.get().capacity().hasCasework()) {
            throw denials.noDoor(actor.get(), casework.get());
        }
        return true;
    }

    private static Optional<String> caseworkAt(String path) {
        Matcher first = FIRST_PART.matcher(path);
        return first.find() ? Optional.ofNullable(CASEWORK.get(first.group(1))) : Optional.empty();
    }
}
