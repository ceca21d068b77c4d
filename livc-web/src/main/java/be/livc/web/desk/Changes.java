package be.livc.web.desk;

import java.util.ArrayList;
import java.util.List;

/** What differs between two wordings of a text, line by line, in the order in which it is read. */
record Changes(List<Line> lines) {

    /** What became of a line. */
    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A line of the one, of the other, or of both. */
    record Line(Kind kind, String text) {}

    /** More pairs of lines than this are not compared: then all of the one is replaced by all of the other. */
    private static final int MOST_PAIRS = 4_000_000;

    static Changes between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, Kind.SAME, old.subList(0, start));
        compare(lines, old.subList(start, old.size() - end), now.subList(start, now.size() - end));
        add(lines, Kind.SAME, old.subList(old.size() - end, old.size()));
        return new Changes(List.copyOf(lines));
    }

    private static void add(List<Line> lines, Kind kind, List<String> all) {
        all.forEach(text -> lines.add(new Line(kind, text)));
    }

    /** By the longest row of lines that both have. */
    private static void compare(List<Line> lines, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST_PAIRS) {
            add(lines, Kind.REMOVED, old);
            add(lines, Kind.ADDED, now);
            return;
        }
        int[][] shared = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                shared[i][j] = old.get(i).equals(now.get(j))
                        ? shared[i + 1][j + 1] + 1
                        : Math.max(shared[i + 1][j], shared[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                lines.add(new Line(Kind.SAME, old.get(i)));
                i++;
                j++;
            } else if (shared[i + 1][j] >= shared[i][j + 1]) {
                lines.add(new Line(Kind.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Kind.ADDED, now.get(j++)));
            }
        }
        add(lines, Kind.REMOVED, old.subList(i, old.size()));
        add(lines, Kind.ADDED, now.subList(j, now.size()));
    }
}
