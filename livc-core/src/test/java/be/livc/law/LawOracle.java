package be.livc.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of domain.md §4 once more, written down from the text alone, slow and plain: what the gate is checked against. It
 * knows no class of the program; people and bases are rows of words and days.
 */
final class LawOracle {

    record Somebody(
            String id,
            String capacity,
            String partner,
            String category,
            String community,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<Instant> ended,
            Optional<LocalDate> clearance) {}

    record Basis(
            String id,
            List<String> purposes,
            List<String> participants,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<Instant> withdrawn) {}

    record Point(int n, String purpose, boolean checked, List<Somebody> coming) {}

    record Room(List<String> functions, List<Somebody> there) {}

    record Deciding(
            boolean open, boolean embargo, boolean urgent, Room room, String purpose, List<Somebody> learning) {}

    record Telling(
            boolean open,
            boolean embargo,
            boolean urgent,
            Room room,
            String purpose,
            Somebody speaker,
            boolean secret,
            List<Somebody> to,
            List<String> present,
            List<String> signed,
            List<String> knownCommunities) {}

    private LawOracle() {}

    private static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZoneId.of("Europe/Brussels")).toLocalDate();
    }

    /** "a basis valid at that moment": on its days, both included, and not withdrawn. */
    private static String standing(Basis basis, Instant now) {
        if (basis.withdrawn().isPresent() && !now.isBefore(basis.withdrawn().get())) {
            return "basis-withdrawn";
        }
        if (dayOf(now).isBefore(basis.from())) {
            return "basis-not-begun";
        }
        if (basis.to().isPresent() && dayOf(now).isAfter(basis.to().get())) {
            return "basis-expired";
        }
        return "valid";
    }

    private static boolean validFor(Basis basis, String purpose, Instant now) {
        return standing(basis, now).equals("valid") && basis.purposes().contains(purpose);
    }

    private static boolean lists(Basis basis, Somebody who) {
        for (String participant : basis.participants()) {
            if (participant.equals(who.category())
                    || participant.equals(who.partner())
                    || participant.equals(who.id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mandateRuns(Somebody who, Instant now) {
        boolean begun = !dayOf(now).isBefore(who.from());
        boolean over = who.to().isPresent() && dayOf(now).isAfter(who.to().get());
        boolean ended = who.ended().isPresent() && !now.isBefore(who.ended().get());
        return begun && !over && !ended;
    }

    private static boolean police(Somebody who) {
        return who.capacity().equals("INFORMATION_OFFICER") || who.capacity().equals("POLICE");
    }

    private static boolean lapsed(Somebody who, Instant now) {
        return police(who)
                && who.clearance().isPresent()
                && dayOf(now).isAfter(who.clearance().get());
    }

    /** "No consultation opens, and no disclosure is recorded, without a basis … that covers … this purpose and each recipient". */
    static Set<String> inviting(List<Basis> bases, String purpose, List<Somebody> people, Instant now) {
        Set<String> why = new TreeSet<>();
        boolean anyBasis = false;
        for (Basis basis : bases) {
            anyBasis = anyBasis || validFor(basis, purpose, now);
        }
        if (!anyBasis) {
            why.add("no-valid-basis " + purpose);
            for (Basis basis : bases) {
                String standing = standing(basis, now);
                why.add((standing.equals("valid") ? "basis-other-purpose" : standing) + " " + basis.id());
            }
        }
        for (Somebody who : people) {
            if (!mandateRuns(who, now)) {
                why.add("mandate-not-running " + who.id());
            }
            if (lapsed(who, now)) {
                why.add("clearance-lapsed " + who.id());
            }
            if (List.of("DPO", "ADMINISTRATOR", "DESK").contains(who.capacity())) {
                why.add("does-not-take-part " + who.id());
            }
            boolean covered = false;
            for (Basis basis : bases) {
                covered = covered || (validFor(basis, purpose, now) && lists(basis, who));
            }
            if (anyBasis && !covered) {
                why.add("not-covered-by-basis " + who.id());
            }
        }
        return why;
    }

    /** "Mayor, korpschef/delegate, prevention official are mandatory … clearance attestation with expiry". */
    private static Set<String> absent(Room room, Instant now) {
        Set<String> why = new TreeSet<>();
        for (String function : room.functions()) {
            boolean filled = false;
            for (Somebody who : room.there()) {
                boolean cleared = !police(who)
                        || (who.clearance().isPresent()
                                && !dayOf(now).isAfter(who.clearance().get()));
                filled = filled || (who.capacity().equals(function) && mandateRuns(who, now) && cleared);
            }
            if (!filled) {
                why.add("quorum-missing " + function);
            }
        }
        return why;
    }

    static Set<String> convening(List<Basis> bases, LocalDate day) {
        for (Basis basis : bases) {
            boolean begun = !day.isBefore(basis.from());
            boolean over = basis.to().isPresent() && day.isAfter(basis.to().get());
            boolean gone = basis.withdrawn().isPresent()
                    && !day.isBefore(dayOf(basis.withdrawn().get()));
            if (begun && !over && !gone) {
                return Set.of();
            }
        }
        return Set.of("no-valid-basis " + day);
    }

    /** "Spoedoverleg (danger; minimum quorum …)": whoever leads it and one other, each with a mandate that runs. */
    private static Set<String> tooFew(String chair, Room room, Instant now) {
        Set<String> acting = new TreeSet<>();
        for (Somebody who : room.there()) {
            if (mandateRuns(who, now) && !lapsed(who, now)) {
                acting.add(who.id());
            }
        }
        Set<String> why = new TreeSet<>();
        if (!acting.contains(chair)) {
            why.add("urgent-chair-missing " + chair);
        }
        if (acting.size() < 2) {
            why.add("urgent-quorum-missing 2");
        }
        return why;
    }

    /** "with the composition of art. 3 incomplete only tasks may be set, nothing is disclosed". */
    private static Set<String> onlyTasks(boolean urgent, Room room, Instant now) {
        Set<String> why = new TreeSet<>();
        if (urgent) {
            why.addAll(absent(room, now));
            if (!why.isEmpty()) {
                why.add("only-tasks " + why.size());
            }
        }
        return why;
    }

    static Set<String> deciding(List<Basis> bases, Deciding deciding, boolean task, Instant now) {
        Set<String> why = new TreeSet<>(inviting(bases, deciding.purpose(), deciding.learning(), now));
        if (!deciding.open()) {
            why.add("not-open 1");
        }
        if (deciding.embargo()) {
            why.add("under-embargo 1");
        }
        if (!task) {
            why.addAll(onlyTasks(deciding.urgent(), deciding.room(), now));
        }
        return why;
    }

    static Set<String> opening(
            List<Basis> bases, boolean urgent, String chair, List<Point> points, Room room, Instant now) {
        Set<String> why = new TreeSet<>();
        if (points.isEmpty()) {
            why.add("empty-agenda O-1");
        }
        for (Point point : points) {
            if (!point.checked()) {
                why.add("conflict-check-pending " + point.n());
            }
            why.addAll(inviting(bases, point.purpose(), point.coming(), now));
        }
        if (urgent) {
            why.addAll(tooFew(chair, room, now));
        } else {
            why.addAll(absent(room, now));
        }
        return why;
    }

    static Set<String> telling(List<Basis> bases, Telling telling, Instant now) {
        Set<String> why = new TreeSet<>();
        if (!telling.open()) {
            why.add("not-open 1");
        }
        if (telling.embargo()) {
            why.add("under-embargo 1");
        }
        why.addAll(onlyTasks(telling.urgent(), telling.room(), now));
        if (!telling.present().contains(telling.speaker().id())) {
            why.add("speaker-not-present " + telling.speaker().id());
        }
        if (telling.to().isEmpty()) {
            why.add("recipient-not-present recipients");
        }
        for (Somebody who : telling.to()) {
            if (!telling.signed().contains(who.id())) {
                why.add("recipient-not-present " + who.id());
            }
        }
        why.addAll(inviting(bases, telling.purpose(), telling.to(), now));
        why.addAll(inviting(bases, telling.purpose(), List.of(telling.speaker()), now));
        if (telling.secret()
                && !telling.knownCommunities().contains(telling.speaker().community())) {
            boolean named = false;
            for (Basis basis : bases) {
                named = named
                        || (validFor(basis, telling.purpose(), now)
                                && (basis.participants()
                                                .contains(telling.speaker().id())
                                        || basis.participants()
                                                .contains(telling.speaker().partner())));
            }
            if (!named) {
                why.add("secret-regime-unknown " + telling.speaker().id());
            }
        }
        return why;
    }
}
