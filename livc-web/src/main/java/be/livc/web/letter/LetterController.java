package be.livc.web.letter;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.letter.LetterKind;
import be.livc.letter.Letters;
import be.livc.letter.Template;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The templates of the cell's letters and forms: read, changed with a preview, put back. */
@Controller
@RequestMapping("/beheer/brieven")
class LetterController {

    private static final String FORM = "form";

    /** A kind of letter in the list. */
    record Row(String kind, int version, boolean delivered) {}

    private final Letters letters;
    private final LetterPaper papers;
    private final Press press;
    private final MessageSource messages;

    LetterController(Letters letters, LetterPaper papers, Press press, MessageSource messages) {
        this.letters = letters;
        this.papers = papers;
        this.press = press;
        this.messages = messages;
    }

    private static void requireMayChange(Actor actor) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
    }

    private static LetterKind kind(String path) {
        try {
            return LetterKind.valueOf(path.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.notFound();
        }
    }

    @GetMapping
    String list(Actor actor, Model model) {
        requireMayChange(actor);
        model.addAttribute(
                "letters",
                List.of(LetterKind.values()).stream()
                        .map(letters::current)
                        .map(one -> new Row(one.kind().name(), one.version(), one.delivered()))
                        .toList());
        return "letter/list";
    }

    @GetMapping("/{path}")
    String edit(Actor actor, @PathVariable String path, Model model) {
        requireMayChange(actor);
        Template current = letters.current(kind(path));
        return form(current, TemplateForm.of(current), model);
    }

    private String form(Template shown, TemplateForm form, Model model) {
        LetterKind kind = shown.kind();
        model.addAttribute(FORM, form);
        model.addAttribute("kind", kind.name());
        model.addAttribute("path", path(kind));
        model.addAttribute("fields", kind.fields());
        model.addAttribute("versions", letters.versions(kind));
        model.addAttribute("preview", shown.unknownFields().isEmpty() ? shown.preview() : null);
        return "letter/edit";
    }

    private static String path(LetterKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @PostMapping(path = "/{path}", params = "action=save")
    String save(
            Actor actor,
            @PathVariable String path,
            @ModelAttribute(FORM) TemplateForm form,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        requireMayChange(actor);
        Template typed = form.typed(kind(path));
        try {
            letters.change(actor, typed.kind(), Optional.of(form.after()), typed.title(), typed.body());
        } catch (Refusal refusal) {
            return form(typed, refused(form, typed.kind(), refusal, locale, model), model);
        }
        then.addFlashAttribute("notice", Notice.of("letter.saved"));
        return "redirect:/beheer/brieven/" + path(typed.kind());
    }

    /** What was typed, with what is wrong at its field; where somebody changed it meanwhile, with theirs beside it. */
    private TemplateForm refused(TemplateForm typed, LetterKind kind, Refusal refusal, Locale locale, Model model) {
        if (refusal.kind() != Refusal.Kind.CONFLICT) {
            return Forms.reject(FORM, typed, refusal, () -> TemplateForm.of(letters.current(kind)), model);
        }
        BindingResult errors = new BeanPropertyBindingResult(typed, FORM);
        for (Refusal.Reason reason : refusal.reasons()) {
            errors.rejectValue(
                    "body",
                    reason.code(),
                    String.valueOf(messages.getMessage(
                            "error." + reason.code(), new Object[] {reason.detail()}, reason.detail(), locale)));
        }
        model.addAllAttributes(errors.getModel());
        return typed;
    }

    /** Shows what is typed with fictional data; nothing is kept. */
    @PostMapping(path = "/{path}", params = "action=preview")
    String preview(
            Actor actor,
            @PathVariable String path,
            @ModelAttribute(FORM) TemplateForm form,
            Locale locale,
            Model model) {
        requireMayChange(actor);
        Template typed = form.typed(kind(path));
        try {
            Letters.requireValid(typed);
        } catch (Refusal refusal) {
            refused(form, typed.kind(), refusal, locale, model);
        }
        return form(typed, form, model);
    }

    @PostMapping(path = "/{path}", params = "action=reset")
    String reset(Actor actor, @PathVariable String path, RedirectAttributes then) {
        requireMayChange(actor);
        letters.reset(actor, kind(path));
        then.addFlashAttribute("notice", Notice.of("letter.reset.done"));
        return "redirect:/beheer/brieven/" + path(kind(path));
    }

    /** The letter as it would be printed, with fictional data. */
    @GetMapping("/{path}/voorbeeld.pdf")
    ResponseEntity<byte[]> previewOnPaper(Actor actor, @PathVariable String path) {
        requireMayChange(actor);
        return PdfAnswer.of(press.print(papers.preview(letters.current(kind(path)))), "voorbeeld");
    }
}
