package be.livc.web.layout;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which parts of the program somebody finds at the top of every page, by capacity; the first is their home. */
enum Navigation {
    TASKS("/taken", "tasks", "g t"),
    DECISIONS("/taken", "decisions", "g t"),
    INVITATIONS("/uitnodigingen", "invitations", "g u"),
    SIGNALS("/aanmeldingen", "signals", null),
    CASES("/dossiers", "cases", "g d"),
    CONSULTATIONS("/overleg", "consultations", "g o"),
    TRANSFERS("/overdrachten", "transfers", null),
    RELEASES("/pivc", "releases", null),
    FOLLOW_UP("/opvolging", "follow-up", "g v"),
    RETENTION("/bewaring", "retention", null),
    AUDIT("/audit", "audit", null),
    SETTINGS("/beheer", "settings", null),
    HELPDESK("/helpdesk", "desk", "g h"),
    HANDBOOK("/draaiboek", "handbook", null),
    FIGURES("/statistieken", "figures", null),
    TRENDS("/trends", "trends", null),
    COACHING("/coaching", "coaching", null),
    ACTION_PLAN("/actieplan", "action-plan", null);

    /** What is needed less than every day: gathered behind one entry where there is more than fits on a line. */
    private static final Set<Navigation> LESS_OFTEN = EnumSet.of(FIGURES, AUDIT, RETENTION, SETTINGS);

    /** What data subjects ask is led to from the page on retention, and stands under its entry. */
    private static final String REQUESTS = "/avg-verzoeken";

    /** So many fit on one line of 1,280 pixels, in each language. */
    private static final int ON_ONE_LINE = 8;

    private final String href;
    private final String labelKey;
    private final @Nullable String shortcut;

    Navigation(String href, String label, @Nullable String shortcut) {
        this.href = href;
        this.labelKey = "layout.navigation." + label;
        this.shortcut = shortcut;
    }

    String href() {
        return href;
    }

    /** A PIVC also follows who leaves prison when; a contact point of the Flemish platform watches over the whole. */
    static List<Navigation> of(Actor actor) {
        if (actor.cellKind() == CellKind.DESK && actor.isOneOf(Capacity.LIAISON_OFFICER)) {
            return List.of(FIGURES, TRENDS, ACTION_PLAN, HELPDESK);
        }
        List<Navigation> entries = new ArrayList<>(of(actor.capacity()));
        if (actor.cellKind() == CellKind.PIVC
                && actor.isOneOf(Capacity.COORDINATOR, Capacity.PRISON_DIRECTION, Capacity.PSYCHOSOCIAL_SERVICE)) {
            entries.add(entries.indexOf(CONSULTATIONS) + 1, RELEASES);
        }
        return List.copyOf(entries);
    }

    private static List<Navigation> of(Capacity capacity) {
        return switch (capacity) {
            case COORDINATOR ->
                List.of(
                        TASKS,
                        SIGNALS,
                        CASES,
                        CONSULTATIONS,
                        FOLLOW_UP,
                        TRANSFERS,
                        RETENTION,
                        AUDIT,
                        SETTINGS,
                        HELPDESK,
                        FIGURES);
            case MAYOR, PRISON_DIRECTION ->
                List.of(DECISIONS, SIGNALS, CASES, CONSULTATIONS, FOLLOW_UP, TRANSFERS, RETENTION, HELPDESK, FIGURES);
            case INFORMATION_OFFICER, POLICE, PSYCHOSOCIAL_SERVICE ->
                List.of(TASKS, SIGNALS, CASES, CONSULTATIONS, FOLLOW_UP, HELPDESK);
            case PROSECUTOR -> List.of(TASKS, CASES, CONSULTATIONS, SETTINGS, HELPDESK);
            case MEMBER -> List.of(INVITATIONS, TASKS, SIGNALS, CASES, CONSULTATIONS, FOLLOW_UP, HELPDESK);
            case LIAISON_OFFICER -> List.of(INVITATIONS, TASKS, CASES, CONSULTATIONS, HELPDESK);
            case DPO -> List.of(AUDIT, RETENTION, HELPDESK, FIGURES);
            case ADMINISTRATOR -> List.of(SETTINGS, AUDIT, HELPDESK);
            case DESK -> List.of(HELPDESK, HANDBOOK, COACHING, TRENDS, FIGURES, ACTION_PLAN, AUDIT);
        };
    }

    /** Those that stand on the line for this person, in order. */
    static List<Navigation> inLine(Actor actor) {
        List<Navigation> all = of(actor);
        return all.size() <= ON_ONE_LINE
                ? all
                : all.stream().filter(entry -> !LESS_OFTEN.contains(entry)).toList();
    }

    /** Those that are gathered behind the last entry of the line; none where all fit on it. */
    static List<Navigation> behindMore(Actor actor) {
        List<Navigation> inLine = inLine(actor);
        return of(actor).stream().filter(entry -> !inLine.contains(entry)).toList();
    }

    /** The entry as the layout shows it on the page with this path. */
    NavigationItem on(String path) {
        boolean current = isAt(href, path) || this == RETENTION && isAt(REQUESTS, path);
        return new NavigationItem(href, labelKey, current, null, shortcut);
    }

    private static boolean isAt(String page, String path) {
        return path.equals(page) || path.startsWith(page + "/");
    }
}
