package be.livc.web.rights;

import be.livc.cell.Cells;
import be.livc.platform.Belgium;
import be.livc.rights.AccessReport;
import be.livc.web.letter.LetterPaper;
import be.livc.web.pdf.Paper;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The access report as the data subject gets it, in Dutch: organisations, no people, and what may be said of what is kept back. */
@Component
class AccessReportPaper {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final MessageSource messages;
    private final Cells cells;

    AccessReportPaper(MessageSource messages, Cells cells) {
        this.messages = messages;
        this.cells = cells;
    }

    /**
     * The paper.
     *
     * @param names says the name of a recipient
     */
    Paper of(AccessReport report, Function<UUID, String> names) {
        Paper.Writer writer = Paper.titled(say("report.paper.title", report.number()))
                .marked(say("report.paper.mark"))
                .text(say(
                        "report.paper.intro",
                        report.number(),
                        LetterPaper.day(report.receivedOn()),
                        cells.current().name(),
                        day(report.until())))
                .heading(say("report.paper.received"));
        List<List<String>> rows = report.told().stream()
                .map(one -> List.of(
                        names.apply(one.recipient()),
                        say("report.how." + one.how()),
                        when(day(one.first()), day(one.last())),
                        Long.toString(one.times())))
                .sorted(Comparator.comparing(row -> row.get(0)))
                .toList();
        if (rows.isEmpty()) {
            writer.text(say("report.paper.none"));
        } else {
            writer.table(
                    List.of(say("report.recipient"), say("report.how"), say("report.paper.when"), say("report.times")),
                    rows);
        }
        return writer.heading(say("report.paper.kept"))
                .points(report.keptBack().entrySet().stream()
                        .map(kept -> say(
                                "report.paper.kept.line", kept.getValue(), say("report.paper.ground." + kept.getKey())))
                        .sorted()
                        .toList())
                .text(say("report.paper.kept.always"))
                .heading(say("report.paper.rights"))
                .text(say("report.paper.rights.text"))
                .done();
    }

    private String when(String first, String last) {
        return first.equals(last) ? first : say("report.paper.between", first, last);
    }

    private static String day(Instant moment) {
        return LetterPaper.day(moment.atZone(Belgium.TIME).toLocalDate());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, DUTCH);
    }
}
