package be.livc.web.consultation;

import be.livc.casefile.ItemId;
import be.livc.cell.Cells;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationView;
import be.livc.platform.Belgium;
import be.livc.web.pdf.Paper;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the minutes of a consultation, or of one item, on paper, in Dutch: what one reader may see, and nothing else. */
@Component
public class MinutesPaper {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-BE"));
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Belgium.TIME);

    private final Cells cells;

    MinutesPaper(Cells cells) {
        this.cells = cells;
    }

    /** All items that the reader of the view sees. */
    public Paper of(ConsultationView view) {
        Paper.Writer paper = begin("Verslag casusoverleg " + view.number(), view);
        view.items().forEach(item -> write(paper, view, item));
        return paper.done();
    }

    /** One item that the reader of the view sees. */
    public Paper of(ConsultationView view, ConsultationView.Item item) {
        Paper.Writer paper = begin("Verslag casusoverleg " + view.number() + ", punt " + item.place(), view);
        write(paper, view, item);
        return paper.done();
    }

    /** Who was there and who signed, item by item, with nothing of what was said. */
    public Paper attendance(ConsultationView view) {
        Paper.Writer paper = begin("Aanwezigheidslijst en vertrouwelijkheidsverklaringen " + view.number(), view);
        for (ConsultationView.Item item : view.items()) {
            if (!item.suspended()) {
                paper.heading("Punt " + item.place());
                attendance(paper, item);
            }
        }
        return paper.done();
    }

    private Paper.Writer begin(String title, ConsultationView view) {
        return Paper.titled(title)
                .text(cells.current().name() + " · " + view.date().format(DAY) + " · " + view.place() + " · voorzitter "
                        + view.chairName())
                .notice(Paper.USE_RESTRICTION);
    }

    private static void write(Paper.Writer paper, ConsultationView view, ConsultationView.Item item) {
        paper.heading("Punt " + item.place()
                + item.caseNumber().map(number -> " · dossier " + number).orElse("")
                + (item.suspended() ? " · opgeschort" : ""));
        if (item.suspended()) {
            return;
        }
        attendance(paper, item);
        Map<MandateId, String> names = view.names();
        for (ConsultationView.Said said : item.disclosures()) {
            paper.text(said.byName() + (said.secret() ? " (geheim): " : ": ") + said.text());
            corrections(paper, item, said.id());
        }
        for (ConsultationView.Decided decided : item.decisions()) {
            paper.text("Besluit: " + decided.text() + votes(decided, names));
            corrections(paper, item, decided.id());
        }
    }

    private static void corrections(Paper.Writer paper, ConsultationView.Item item, ItemId piece) {
        for (ConsultationView.Corrected note : item.correctionsOf(piece)) {
            paper.notice("Rechtzetting door " + note.byName() + ", "
                    + DAY.format(note.at().atZone(Belgium.TIME)) + ": " + note.text());
        }
    }

    private static void attendance(Paper.Writer paper, ConsultationView.Item item) {
        List<List<String>> rows = new ArrayList<>();
        for (ConsultationView.Attending one : item.attendance()) {
            rows.add(List.of(
                    one.name() + (item.abstentions().contains(one.mandate()) ? " (deelt niet)" : ""),
                    hours(one, stay -> HOUR.format(stay.arrived())),
                    hours(one, stay -> stay.left().map(HOUR::format).orElse("einde")),
                    one.statement()
                            .map(how -> switch (how) {
                                case SCREEN -> "getekend op scherm";
                                case PAPER -> "getekend op papier";
                            })
                            .orElse("niet getekend")));
        }
        if (rows.isEmpty()) {
            paper.text("Niemand was aanwezig bij dit punt.");
        } else {
            paper.table(List.of("Aanwezig", "In", "Uit", "Verklaring"), rows);
        }
    }

    /** An hour of each stay, one below the other. */
    private static String hours(ConsultationView.Attending one, Function<ConsultationView.Stay, String> hour) {
        return one.stays().stream().map(hour).collect(Collectors.joining("\n"));
    }

    private static String votes(ConsultationView.Decided decided, Map<MandateId, String> names) {
        String votes = decided.votes().entrySet().stream()
                .map(vote -> names.getOrDefault(vote.getKey(), "") + " "
                        + switch (vote.getValue()) {
                            case FOR -> "voor";
                            case AGAINST -> "tegen";
                            case ABSTAIN -> "onthouding";
                        })
                .collect(Collectors.joining(", "));
        return votes.isEmpty() ? "" : "\nStemming: " + votes;
    }
}
