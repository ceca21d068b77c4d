package be.livc.web.layout;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import java.util.ArrayList;
import java.util.List;
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

    /** The entry as the layout shows it on the page with this path. */
    NavigationItem on(String path) {
        boolean current = path.equals(href) || path.startsWith(href + "/");
        return new NavigationItem(href, labelKey, current, null, shortcut);
    }
}
