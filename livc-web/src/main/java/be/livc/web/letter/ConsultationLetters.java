package be.livc.web.letter;

import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.SentSheet;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.letter.LetterKind;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import be.livc.web.pdf.Paper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Letters about a consultation, each from what its reader sees of it; that it is printed stands in the ledger. */
@Component
public class ConsultationLetters {

    private final ConsultationReading consultations;
    private final LegalBases bases;
    private final Choices choices;
    private final LetterPaper papers;

    ConsultationLetters(ConsultationReading consultations, LegalBases bases, Choices choices, LetterPaper papers) {
        this.consultations = consultations;
        this.bases = bases;
        this.choices = choices;
        this.papers = papers;
    }

    /**
     * A letter of this kind for the reader: invitation, statement of confidentiality, or what goes with the minutes.
     *
     * @throws Refusal not found, when the reader does not see the consultation or it has no such letter
     */
    public Paper of(Actor reader, ConsultationId id, LetterKind kind) {
        return switch (kind) {
            case INVITATION -> invitation(reader, id);
            case CONFIDENTIALITY_STATEMENT -> statement(reader, id);
            case MINUTES -> minutes(reader, id);
            default -> throw Refusal.notFound();
        };
    }

    /** With the items that the reader is invited for, by number and purpose. */
    private Paper invitation(Actor reader, ConsultationId id) {
        ConsultationView view = consultations.print(reader, id);
        Map<String, String> values = about(view);
        values.put("genodigde", reader.name());
        values.put("uur", view.startsAt().map(Object::toString).orElse("een nader te bepalen uur"));
        values.put("voorzitter", view.chairName());
        values.put("punten", items(view, item -> !item.suspended()));
        return papers.of(LetterKind.INVITATION, values);
    }

    private Paper statement(Actor reader, ConsultationId id) {
        Map<String, String> values = about(consultations.print(reader, id));
        values.put("deelnemer", reader.name());
        return papers.of(LetterKind.CONFIDENTIALITY_STATEMENT, values);
    }

    /** For who was there, once it is over: the items at which they were, also those at which they heard nothing. */
    private Paper minutes(Actor reader, ConsultationId id) {
        ConsultationView view = consultations.print(reader, id);
        List<ConsultationReading.Attended> attended = consultations.attended(reader, id);
        if (!view.state().equals("CLOSED") || attended.isEmpty()) {
            throw Refusal.notFound();
        }
        Map<String, String> purposes = choices.labels("purposes", LetterPaper.LANGUAGE);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("overleg", view.number());
        values.put("dag", LetterPaper.day(view.date()));
        values.put("deelnemer", reader.name());
        values.put(
                "punten",
                attended.stream()
                        .map(one -> "Punt " + one.place() + ": " + purposes.getOrDefault(one.purpose(), "")
                                + (hasHeard(view, one.n()) ? "" : " (aan u werd niets meegedeeld)"))
                        .collect(Collectors.joining("\n")));
        return papers.of(LetterKind.MINUTES, values);
    }

    private static boolean hasHeard(ConsultationView view, int n) {
        return view.items().stream()
                .filter(item -> item.n() == n)
                .anyMatch(item ->
                        !item.disclosures().isEmpty() || !item.decisions().isEmpty());
    }

    private Map<String, String> about(ConsultationView view) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("overleg", view.number());
        values.put("dag", LetterPaper.day(view.date()));
        values.put("plaats", view.place());
        values.put(
                "grondslag",
                bases.findAll(view.bases()).stream().map(LegalBasis::reference).collect(Collectors.joining("; ")));
        return values;
    }

    private String items(ConsultationView view, Predicate<ConsultationView.Item> which) {
        Map<String, String> purposes = choices.labels("purposes", LetterPaper.LANGUAGE);
        return view.items().stream()
                .filter(which)
                .map(item -> "Punt " + item.place() + ": " + purposes.getOrDefault(item.purpose(), ""))
                .collect(Collectors.joining("\n"));
    }

    /** The sheet for the local police, as a copy for one receiver: what stands across it says whose it is. */
    public Paper feedback(Actor sender, ConsultationId id, SentSheet sent) {
        ConsultationView view = consultations.print(sender, id);
        String given = sent.receiver() + " · " + LetterPaper.moment(sent.at()) + " · " + sent.number();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("fiche", sent.number() + ", versie " + sent.version());
        values.put("ontvanger", sent.receiver());
        values.put("overleg", view.number());
        values.put("dag", LetterPaper.day(view.date()));
        values.put("tekst", sent.text());
        return papers.of(LetterKind.FEEDBACK_SHEET, values, given);
    }
}
