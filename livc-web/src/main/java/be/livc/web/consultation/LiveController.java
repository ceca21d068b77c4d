package be.livc.web.consultation;

import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView.Item;
import be.livc.web.consultation.LivePages.Held;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows the consultation while it is held, one item at a time. */
@Controller
@RequestMapping("/overleg/{id}/live")
class LiveController {

    private final ConsultationPages pages;
    private final LivePages live;
    private final LiveStreams streams;

    LiveController(ConsultationPages pages, LivePages live, LiveStreams streams) {
        this.pages = pages;
        this.live = live;
        this.streams = streams;
    }

    @GetMapping
    String item(Actor actor, @PathVariable UUID id, @RequestParam Optional<Integer> punt, Locale locale, Model model) {
        ConsultationId consultation = new ConsultationId(id);
        Optional<Integer> wanted = punt.or(() -> firstOf(pages.open(actor, consultation, locale)));
        if (wanted.isEmpty()) {
            return "redirect:/overleg/" + id;
        }
        Held held = live.open(actor, consultation, wanted.get(), locale);
        if (!held.page().open()) {
            return "redirect:/overleg/" + id + (held.page().closed() ? "/verslag" : "");
        }
        return live.show(actor, held, model);
    }

    private static Optional<Integer> firstOf(ConsultationPage page) {
        return ConsultationPages.discussed(page.view()).stream().map(Item::n).findFirst();
    }

    /** Says when the item has another revision; the browser then asks for {@link #state}. */
    @GetMapping(path = "/volg", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(Actor actor, @PathVariable UUID id, @RequestParam int punt, HttpServletResponse answer) {
        ConsultationId consultation = new ConsultationId(id);
        live.revision(actor, consultation, punt);
        // A proxy that gathers answers before it passes them on would hold these back.
        answer.setHeader("X-Accel-Buffering", "no");
        return streams.follow(actor, consultation, punt);
    }

    /** The part that follows by itself: asked for again and again, sent and recorded as a read only when it changed. */
    @GetMapping("/stand")
    @Nullable
    String state(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int punt,
            @RequestParam Optional<String> sinds,
            Locale locale,
            Model model,
            HttpServletResponse answer) {
        ConsultationId consultation = new ConsultationId(id);
        String now = live.revision(actor, consultation, punt);
        if (sinds.filter(now::equals).isPresent()) {
            answer.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        live.state(actor, live.open(actor, consultation, punt, now, locale), model);
        return "consultation/live :: state";
    }
}
