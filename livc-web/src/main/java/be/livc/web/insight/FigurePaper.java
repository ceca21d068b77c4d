package be.livc.web.insight;

import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.insight.Quarter;
import be.livc.web.insight.FigureParts.Part;
import be.livc.web.insight.FigureParts.Row;
import be.livc.web.pdf.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the figures of a quarter, and the report to the council, on paper; in Dutch, as every paper is. */
@Component
class FigurePaper {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");
    private static final String SUPPRESSED = "–";

    private final FigureParts parts;
    private final FigureTexts texts;

    FigurePaper(FigureParts parts, FigureTexts texts) {
        this.parts = parts;
        this.texts = texts;
    }

    private String text(String key, Object... values) {
        return texts.text(key, "", DUTCH, values);
    }

    /** All figures that the reader may have. */
    Paper of(Actor reader, Quarter quarter) {
        boolean desk = reader.cellKind() == CellKind.DESK;
        Paper.Writer paper = Paper.titled(text("figures.paper.title", quarter.toString()))
                .marked(text("figures.paper.mark"))
                .text(desk ? "" : parts.names().getOrDefault(reader.cell().toString(), ""))
                .text(text("insight.text"))
                .text(text("insight.suppressed.why"));
        parts.of(reader, quarter, DUTCH).forEach((group, found) -> {
            paper.heading(text("figures.group." + group));
            found.forEach(part -> write(paper, part, desk));
        });
        return paper.done();
    }

    private void write(Paper.Writer paper, Part part, boolean desk) {
        List<String> heads = new ArrayList<>(List.of(part.title(), text("insight.all-cells")));
        if (!desk) {
            heads.add(text("insight.own"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(new Row(text("insight.all"), part.total(), part.own()), desk));
        part.rows().forEach(row -> rows.add(row(row, desk)));
        paper.counts(heads, rows);
        if (!part.byCell().isEmpty()) {
            paper.counts(
                    List.of(text("insight.cell"), text("insight.value")),
                    part.byCell().stream().map(row -> row(row, true)).toList());
        }
    }

    private static List<String> row(Row row, boolean desk) {
        return desk
                ? List.of(row.label(), shown(row.value()))
                : List.of(row.label(), shown(row.value()), shown(row.own()));
    }

    private static String shown(Optional<Integer> value) {
        return value.map(String::valueOf).orElse(SUPPRESSED);
    }

    /** What the cell did in a quarter, for the municipal council. */
    Paper council(Actor reader, Quarter quarter) {
        Paper.Writer paper = Paper.titled(text("insight.council.title", quarter.toString()))
                .marked(text("figures.paper.mark"))
                .text(parts.names().getOrDefault(reader.cell().toString(), ""))
                .text(text("insight.council.text"));
        parts.forCouncil(reader, quarter, DUTCH).forEach((group, found) -> {
            paper.heading(text("figures.group." + group));
            for (Part part : found) {
                paper.text(sentence(part));
                if (part.tells()) {
                    paper.counts(
                            List.of(part.title(), text("insight.value")),
                            part.rows().stream()
                                    .map(row -> List.of(row.label(), shown(row.own())))
                                    .toList());
                }
            }
        });
        return paper.text(text("insight.suppressed.why")).done();
    }

    private String sentence(Part part) {
        return part.own()
                .map(value -> texts.text("insight.sentence." + part.code(), "", DUTCH, value))
                .orElseGet(() -> text("figures.sentence.suppressed", part.title()));
    }
}
