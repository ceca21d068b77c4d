package be.livc.web.insight;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.insight.Figures;
import be.livc.insight.Figures.Figure;
import be.livc.insight.Quarter;
import be.livc.platform.Refusal;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private final Figures figures;
    private final FigureParts parts;
    private final FigurePaper paper;
    private final FigureTexts texts;
    private final Press press;

    FigureController(Figures figures, FigureParts parts, FigurePaper paper, FigureTexts texts, Press press) {
        this.figures = figures;
        this.parts = parts;
        this.paper = paper;
        this.texts = texts;
        this.press = press;
    }

    private static boolean mayReport(Actor actor) {
        return actor.isOneOf(Capacity.COORDINATOR, Capacity.MAYOR);
    }

    @GetMapping
    String show(Actor actor, @RequestParam Optional<String> kwartaal, Locale locale, Model model) {
        if (!Figures.isFor(actor)) {
            throw Refusal.forbidden();
        }
        List<Quarter> quarters = figures.quarters();
        Optional<Quarter> asked =
                kwartaal.map(Quarter::read).or(() -> quarters.stream().findFirst());
        model.addAttribute("quarters", quarters);
        model.addAttribute("quarter", asked.orElse(null));
        model.addAttribute("isDesk", actor.cellKind() == CellKind.DESK);
        model.addAttribute("mayReport", mayReport(actor));
        model.addAttribute(
                "groups", asked.map(quarter -> parts.of(actor, quarter, locale)).orElse(Map.of()));
        return "insight/figures";
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

    @GetMapping("/export.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @RequestParam String kwartaal) {
        Quarter quarter = Quarter.read(kwartaal);
        figures.export(actor, quarter);
        return PdfAnswer.of(press.print(paper.of(actor, quarter)), "cijfers-" + quarter);
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
        Map<String, String> names = parts.names();
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
        requireReporter(actor);
        Quarter quarter = Quarter.read(kwartaal);
        model.addAttribute("quarter", quarter);
        model.addAttribute("groups", parts.forCouncil(actor, quarter, locale));
        return "insight/council";
    }

    @GetMapping("/gemeenteraad.pdf")
    ResponseEntity<byte[]> councilPdf(Actor actor, @RequestParam String kwartaal) {
        requireReporter(actor);
        Quarter quarter = Quarter.read(kwartaal);
        figures.export(actor, quarter);
        return PdfAnswer.of(press.print(paper.council(actor, quarter)), "gemeenteraad-" + quarter);
    }

    private static void requireReporter(Actor actor) {
        if (!mayReport(actor)) {
            throw Refusal.forbidden();
        }
    }
}
