package be.livc.web.followup;

import be.livc.casefile.RiskAssessments.Outcome;
import be.livc.web.layout.Choice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The course of the outcomes as a line for each tool: outcomes of different tools are not compared. Made here, so that the
 * picture needs no script; the table beside it says the same.
 *
 * @param levels the outcomes from low to high, each with the height of its line
 * @param lines one for each tool
 */
record CourseDrawing(int width, int height, List<Level> levels, List<Line> lines) {

    private static final int LEFT = 110;
    private static final int RIGHT = 30;
    private static final int TOP = 24;
    private static final int STEP = 46;
    private static final int WIDTH = 640;
    private static final int BELOW = 40;

    /** One outcome that a tool can have. */
    record Level(String label, int y) {}

    /** One assessment. */
    record Point(int x, int y, LocalDate day) {}

    /** The assessments with one tool; {@code points} as SVG writes them. */
    record Line(String tool, int number, List<Point> dots) {

        /** The corners of the line, as SVG writes them. */
        public String points() {
            return dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        }
    }

    static CourseDrawing of(List<Outcome> course, List<Choice> outcomes) {
        int bottom = TOP + STEP * Math.max(0, outcomes.size() - 1);
        Map<String, Integer> heights = new LinkedHashMap<>();
        List<Level> levels = new ArrayList<>();
        for (Choice outcome : outcomes) {
            int y = bottom - STEP * levels.size();
            heights.put(outcome.value(), y);
            levels.add(new Level(outcome.label(), y));
        }
        Map<String, List<Point>> byTool = new LinkedHashMap<>();
        for (Outcome one : course) {
            byTool.computeIfAbsent(one.tool(), tool -> new ArrayList<>())
                    .add(new Point(
                            x(one.assessedOn(), course),
                            heights.getOrDefault(one.outcome(), bottom),
                            one.assessedOn()));
        }
        List<Line> lines = new ArrayList<>();
        byTool.forEach((tool, points) -> lines.add(new Line(tool, lines.size() + 1, List.copyOf(points))));
        return new CourseDrawing(WIDTH, bottom + BELOW, levels, lines);
    }

    /** Days are as far apart as they were; a single assessment stands in the middle. */
    private static int x(LocalDate day, List<Outcome> course) {
        LocalDate first = course.get(0).assessedOn();
        long all = ChronoUnit.DAYS.between(first, course.get(course.size() - 1).assessedOn());
        int room = WIDTH - LEFT - RIGHT;
        return all == 0 ? LEFT + room / 2 : LEFT + (int) (ChronoUnit.DAYS.between(first, day) * room / all);
    }
}
