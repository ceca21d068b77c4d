package be.livc.web.casefile;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.Corrections;
import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a correction beside a piece of information. */
@Controller
@RequestMapping("/dossiers/{id}/stukken/{piece}/rechtzetting")
class CorrectionController {

    /** What is typed. */
    record Correction(@Nullable String text) {}

    private final CaseFiles cases;
    private final CasePages pages;
    private final Corrections corrections;

    CorrectionController(CaseFiles cases, CasePages pages, Corrections corrections) {
        this.cases = cases;
        this.pages = pages;
        this.corrections = corrections;
    }

    @GetMapping
    String form(Actor actor, @PathVariable UUID id, @PathVariable UUID piece, Locale locale, Model model) {
        model.addAttribute("form", new Correction(null));
        return form(actor, id, new ItemId(piece), locale, model);
    }

    private String form(Actor actor, UUID id, ItemId piece, Locale locale, Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        view.requireNotHeldFrom(Act.CORRECT);
        model.addAttribute(
                "entry",
                pages.timeline(view, locale).stream()
                        .filter(one -> one.id().equals(piece.toString()))
                        .findFirst()
                        .orElseThrow(Refusal::notFound));
        pages.frame(view, "correction", locale, model);
        return "casefile/correction";
    }

    @PostMapping
    String correct(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID piece,
            @ModelAttribute("form") Correction form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        try {
            corrections.correct(actor, new CaseId(id), new ItemId(piece), Objects.requireNonNullElse(form.text(), ""));
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return form(actor, id, new ItemId(piece), locale, model);
        }
        then.addFlashAttribute("notice", Notice.of("minutes.corrected"));
        return "redirect:/dossiers/" + id;
    }
}
