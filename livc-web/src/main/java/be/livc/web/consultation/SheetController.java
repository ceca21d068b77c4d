package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.AgreedSheet;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.DraftSheet;
import be.livc.consultation.FeedbackSheet;
import be.livc.consultation.FeedbackSheetId;
import be.livc.consultation.FeedbackSheets;
import be.livc.consultation.Passage;
import be.livc.consultation.SentSheet;
import be.livc.platform.Refusal;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.Notice;
import be.livc.web.letter.ConsultationLetters;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The feedback sheet of an item: drafted, voted on, and given out once everyone agrees. */
@Controller
@RequestMapping("/overleg/{id}/punten/{n}/fiche")
class SheetController {

    /**
     * A part of a draft as the page shows it.
     *
     * @param quote whether it quotes something secret
     */
    record Fragment(String text, boolean quote) {}

    /**
     * A version as the page shows it.
     *
     * @param ended who is still asked to vote on it though their mandate ended, and on which day that was
     */
    record Shown(
            FeedbackSheet sheet,
            String state,
            List<Fragment> fragments,
            boolean agreed,
            boolean mayVote,
            Optional<Boolean> myVote,
            Map<MandateId, LocalDate> ended) {}

    private final ConsultationPages pages;
    private final FeedbackSheets sheets;
    private final Mandates mandates;
    private final EndedMandates endedMandates;
    private final MessageSource messages;
    private final ConsultationLetters letters;
    private final Press press;

    SheetController(
            ConsultationPages pages,
            FeedbackSheets sheets,
            Mandates mandates,
            EndedMandates endedMandates,
            MessageSource messages,
            ConsultationLetters letters,
            Press press) {
        this.pages = pages;
        this.sheets = sheets;
        this.mandates = mandates;
        this.endedMandates = endedMandates;
        this.messages = messages;
        this.letters = letters;
        this.press = press;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, @PathVariable int n, Locale locale, Model model) {
        return show(actor, id, n, "", locale, model);
    }

    private String show(Actor actor, UUID id, int n, String typed, Locale locale, Model model) {
        ConsultationId consultation = new ConsultationId(id);
        ConsultationPage page = pages.open(actor, consultation, locale);
        List<Shown> versions = sheets.of(actor, consultation, n).stream()
                .map(sheet -> shown(sheet, actor))
                .toList();
        boolean sent = versions.stream().anyMatch(one -> one.state().equals("SENT"));
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        model.addAttribute("item", ConsultationPages.item(page.view(), n));
        model.addAttribute("versions", versions);
        model.addAttribute("mayDraft", Act.DRAW_UP_SHEET.isFor(actor.capacity()) && page.closed() && !sent);
        model.addAttribute("maySend", Act.DRAW_UP_SHEET.isFor(actor.capacity()));
        model.addAttribute("police", police());
        model.addAttribute(
                "typed",
                typed.isEmpty()
                        ? versions.stream()
                                .findFirst()
                                .map(one -> one.sheet().text())
                                .orElse("")
                        : typed);
        return "consultation/sheet";
    }

    private Shown shown(FeedbackSheet sheet, Actor actor) {
        Optional<FeedbackSheet.Vote> mine = sheet.votes().stream()
                .filter(vote -> vote.mandate().equals(actor.mandate()))
                .findFirst();
        if (sheet instanceof DraftSheet draft) {
            boolean inVote = draft.state().equals("VOTING");
            return new Shown(
                    draft,
                    draft.state(),
                    fragments(draft.text(), draft.quotes()),
                    false,
                    mine.isPresent() && inVote,
                    mine.flatMap(FeedbackSheet.Vote::agrees),
                    inVote ? endedMandates.among(awaited(draft), actor) : Map.of());
        }
        AgreedSheet agreed = (AgreedSheet) sheet;
        return new Shown(
                agreed,
                agreed.sentAt().isPresent() ? "SENT" : "AGREED",
                fragments(agreed.text(), List.of()),
                true,
                false,
                mine.flatMap(FeedbackSheet.Vote::agrees),
                Map.of());
    }

    private static List<MandateId> awaited(DraftSheet draft) {
        return draft.votes().stream()
                .filter(vote -> vote.agrees().isEmpty())
                .map(FeedbackSheet.Vote::mandate)
                .toList();
    }

    private static List<Fragment> fragments(String text, List<Passage> quotes) {
        List<Fragment> fragments = new ArrayList<>();
        int at = 0;
        for (Passage quote : quotes) {
            if (quote.from() > at) {
                fragments.add(new Fragment(text.substring(at, quote.from()), false));
            }
            fragments.add(new Fragment(text.substring(quote.from(), quote.to()), true));
            at = quote.to();
        }
        fragments.add(new Fragment(text.substring(at), false));
        return fragments;
    }

    private List<Choice> police() {
        return mandates.ofThoseWhoTakePart().stream()
                .filter(mandate ->
                        mandate.capacity() == Capacity.POLICE || mandate.capacity() == Capacity.INFORMATION_OFFICER)
                .map(mandate -> new Choice(mandate.id().toString(), mandate.nameWithPartner()))
                .toList();
    }

    @PostMapping
    String draft(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestParam String text,
            @RequestParam(name = "version") Optional<Integer> after,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes then) {
        try {
            sheets.draft(actor, new ConsultationId(id), n, after, text);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.CHANGED) {
                return beside(actor, id, n, text, locale, model, response);
            }
            boolean explained = refusal.kind() == Refusal.Kind.INVALID || refusal.kind() == Refusal.Kind.CONFLICT;
            if (!explained) {
                throw refusal;
            }
            model.addAttribute("refused", List.of(say(refusal, locale)));
            return show(actor, id, n, text, locale, model);
        }
        then.addFlashAttribute("notice", Notice.of("sheet.drafted"));
        return back(id, n);
    }

    /** Somebody drafted meanwhile: theirs beside what was typed, which stays in the form. */
    private String beside(
            Actor actor, UUID id, int n, String typed, Locale locale, Model model, HttpServletResponse response) {
        String page = show(actor, id, n, typed, locale, model);
        String theirs = sheets.of(actor, new ConsultationId(id), n).stream()
                .findFirst()
                .map(FeedbackSheet::text)
                .orElse("");
        model.addAttribute("conflicts", List.of(new Conflict("sheet.text", typed, theirs)));
        response.setStatus(HttpStatus.CONFLICT.value());
        return page;
    }

    private String say(Refusal refusal, Locale locale) {
        return String.valueOf(messages.getMessage("error." + refusal.code(), null, refusal.code(), locale));
    }

    private static String back(UUID id, int n) {
        return "redirect:/overleg/" + id + "/punten/" + n + "/fiche";
    }

    @PostMapping("/{sheet}/stem")
    String vote(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @PathVariable UUID sheet,
            @RequestParam boolean agrees,
            RedirectAttributes then) {
        sheets.vote(actor, new FeedbackSheetId(sheet), actor.mandate(), agrees);
        then.addFlashAttribute("notice", Notice.of("sheet.voted"));
        return back(id, n);
    }

    /** A copy for one receiver: what stands across it says whose it is. */
    @PostMapping("/{sheet}/pdf")
    ResponseEntity<byte[]> export(
            Actor actor, @PathVariable UUID id, @PathVariable UUID sheet, @RequestParam UUID receiver) {
        if (!(sheets.open(actor, new FeedbackSheetId(sheet)) instanceof AgreedSheet agreed)) {
            throw Refusal.conflict("sheet-not-agreed");
        }
        SentSheet sent = sheets.export(actor, agreed, new MandateId(receiver));
        return PdfAnswer.of(press.print(letters.feedback(actor, new ConsultationId(id), sent)), "terugkoppelingsfiche");
    }
}
