package be.livc.web.rights;

import be.livc.access.Act;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.letter.LetterKind;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import be.livc.rights.RestrictionGround;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.rights.SubjectRequests;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.letter.LetterPaper;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests of data subjects, for the DPO who takes them in and answers, and the coordinator who weighs. */
@Controller
@RequestMapping("/avg-verzoeken")
class RequestController {

    /** What the choice to give a piece is called in the form. */
    private static final String GIVE = "GIVE";

    private static final List<String> KINDS = List.of("ACCESS", "RECTIFICATION", "ERASURE", "RESTRICTION", "OBJECTION");

    private static final String ANSWERED = "ANSWERED";

    /** A request as it is typed. */
    record Form(@Nullable String kind, @Nullable LocalDate receivedOn, @Nullable String requester) {}

    private final SubjectRequests requests;
    private final CaseFiles cases;
    private final LetterPaper papers;
    private final Press press;
    private final MessageSource messages;
    private final Clock clock;

    RequestController(
            SubjectRequests requests,
            CaseFiles cases,
            LetterPaper papers,
            Press press,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.cases = cases;
        this.papers = papers;
        this.press = press;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("form", new Form(null, LocalDate.now(clock), null));
        return listed(actor, model);
    }

    private String listed(Actor actor, Model model) {
        model.addAttribute("requests", requests.list(actor));
        model.addAttribute("kinds", KINDS);
        model.addAttribute("mayReceive", Act.HANDLE_REQUEST.isFor(actor.capacity()));
        return "rights/requests";
    }

    @PostMapping
    String receive(
            Actor actor,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes then) {
        Reading reading = new Reading();
        reading.present("kind", Objects.requireNonNullElse(form.kind(), ""));
        reading.unless(form.receivedOn() != null, "receivedOn", "required");
        reading.text("requester", Objects.requireNonNullElse(form.requester(), ""), ShortText.LINE);
        Forms.reject(errors, reading.problems(), Map.of());
        if (form.receivedOn() != null && !errors.hasErrors()) {
            try {
                SubjectRequestId id = requests.receive(
                        actor,
                        Objects.requireNonNullElse(form.kind(), ""),
                        form.receivedOn(),
                        Objects.requireNonNullElse(form.requester(), ""));
                then.addFlashAttribute("notice", Notice.of("request.saved"));
                return "redirect:/avg-verzoeken/" + id;
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal);
            }
        }
        return listed(actor, model);
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable UUID id, Model model) {
        SubjectRequestView view = requests.read(actor, new SubjectRequestId(id));
        boolean open = !view.state().equals(ANSWERED);
        model.addAttribute("request", view);
        model.addAttribute("grounds", RestrictionGround.values());
        model.addAttribute("extensionReasons", SubjectRequests.EXTENSION_REASONS);
        model.addAttribute("mayAnswer", open && Act.HANDLE_REQUEST.isFor(actor.capacity()));
        model.addAttribute("mayWeigh", open && Act.WEIGH_REQUEST.isFor(actor.capacity()));
        model.addAttribute(
                "mayReport",
                view.kind().equals("ACCESS")
                        && view.caseId().isPresent()
                        && Act.HANDLE_REQUEST.isFor(actor.capacity()));
        return "rights/request";
    }

    /** The first time it shows until when it will be; from there the term is longer, once and for all. */
    @PostMapping("/{id}/verlenging")
    String extend(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            RedirectAttributes then) {
        if (!confirmed) {
            return checkExtension(actor, requests.read(actor, new SubjectRequestId(id)), reason, model);
        }
        requests.extend(actor, new SubjectRequestId(id), reason);
        then.addFlashAttribute("notice", Notice.of("request.extended"));
        return "redirect:/avg-verzoeken/" + id;
    }

    private static void requireToHandle(Actor actor, SubjectRequestView view) {
        Act.HANDLE_REQUEST.requireFor(actor);
        if (view.state().equals(ANSWERED)) {
            throw Refusal.conflict("request-answered");
        }
    }

    private static String checkExtension(Actor actor, SubjectRequestView view, String reason, Model model) {
        requireToHandle(actor, view);
        if (view.extended() || view.overdue()) {
            throw Refusal.conflict("request-not-extendable");
        }
        Reading reading = new Reading();
        reading.present("reason", reason);
        reading.someCode("reason", reason, SubjectRequests.EXTENSION_REASONS);
        reading.check();
        model.addAttribute("request", view);
        model.addAttribute("reason", reason);
        return "rights/extend-check";
    }

    @PostMapping("/{id}/dossier")
    String link(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String dossier,
            RedirectAttributes then) {
        requests.link(
                actor, new SubjectRequestId(id), cases.numbered(dossier.strip()).map(CaseFacts::id));
        then.addFlashAttribute("notice", Notice.of("request.linked"));
        return "redirect:/avg-verzoeken/" + id;
    }

    /** One decision: a ground, or to give the piece. Where nothing was chosen nothing is given; back to that piece after it. */
    @PostMapping("/{id}/stukken/{piece}")
    String weigh(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID piece,
            @RequestParam(defaultValue = "") String ground,
            RedirectAttributes then) {
        Optional<RestrictionGround> kept = Optional.empty();
        if (!ground.equals(GIVE)) {
            // Before anything is said of the form: who may not see the request learns nothing of it.
            requests.requireMayWeigh(actor, new SubjectRequestId(id));
            Reading reading = new Reading();
            kept = Optional.of(reading.code("ground", ground, RestrictionGround.class));
            reading.check();
        }
        requests.weigh(actor, new SubjectRequestId(id), new ItemId(piece), kept);
        then.addFlashAttribute("notice", Notice.of("request.weighed"));
        return "redirect:/avg-verzoeken/" + id + "#stuk-" + piece;
    }

    /** The first time it shows what the answer will say; from there it is given, and nothing of it changes any more. */
    @PostMapping("/{id}/antwoord")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            RedirectAttributes then) {
        if (!confirmed) {
            return check(actor, requests.read(actor, new SubjectRequestId(id)), model);
        }
        requests.answer(actor, new SubjectRequestId(id));
        then.addFlashAttribute("notice", Notice.of("request.answered"));
        return "redirect:/avg-verzoeken/" + id;
    }

    private static String check(Actor actor, SubjectRequestView view, Model model) {
        requireToHandle(actor, view);
        if (!view.isWeighed()) {
            throw Refusal.conflict("request-not-weighed");
        }
        model.addAttribute("request", view);
        model.addAttribute("kept", view.kept());
        return "rights/answer-check";
    }

    /** The answer as a letter: how many pieces are given, and on which grounds others are not, where that may be told. */
    @GetMapping("/{id}/antwoord.pdf")
    ResponseEntity<byte[]> letter(Actor actor, @PathVariable UUID id, Locale locale) {
        SubjectRequestView view = requests.read(actor, new SubjectRequestId(id));
        if (!view.state().equals(ANSWERED)) {
            throw Refusal.conflict("request-not-weighed");
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("verzoek", view.number());
        values.put("soort", say("request.kind." + view.kind(), locale));
        values.put("ontvangen_op", LetterPaper.day(view.receivedOn()));
        values.put(
                "verstrekt",
                view.pieces().isEmpty() || view.gone()
                        ? "Wij verwerken geen gegevens waarover wij u iets kunnen meedelen."
                        : view.givenCount() + " stukken, in bijlage");
        values.put("beperkt", restricted(view, locale));
        values.put("dpo", "De functionaris voor gegevensbescherming");
        return PdfAnswer.of(press.print(papers.of(LetterKind.GDPR_ANSWER, values)), "antwoord");
    }

    /** Without numbers, and with the same last line whether something was kept back in silence or not. */
    private String restricted(SubjectRequestView view, Locale locale) {
        Stream<String> told = view.pieces().stream()
                .flatMap(piece -> piece.ground().stream())
                .filter(RestrictionGround::mayBeTold)
                .distinct()
                .sorted()
                .map(ground -> say("report.paper.ground." + ground, locale));
        return Stream.concat(told, Stream.of(say("report.paper.kept.always", locale)))
                .collect(Collectors.joining("\n"));
    }

    private String say(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
