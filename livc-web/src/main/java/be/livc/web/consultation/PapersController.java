package be.livc.web.consultation;

import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.MinutesRound;
import be.livc.web.layout.Notice;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives the minutes and the attendance list as files, each to the reader as it is for them; the ledger has it as printed. */
@Controller
@RequestMapping("/overleg/{id}")
class PapersController {

    private final ConsultationReading reading;
    private final MinutesRound round;
    private final MinutesPaper papers;
    private final Press press;

    PapersController(ConsultationReading reading, MinutesRound round, MinutesPaper papers, Press press) {
        this.reading = reading;
        this.round = round;
        this.papers = papers;
        this.press = press;
    }

    @GetMapping("/verslag.pdf")
    ResponseEntity<byte[]> minutes(Actor actor, @PathVariable UUID id) {
        return PdfAnswer.of(press.print(papers.of(reading.print(actor, new ConsultationId(id)))), "verslag");
    }

    @GetMapping("/punten/{n}/verslag.pdf")
    ResponseEntity<byte[]> minutesOfItem(Actor actor, @PathVariable UUID id, @PathVariable int n) {
        ConsultationView view = reading.print(actor, new ConsultationId(id));
        return PdfAnswer.of(press.print(papers.of(view, ConsultationPages.item(view, n))), "verslag-punt-" + n);
    }

    /** Approves the minutes of an item, or asks for a correction, for oneself. */
    @PostMapping("/punten/{n}/goedkeuring")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestParam boolean approves,
            RedirectAttributes then) {
        round.answer(actor, new ConsultationId(id), n, approves);
        then.addFlashAttribute("notice", Notice.of("minutes.answered"));
        return "redirect:/overleg/" + id + "/verslag";
    }

    @GetMapping("/aanwezigheid.pdf")
    ResponseEntity<byte[]> attendance(Actor actor, @PathVariable UUID id) {
        return PdfAnswer.of(
                press.print(papers.attendance(reading.print(actor, new ConsultationId(id)))), "aanwezigheid");
    }
}
