package be.livc.vault;

import be.livc.access.Grant;
import be.livc.access.Searching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes of a ranking the first whom the searcher sees. {@link Searching} judges them in the order of their rank, portion by portion,
 * and no further than they are needed; the first portion always, also where nobody was come upon.
 */
final class SeenFirst {

    private static final int FIRST_PORTION = 64;
    private static final int MOST_AT_ONCE = 1_024;

    private final Searching searching;
    private final Grant grant;
    private final Map<UUID, Boolean> judged = new HashMap<>();
    private int portion = FIRST_PORTION;

    SeenFirst(Searching searching, Grant grant) {
        this.searching = searching;
        this.grant = grant;
    }

    /** The first of a ranking who are seen, at most so many. */
    <T> List<T> of(List<T> ranked, Function<T, UUID> row, int most) {
        List<T> seen = new ArrayList<>();
        if (ranked.isEmpty()) {
            searching.found(grant, List.of());
        }
        for (int at = 0; at < ranked.size() && seen.size() < most; at++) {
            if (!judged.containsKey(row.apply(ranked.get(at)))) {
                judge(ranked.subList(at, ranked.size()).stream()
                        .map(row)
                        .filter(one -> !judged.containsKey(one))
                        .limit(portion)
                        .toList());
            }
            if (Boolean.TRUE.equals(judged.get(row.apply(ranked.get(at))))) {
                seen.add(ranked.get(at));
            }
        }
        return List.copyOf(seen);
    }

    private void judge(List<UUID> rows) {
        Set<UUID> seen = searching.found(grant, rows);
        rows.forEach(row -> judged.put(row, seen.contains(row)));
        portion = Math.min(MOST_AT_ONCE, 4 * portion);
    }

    /** How many of those who were judged are not seen. */
    int unseen() {
        return (int) judged.values().stream().filter(seen -> !seen).count();
    }
}
