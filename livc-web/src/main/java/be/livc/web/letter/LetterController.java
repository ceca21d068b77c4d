package be.livc.web.letter;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.letter.LetterKind;
import be.livc.letter.Letters;
import be.livc.letter.Template;
import be.livc.platform.Refusal;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
        model.addAttribute("form", new TemplateForm(current.title(), current.body(), current.version()));
        return form(current, current.version(), model);
    }

    private String form(Template shown, @Nullable Integer madeOn, Model model) {
        LetterKind kind = shown.kind();
        model.addAttribute("madeOn", madeOn);
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
            @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes then) {
        requireMayChange(actor);
        Template typed = typed(path, form);
        if (errors.hasErrors()) {
            return form(typed, letters.current(typed.kind()).version(), model);
        }
        try {
            letters.change(actor, typed.kind(), Optional.ofNullable(form.version()), typed.title(), typed.body());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.CHANGED) {
                return beside(typed, model, response);
            }
            reject(errors, refusal, locale);
            return form(typed, form.version(), model);
        }
        then.addFlashAttribute("notice", Notice.of("letter.saved"));
        return "redirect:/beheer/brieven/" + path(typed.kind());
    }

    /** Somebody changed it meanwhile: theirs beside what was typed, which stays in the form. */
    private String beside(Template typed, Model model, HttpServletResponse response) {
        Template theirs = letters.current(typed.kind());
        model.addAttribute(
                "conflicts",
                List.of(
                        new Conflict("letter.form.title", typed.title(), theirs.title()),
                        new Conflict("letter.form.body", typed.body(), theirs.body())));
        response.setStatus(HttpStatus.CONFLICT.value());
        return form(typed, theirs.version(), model);
    }

    private static Template typed(String path, TemplateForm form) {
        return new Template(
                kind(path),
                0,
                Objects.requireNonNullElse(form.title(), ""),
                Objects.requireNonNullElse(form.body(), ""),
                false);
    }

    private void reject(BindingResult errors, Refusal refusal, Locale locale) {
        if (refusal.kind() != Refusal.Kind.CONFLICT) {
            Forms.reject(errors, refusal);
            return;
        }
        for (Refusal.Reason reason : refusal.reasons()) {
            errors.rejectValue(
                    "body",
                    reason.code(),
                    String.valueOf(messages.getMessage(
                            "error." + reason.code(), new Object[] {reason.detail()}, reason.detail(), locale)));
        }
    }

    /** Shows what is typed with fictional data; nothing is kept. */
    @PostMapping(path = "/{path}", params = "action=preview")
    String preview(
            Actor actor,
            @PathVariable String path,
            @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        requireMayChange(actor);
        Template typed = typed(path, form);
        try {
            Letters.requireValid(typed);
        } catch (Refusal refusal) {
            reject(errors, refusal, locale);
        }
        return form(typed, form.version(), model);
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
