package be.livc.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One address of the program with its method, as the program itself lists them.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path with its variables, such as {@code /dossiers/{id}/plan}
 */
record EveryRoute(String method, String path) {

    private static final String OF_SOMETHING = "5f0c1e0a-0000-4000-8000-000000000000";

    private static final Pattern FIRST_VARIABLE = Pattern.compile("^((?:/[a-z0-9-]+)+)/\\{[^/]+}");

    /** What kind of object the first variable of an address names. */
    private static final Map<String, String> OBJECTS = Map.ofEntries(
            Map.entry("/aanmeldingen", "signal"),
            Map.entry("/dossiers", "case"),
            Map.entry("/dossiers/embargos", "embargo"),
            Map.entry("/overleg", "consultation"),
            Map.entry("/uitnodigingen", "consultation"),
            Map.entry("/taken", "task"),
            Map.entry("/overdrachten", "transfer"),
            Map.entry("/avg-verzoeken", "request"),
            Map.entry("/beheer/mandaten", "mandate"),
            Map.entry("/beheer/partners", "partner"),
            Map.entry("/beheer/grondslagen", "basis"),
            Map.entry("/helpdesk/vragen", "question"),
            Map.entry("/helpdesk/cellen", "coaching"),
            Map.entry("/draaiboek/eigen", "article"),
            Map.entry("/coaching", "coaching"),
            Map.entry("/actieplan", "action"),
            Map.entry("/opvolging/herinneringen", "reminder"),
            Map.entry("/api/v1/signals", "signal"),
            Map.entry("/api/v1/cases", "case"),
            Map.entry("/api/v1/consultations", "consultation"),
            Map.entry("/api/v1/tasks", "task"),
            Map.entry("/api/v1/mandates", "mandate"),
            Map.entry("/api/v1/partners", "partner"),
            Map.entry("/api/v1/legal-bases", "basis"),
            Map.entry("/api/v1/documents", "document"),
            Map.entry("/api/v1/embargoes", "embargo"),
            Map.entry("/api/v1/transfers", "transfer"),
            Map.entry("/api/v1/questions", "question"),
            Map.entry("/api/v1/reminders", "reminder"));

    /**
     * Addresses whose variable is no object of a cell: a code, a page of the handbook for all, what the desk has for everyone
     * (its study days, its contacts, its directory of support), a number in the ledger of one's own cell, a job of the engine, of which
     * only the administrator's cell can be meant, or a passkey, of which only one's own.
     */
    private static final Set<String> CODES = Set.of(
            "/api/v1/articles",
            "/api/v1/code-lists",
            "/api/v1/exchange-settings",
            "/api/v1/ledger/receipts",
            "/api/v1/letter-templates",
            "/api/v1/letters",
            "/api/v1/study-days",
            "/api/v1/support-offers",
            "/audit",
            "/beheer/brieven",
            "/beheer/processen/taken",
            "/beheer/uitwisseling",
            "/concepten",
            "/draaiboek",
            "/ondersteuning",
            "/profiel/toegangssleutels",
            "/referentiepersonen",
            "/studiedagen",
            "/zoeken");

    /** Every route of the program's own controllers. */
    static List<EveryRoute> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(one -> isOurs(one.getValue()))
                .flatMap(one -> routes(one.getKey()))
                .filter(route -> !route.path().endsWith("/**"))
                .distinct()
                .sorted(Comparator.comparing(EveryRoute::toString))
                .toList();
    }

    private static boolean isOurs(HandlerMethod handler) {
        String name = handler.getBeanType().getName();
        return name.startsWith("be.livc.") && !name.contains("Gallery");
    }

    private static Stream<EveryRoute> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of(new EveryRoute("GET", path))
                        : methods.stream().map(method -> new EveryRoute(method.name(), path)));
    }

    boolean isCall() {
        return path.startsWith("/api/");
    }

    /** Whether no object of a cell is named in it. What these show, the tests of each screen and list say. */
    boolean isWithoutObject() {
        Matcher first = FIRST_VARIABLE.matcher(path);
        return !path.contains("{") || first.find() && CODES.contains(first.group(1));
    }

    /** The kind of object that it is about; empty for an address that nobody has said anything of. */
    Optional<String> object() {
        Matcher first = FIRST_VARIABLE.matcher(path);
        return first.find() ? Optional.ofNullable(OBJECTS.get(first.group(1))) : Optional.empty();
    }

    /** The address of this object, and of these things in it. */
    String at(String object, Map<String, String> inIt) {
        String filled = path.replaceFirst("\\{[^/]+}", object);
        for (Map.Entry<String, String> variable : inIt.entrySet()) {
            filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        // What lies within an object is not reached by who may not know of it; any id or code will do.
        return filled.replaceAll("\\{[^/]+}", OF_SOMETHING);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
