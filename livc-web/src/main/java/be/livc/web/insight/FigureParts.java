package be.livc.web.insight;

import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.Desk;
import be.livc.insight.Figures;
import be.livc.insight.Figures.Figure;
import be.livc.insight.Quarter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lays the published figures of a quarter out, indicator by indicator, as one reader may have them. */
@Component
class FigureParts {

    /** What belongs together on the page, in its order. */
    static final Map<String, List<String>> GROUPS = groups();

    /** Categories that have an order of their own: bands of time, ages, phases; what is unknown comes last. */
    private static final List<String> IN_ORDER = List.of(
            "WITHIN_14_DAYS",
            "WITHIN_30_DAYS",
            "WITHIN_60_DAYS",
            "LONGER",
            "WITHIN_6_MONTHS",
            "WITHIN_1_YEAR",
            "WITHIN_2_YEARS",
            "MORE_YEARS",
            "MINOR",
            "ADULT",
            "START",
            "REVIVE",
            "OPTIMISE",
            "MONITOR",
            "NOT_COACHED",
            "UNKNOWN");

    /** One indicator: its categories for all cells and the own one, its totals over time, and for the desk those by cell. */
    record Part(
            String code,
            String title,
            Optional<Integer> total,
            Optional<Integer> own,
            List<Row> rows,
            List<Row> course,
            List<Row> byCell) {

        /** The categories as a picture. */
        public Bars bars() {
            return Bars.of(rows.stream()
                    .map(row -> new Bars.Value(row.label(), row.value()))
                    .toList());
        }

        /** Whether any of the cell's own counts by category is shown and is not nothing: else there is no table to print. */
        public boolean tells() {
            return rows.stream()
                    .anyMatch(row -> row.own().filter(count -> count > 0).isPresent());
        }

        /** The totals over time as a picture. */
        public Bars courseBars() {
            return Bars.of(course.stream()
                    .map(row -> new Bars.Value(row.label(), row.value()))
                    .toList());
        }
    }

    /** A row of a table; {@code own} is the cell's own figure, beside that of all cells. */
    record Row(String label, Optional<Integer> value, Optional<Integer> own) {}

    private final Figures figures;
    private final FigureTexts texts;
    private final Cells cells;

    FigureParts(Figures figures, FigureTexts texts, Cells cells) {
        this.figures = figures;
        this.texts = texts;
        this.cells = cells;
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("signals", List.of("SIGNALS", "SIGNAL_AGES", "ASSESSMENTS", "ASSESSMENT_TIMES"));
        groups.put(
                "cases",
                List.of(
                        "CASES_OPENED",
                        "CASES_OPENED_AGES",
                        "CASES_CLOSED",
                        "CASES_CLOSED_AGES",
                        "CASE_DURATIONS",
                        "CASES_OPEN",
                        "CASES_OPEN_AGES",
                        "HANDOVERS"));
        groups.put("consultations", List.of("CONSULTATIONS", "INVITATIONS", "PARTNERS", "SHEETS"));
        groups.put("follow-up", List.of("PLANS", "MEASURES"));
        groups.put(
                "rights",
                List.of("PERMISSIONS", "ERASURES", "ERASURES_DUE", "REQUESTS", "REQUEST_TERMS", "EMERGENCIES"));
        groups.put("desk", Figures.OF_THE_DESK);
        return groups;
    }

    /** Every indicator of which the quarter tells something, by group. */
    Map<String, List<Part>> of(Actor reader, Quarter quarter, Locale locale) {
        boolean desk = Desk.isStaffedBy(reader);
        String own = reader.cell().toString();
        Map<String, List<Figure>> found =
                figures.of(reader, quarter).stream().collect(Collectors.groupingBy(Figure::indicator));
        Map<String, Map<Quarter, Optional<Integer>>> all = figures.courses(reader, Figures.ALL);
        Map<String, Map<Quarter, Optional<Integer>>> ownCourse =
                reader.cellKind() == CellKind.DESK ? Map.of() : figures.courses(reader, own);
        Map<String, String> names = desk ? names() : Map.of();
        Map<String, List<Part>> groups = new LinkedHashMap<>();
        GROUPS.forEach((group, indicators) -> {
            List<Part> parts = new ArrayList<>();
            for (String indicator : indicators) {
                if (found.containsKey(indicator)) {
                    parts.add(new Part(
                            indicator,
                            texts.indicator(indicator, locale),
                            value(found.get(indicator), Figures.ALL, Figures.ALL),
                            value(found.get(indicator), own, Figures.ALL),
                            rows(indicator, found.get(indicator), own, locale),
                            course(all.getOrDefault(indicator, Map.of()), ownCourse.getOrDefault(indicator, Map.of())),
                            byCell(found.get(indicator), names)));
                }
            }
            if (!parts.isEmpty()) {
                groups.put(group, parts);
            }
        });
        return groups;
    }

    /** What a council is told of its cell: a second breakdown of which every count is suppressed is left out. */
    Map<String, List<Part>> forCouncil(Actor reader, Quarter quarter, Locale locale) {
        Map<String, List<Part>> groups = of(reader, quarter, locale);
        groups.replaceAll((group, parts) -> parts.stream()
                .filter(part -> part.tells() || !Figures.isSecondBreakdown(part.code()))
                .toList());
        return groups;
    }

    /** What people call each cell. */
    Map<String, String> names() {
        return cells.all().stream().collect(Collectors.toMap(cell -> cell.id().toString(), cell -> cell.name()));
    }

    private static Optional<Integer> value(List<Figure> figures, String source, String category) {
        return figures.stream()
                .filter(figure ->
                        figure.source().equals(source) && figure.category().equals(category))
                .findFirst()
                .flatMap(Figure::value);
    }

    private List<Row> rows(String indicator, List<Figure> figures, String own, Locale locale) {
        return figures.stream()
                .filter(figure -> figure.source().equals(Figures.ALL)
                        && !figure.category().equals(Figures.ALL))
                .sorted(Comparator.comparingInt(figure -> IN_ORDER.indexOf(figure.category())))
                .map(figure -> new Row(
                        texts.category(indicator, figure.category(), locale),
                        figure.value(),
                        value(figures, own, figure.category())))
                .toList();
    }

    private static List<Row> course(Map<Quarter, Optional<Integer>> all, Map<Quarter, Optional<Integer>> own) {
        List<Row> rows = new ArrayList<>();
        all.forEach((quarter, value) ->
                rows.add(new Row(quarter.toString(), value, own.getOrDefault(quarter, Optional.empty()))));
        return rows;
    }

    private static List<Row> byCell(List<Figure> figures, Map<String, String> names) {
        return figures.stream()
                .filter(figure -> figure.category().equals(Figures.ALL) && names.containsKey(figure.source()))
                .map(figure -> new Row(names.getOrDefault(figure.source(), ""), figure.value(), Optional.empty()))
                .toList();
    }
}
