package be.livc.web.insight;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.insight.Figures;
import be.livc.insight.Figures.Figure;
import be.livc.insight.Quarter;
import be.livc.platform.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures of the closed quarters: for the desk all cells, for a cell its own beside those of all together. */
@Controller
@RequestMapping("/statistieken")
class FigureController {

    /** One indicator on the page. */
    record Part(
            String code,
            String title,
            Optional<Integer> total,
            Bars bars,
            List<Row> rows,
            List<Row> byCell,
            Bars course) {}

    /** A row of a table; {@code own} is the cell's own figure, beside that of all cells. */
    record Row(String label, Optional<Integer> value, Optional<Integer> own) {}

    private final Figures figures;
    private final FigureTexts texts;
    private final Cells cells;

    FigureController(Figures figures, FigureTexts texts, Cells cells) {
        this.figures = figures;
        this.texts = texts;
        this.cells = cells;
    }

    private static boolean isDesk(Actor actor) {
        return Act.WORK_AT_DESK.isFor(actor.capacity());
    }

    @GetMapping
    String show(Actor actor, @RequestParam Optional<String> kwartaal, Locale locale, Model model) {
        List<Quarter> quarters = figures.quarters();
        model.addAttribute("quarters", quarters);
        model.addAttribute("isDesk", isDesk(actor));
        model.addAttribute("mayReport", actor.isOneOf(Capacity.COORDINATOR, Capacity.MAYOR));
        Optional<Quarter> asked =
                kwartaal.map(Quarter::read).or(() -> quarters.stream().findFirst());
        model.addAttribute("quarter", asked.orElse(null));
        if (asked.isEmpty()) {
            figures.of(actor, new Quarter(2000, 1));
        }
        model.addAttribute(
                "parts", asked.map(quarter -> parts(actor, quarter, locale)).orElse(List.of()));
        return "insight/figures";
    }

    private List<Part> parts(Actor actor, Quarter quarter, Locale locale) {
        Map<String, List<Figure>> byIndicator =
                figures.of(actor, quarter).stream().collect(Collectors.groupingBy(Figure::indicator));
        Map<String, String> names = isDesk(actor)
                ? cells.all().stream()
                        .collect(Collectors.toMap(cell -> cell.id().toString(), cell -> cell.name()))
                : Map.of();
        List<Part> parts = new ArrayList<>();
        for (String indicator : Figures.INDICATORS) {
            List<Figure> found = byIndicator.getOrDefault(indicator, List.of());
            if (!found.isEmpty()) {
                parts.add(part(actor, indicator, found, names, locale));
            }
        }
        return parts;
    }

    private Part part(Actor actor, String indicator, List<Figure> found, Map<String, String> names, Locale locale) {
        Map<String, Row> rows = new LinkedHashMap<>();
        List<Row> byCell = new ArrayList<>();
        Optional<Integer> total = Optional.empty();
        for (Figure figure : found) {
            boolean all = figure.source().equals(Figures.ALL);
            String label = texts.category(indicator, figure.category(), locale);
            if (all) {
                rows.put(figure.category(), new Row(label, figure.value(), Optional.empty()));
                total = figure.category().equals(Figures.ALL) ? figure.value() : total;
            } else if (!isDesk(actor)) {
                rows.computeIfPresent(
                        figure.category(), (code, row) -> new Row(row.label(), row.value(), figure.value()));
            } else if (figure.category().equals(Figures.ALL) && names.containsKey(figure.source())) {
                byCell.add(new Row(names.getOrDefault(figure.source(), ""), figure.value(), Optional.empty()));
            }
        }
        List<Bars.Value> bars = rows.entrySet().stream()
                .filter(row -> !row.getKey().equals(Figures.ALL))
                .map(row ->
                        new Bars.Value(row.getValue().label(), row.getValue().value()))
                .toList();
        List<Bars.Value> course = new ArrayList<>();
        figures.course(actor, indicator, Figures.ALL)
                .forEach((quarter, value) -> course.add(new Bars.Value(quarter.toString(), value)));
        return new Part(
                indicator,
                texts.indicator(indicator, locale),
                total,
                Bars.of(bars),
                List.copyOf(rows.values()),
                byCell,
                Bars.of(course));
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> csv(Actor actor, @RequestParam String kwartaal, Locale locale) {
        Quarter quarter = Quarter.read(kwartaal);
        return file(sheet(actor, quarter, locale).csv(), "text/csv;charset=UTF-8", quarter, "csv");
    }

    @GetMapping("/export.ods")
    ResponseEntity<byte[]> ods(Actor actor, @RequestParam String kwartaal, Locale locale) {
        Quarter quarter = Quarter.read(kwartaal);
        return file(sheet(actor, quarter, locale).ods(), Sheet.ODS, quarter, "ods");
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String type, Quarter quarter, String extension) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"livc-" + quarter + "." + extension + "\"")
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }

    private Sheet sheet(Actor actor, Quarter quarter, Locale locale) {
        Map<String, String> names =
                cells.all().stream().collect(Collectors.toMap(cell -> cell.id().toString(), cell -> cell.name()));
        String suppressed = texts.text("insight.suppressed", "–", locale);
        List<List<Object>> rows = new ArrayList<>();
        for (Figure figure : figures.export(actor, quarter)) {
            rows.add(List.of(
                    quarter.toString(),
                    texts.indicator(figure.indicator(), locale),
                    figure.source().equals(Figures.ALL)
                            ? texts.text("insight.all-cells", "*", locale)
                            : names.getOrDefault(figure.source(), ""),
                    texts.category(figure.indicator(), figure.category(), locale),
                    figure.value().<Object>map(value -> value).orElse(suppressed)));
        }
        return new Sheet(
                List.of(
                        texts.text("insight.quarter", "", locale),
                        texts.text("insight.indicator", "", locale),
                        texts.text("insight.cell", "", locale),
                        texts.text("insight.category", "", locale),
                        texts.text("insight.value", "", locale)),
                rows);
    }

    /** The report to the council: what the cell did in a quarter, in sentences, to be printed. */
    @GetMapping("/gemeenteraad")
    String council(Actor actor, @RequestParam String kwartaal, Locale locale, Model model) {
        if (!actor.isOneOf(Capacity.COORDINATOR, Capacity.MAYOR)) {
            throw Refusal.forbidden();
        }
        Quarter quarter = Quarter.read(kwartaal);
        String own = actor.cell().toString();
        List<Part> parts = new ArrayList<>();
        Map<String, List<Figure>> byIndicator = figures.of(actor, quarter).stream()
                .filter(figure -> figure.source().equals(own))
                .collect(Collectors.groupingBy(Figure::indicator));
        for (String indicator : Figures.INDICATORS) {
            List<Figure> found = byIndicator.getOrDefault(indicator, List.of());
            if (!found.isEmpty()) {
                parts.add(ownPart(indicator, found, locale));
            }
        }
        model.addAttribute("quarter", quarter);
        model.addAttribute("parts", parts);
        return "insight/council";
    }

    private Part ownPart(String indicator, List<Figure> found, Locale locale) {
        List<Row> rows = new ArrayList<>();
        Optional<Integer> total = Optional.empty();
        for (Figure figure : found) {
            if (figure.category().equals(Figures.ALL)) {
                total = figure.value();
            } else {
                rows.add(new Row(
                        texts.category(indicator, figure.category(), locale), figure.value(), Optional.empty()));
            }
        }
        Bars bars = Bars.of(rows.stream()
                .map(row -> new Bars.Value(row.label(), row.value()))
                .toList());
        return new Part(
                indicator, texts.indicator(indicator, locale), total, bars, rows, List.of(), Bars.of(List.of()));
    }
}
