package be.livc.web.letter;

import be.livc.cell.Cells;
import be.livc.letter.Letter;
import be.livc.letter.LetterKind;
import be.livc.letter.Letters;
import be.livc.letter.Template;
import be.livc.platform.Belgium;
import be.livc.web.pdf.Paper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills a letter of the cell in and lays it on paper; what comes from a consultation, with the restriction of its use. */
@Component
public class LetterPaper {

    /** Letters are the cell's own, in Dutch: the language that their reader chose for the screens changes no word of them. */
    static final Locale LANGUAGE = Locale.forLanguageTag("nl-BE");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", LANGUAGE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", LANGUAGE);

    private final Letters letters;
    private final Cells cells;
    private final Clock clock;

    LetterPaper(Letters letters, Cells cells, Clock clock) {
        this.letters = letters;
        this.cells = cells;
        this.clock = clock;
    }

    /**
     * A letter of this kind, in the text that the cell uses now.
     *
     * @param values by field; {@code cel} and {@code datum} are filled in here
     */
    public Paper of(LetterKind kind, Map<String, String> values) {
        return filled(kind, values).done();
    }

    /** The same as a copy for one receiver, with what identifies it across every page. */
    public Paper of(LetterKind kind, Map<String, String> values, String watermark) {
        return filled(kind, values).watermarked(watermark).done();
    }

    private Paper.Writer filled(LetterKind kind, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("cel", cells.current().name());
        all.put("datum", day(LocalDate.now(clock)));
        return written(kind, letters.current(kind).filled(all), mark(kind));
    }

    /** A template filled in with fictional data, and marked so. */
    Paper preview(Template template) {
        return written(template.kind(), template.preview(), "Voorbeeld met fictieve gegevens")
                .done();
    }

    private static String mark(LetterKind kind) {
        return switch (kind) {
            case GDPR_ANSWER -> "Persoonlijk en vertrouwelijk";
            case ERASURE_CERTIFICATE, HOUSE_RULES, CODE_OF_CONDUCT -> "Zonder inhoud van een dossier";
            default -> Paper.CONFIDENTIAL;
        };
    }

    private static Paper.Writer written(LetterKind kind, Letter letter, String mark) {
        Paper.Writer paper = Paper.titled(letter.title()).marked(mark);
        // Who asks about their own data, and who reads rules or a certificate, did not hear it in a consultation.
        if (mark(kind).equals(Paper.CONFIDENTIAL)) {
            paper.notice(Paper.USE_RESTRICTION);
        }
        List<String> points = new ArrayList<>();
        for (Letter.Part part : letter.parts()) {
            if (part instanceof Letter.Point) {
                points.add(part.text());
                continue;
            }
            paper.points(points);
            points = new ArrayList<>();
            if (part instanceof Letter.Heading) {
                paper.heading(part.text());
            } else {
                paper.text(part.text());
            }
        }
        return paper.points(points);
    }

    /** A day as letters have it. */
    public static String day(LocalDate day) {
        return day.format(DAY);
    }

    /** A moment as letters have it, by the clock of Brussels. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(Belgium.TIME));
    }
}
