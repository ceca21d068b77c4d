package be.livc.web.letter;

import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.law.LegalBasisId;
import be.livc.letter.LetterKind;
import be.livc.signal.SignalId;
import be.livc.transfer.TransferId;
import be.livc.web.pdf.Paper;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives letters and forms as files, beside the screens that they are about. */
@Controller
class PrintedLetters {

    private final ConsultationLetters consultations;
    private final CaseLetters cases;
    private final SignalLetters signals;
    private final CellLetters cells;
    private final Press press;

    PrintedLetters(
            ConsultationLetters consultations,
            CaseLetters cases,
            SignalLetters signals,
            CellLetters cells,
            Press press) {
        this.consultations = consultations;
        this.cases = cases;
        this.signals = signals;
        this.cells = cells;
        this.press = press;
    }

    @GetMapping("/overleg/{id}/uitnodiging.pdf")
    ResponseEntity<byte[]> invitation(Actor actor, @PathVariable UUID id) {
        return printed(consultations.of(actor, new ConsultationId(id), LetterKind.INVITATION), "uitnodiging");
    }

    @GetMapping("/overleg/{id}/verklaring.pdf")
    ResponseEntity<byte[]> statement(Actor actor, @PathVariable UUID id) {
        return printed(
                consultations.of(actor, new ConsultationId(id), LetterKind.CONFIDENTIALITY_STATEMENT), "verklaring");
    }

    @GetMapping("/overleg/{id}/begeleidbrief.pdf")
    ResponseEntity<byte[]> withTheMinutes(Actor actor, @PathVariable UUID id) {
        return printed(consultations.of(actor, new ConsultationId(id), LetterKind.MINUTES), "begeleidbrief");
    }

    @GetMapping("/dossiers/{id}/plan.pdf")
    ResponseEntity<byte[]> plan(Actor actor, @PathVariable UUID id) {
        return ofCase(actor, id, LetterKind.ACTION_PLAN, null, "plan-van-aanpak");
    }

    /** The latest outcome, or the one that is named. */
    @GetMapping("/dossiers/{id}/risicotaxatie.pdf")
    ResponseEntity<byte[]> risk(
            Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID taxatie) {
        return ofCase(actor, id, LetterKind.RISK_ASSESSMENT, taxatie, "risicotaxatie");
    }

    @GetMapping("/dossiers/{id}/afsluitfiche.pdf")
    ResponseEntity<byte[]> closing(Actor actor, @PathVariable UUID id) {
        return ofCase(actor, id, LetterKind.CLOSING_SHEET, null, "afsluitfiche");
    }

    @GetMapping("/dossiers/{id}/wiscertificaat.pdf")
    ResponseEntity<byte[]> certificate(Actor actor, @PathVariable UUID id) {
        return ofCase(actor, id, LetterKind.ERASURE_CERTIFICATE, null, "wisverklaring");
    }

    private ResponseEntity<byte[]> ofCase(Actor actor, UUID id, LetterKind kind, @Nullable UUID which, String name) {
        Optional<ItemId> meant = Optional.ofNullable(which).map(ItemId::new);
        return printed(cases.of(actor, new CaseId(id), kind, meant), name);
    }

    @GetMapping("/aanmeldingen/{id}/signaalfiche.pdf")
    ResponseEntity<byte[]> signal(Actor actor, @PathVariable UUID id) {
        return printed(signals.of(actor, new SignalId(id), LetterKind.SIGNAL_SHEET), "signaalfiche");
    }

    @GetMapping("/aanmeldingen/{id}/toetsingsfiche.pdf")
    ResponseEntity<byte[]> assessment(Actor actor, @PathVariable UUID id) {
        return printed(signals.of(actor, new SignalId(id), LetterKind.ASSESSMENT_SHEET), "toetsingsfiche");
    }

    @GetMapping("/beheer/grondslagen/{id}/toestemming.pdf")
    ResponseEntity<byte[]> permission(Actor actor, @PathVariable UUID id) {
        return printed(cells.permission(actor, new LegalBasisId(id)), "toestemming");
    }

    @GetMapping("/overdrachten/{id}/overdrachtsfiche.pdf")
    ResponseEntity<byte[]> transfer(Actor actor, @PathVariable UUID id) {
        return printed(cells.transfer(actor, new TransferId(id)), "overdrachtsfiche");
    }

    @GetMapping("/reglement.pdf")
    ResponseEntity<byte[]> houseRules(Actor actor) {
        return printed(cells.of(actor, LetterKind.HOUSE_RULES), "reglement");
    }

    @GetMapping("/deontologische-code.pdf")
    ResponseEntity<byte[]> codeOfConduct(Actor actor) {
        return printed(cells.of(actor, LetterKind.CODE_OF_CONDUCT), "deontologische-code");
    }

    private ResponseEntity<byte[]> printed(Paper paper, String name) {
        return PdfAnswer.of(press.print(paper), name);
    }
}
