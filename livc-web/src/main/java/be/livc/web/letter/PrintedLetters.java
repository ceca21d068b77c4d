package be.livc.web.letter;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.ConsultationView;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.letter.LetterKind;
import be.livc.platform.Refusal;
import be.livc.rights.Certificate;
import be.livc.rights.Erasures;
import be.livc.web.choices.Choices;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Prints letters about a consultation or a case, from what their reader sees. */
@Controller
class PrintedLetters {

    private final ConsultationReading consultations;
    private final CaseFiles cases;
    private final Erasures erasures;
    private final LegalBases bases;
    private final Choices choices;
    private final LetterPaper papers;
    private final Press press;

    PrintedLetters(
            ConsultationReading consultations,
            CaseFiles cases,
            Erasures erasures,
            LegalBases bases,
            Choices choices,
            LetterPaper papers,
            Press press) {
        this.consultations = consultations;
        this.cases = cases;
        this.erasures = erasures;
        this.bases = bases;
        this.choices = choices;
        this.papers = papers;
        this.press = press;
    }

    /** The reader's own invitation, with the items they are invited for, by number and purpose. */
    @GetMapping("/overleg/{id}/uitnodiging.pdf")
    ResponseEntity<byte[]> invitation(Actor actor, @PathVariable UUID id, Locale locale) {
        ConsultationView view = consultations.print(actor, new ConsultationId(id));
        Map<String, String> purposes = choices.labels("purposes", locale);
        Map<String, String> values = about(view);
        values.put("genodigde", actor.name());
        values.put("uur", view.startsAt().map(Object::toString).orElse("een nader te bepalen uur"));
        values.put("voorzitter", view.chairName());
        values.put(
                "punten",
                view.items().stream()
                        .filter(item -> !item.suspended())
                        .map(item -> "Punt " + item.n() + ": " + purposes.getOrDefault(item.purpose(), ""))
                        .collect(Collectors.joining("\n")));
        return printed(LetterKind.INVITATION, values, "uitnodiging");
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

    /** The statement of confidentiality for the reader, to be signed on paper. */
    @GetMapping("/overleg/{id}/verklaring.pdf")
    ResponseEntity<byte[]> statement(Actor actor, @PathVariable UUID id) {
        Map<String, String> values = about(consultations.print(actor, new ConsultationId(id)));
        values.put("deelnemer", actor.name());
        return printed(LetterKind.CONFIDENTIALITY_STATEMENT, values, "verklaring");
    }

    /** The closing sheet of a case, for who sees that it was closed. */
    @GetMapping("/dossiers/{id}/afsluitfiche.pdf")
    ResponseEntity<byte[]> closing(Actor actor, @PathVariable UUID id, Locale locale) {
        CaseView view = cases.open(actor, new CaseId(id));
        String ground = view.closureGround().orElseThrow(Refusal::notFound);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dossier", view.number());
        values.put("gesloten_op", view.closedOn().map(LetterPaper::day).orElse(""));
        values.put("grond", choices.labels("closure-grounds", locale).getOrDefault(ground, ground));
        values.put("bewaard_tot", view.retainUntil().map(LetterPaper::day).orElse(""));
        values.put(
                "nazorg",
                view.timeline().stream()
                        .filter(piece -> piece.type() == ObjectType.CLOSURE)
                        .map(CaseView.Piece::text)
                        .collect(Collectors.joining("\n")));
        return printed(LetterKind.CLOSING_SHEET, values, "afsluitfiche");
    }

    /** The certificate of an erasure, for coordinator and DPO. */
    @GetMapping("/dossiers/{id}/wiscertificaat.pdf")
    ResponseEntity<byte[]> certificate(Actor actor, @PathVariable UUID id) {
        Certificate certificate = erasures.erased(actor, new CaseId(id))
                .orElseThrow(Refusal::notFound)
                .certificate();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dossier", certificate.caseNumber());
        values.put("gewist_op", LetterPaper.moment(certificate.erasedAt()));
        values.put("regel", certificate.rule());
        values.put("back_ups_vanaf", LetterPaper.day(certificate.unreadableInBackupsAfter()));
        values.put("vermelding", Long.toString(certificate.ledgerIndex()));
        return printed(LetterKind.ERASURE_CERTIFICATE, values, "wisverklaring");
    }

    private ResponseEntity<byte[]> printed(LetterKind kind, Map<String, String> values, String name) {
        return PdfAnswer.of(press.print(papers.of(kind, values)), name);
    }
}
