package be.livc.workflow.livcr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happened at one item, remembered in the plainest way, and what the text of the rules says about it: whom something can be
 * told to, and who sees what afterwards. Knows people by name and nothing of the program.
 */
final class RoomOracle {

    /** Something that was told. */
    record Told(String id, String by, Set<String> to) {}

    /** Something that is hidden: the whole case, the item, or one thing that was told (by its id). */
    record Hidden(String what, String by) {}

    /** A basis: whom it covers, and its last day. */
    record Basis(String name, Set<String> covers, LocalDate last, boolean withdrawn) {}

    static final String CASE = "case";
    static final String ITEM = "item";

    final Map<String, Boolean> inTheRoom = new LinkedHashMap<>();
    final List<Told> told = new ArrayList<>();
    final List<Hidden> hidden = new ArrayList<>();

    void comes(String who, boolean signs) {
        boolean signed = signs || inTheRoom.getOrDefault(who, false);
        inTheRoom.put(who, signed);
    }

    boolean hears(String who) {
        return inTheRoom.getOrDefault(who, false);
    }

    boolean isSuspended() {
        return hidden.stream()
                .anyMatch(one -> one.what().equals(CASE) || one.what().equals(ITEM));
    }

    /** Every reason why this cannot be told; empty when it can. */
    Set<String> whyNot(String speaker, List<String> to, List<Basis> bases, Set<String> ended, LocalDate today) {
        Set<String> why = new TreeSet<>();
        if (!inTheRoom.containsKey(speaker)) {
            why.add("speaker-not-present " + speaker);
        }
        if (to.isEmpty()) {
            why.add("recipient-not-present recipients");
        }
        Set<String> everyone = new HashSet<>(to);
        everyone.add(speaker);
        for (String who : to) {
            if (!hears(who)) {
                why.add("recipient-not-present " + who);
            }
        }
        Set<String> covered = new HashSet<>();
        boolean anyBasis = false;
        for (Basis basis : bases) {
            if (!basis.withdrawn() && !today.isAfter(basis.last())) {
                anyBasis = true;
                covered.addAll(basis.covers());
            }
        }
        if (!anyBasis) {
            why.add("no-valid-basis PREVENT_TERRORISM");
            bases.forEach(basis -> why.add((basis.withdrawn() ? "basis-withdrawn " : "basis-expired ") + basis.name()));
        }
        for (String who : everyone) {
            if (ended.contains(who)) {
                why.add("mandate-not-running " + who);
            }
            if (anyBasis && !covered.contains(who)) {
                why.add("not-covered-by-basis " + who);
            }
        }
        return why;
    }

    /** "Own contributions plus items present at (at recording), minus embargo, while the mandate runs." */
    Set<String> seenBy(String reader, Set<String> ended) {
        Set<String> seen = new TreeSet<>();
        if (ended.contains(reader)) {
            return seen;
        }
        for (Told one : told) {
            boolean concerns = one.by().equals(reader) || one.to().contains(reader);
            Optional<Hidden> hides = hidden.stream()
                    .filter(other -> !other.by().equals(reader))
                    .filter(other -> Set.of(CASE, ITEM, one.id()).contains(other.what()))
                    .findFirst();
            if (concerns && hides.isEmpty()) {
                seen.add(one.id());
            }
        }
        return seen;
    }
}
