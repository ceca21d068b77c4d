package be.livc.web.casefile;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.RecordThirdParty;
import be.livc.casefile.ThirdParties;
import be.livc.casefile.ThirdPartyRole;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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

/** Others than the subject of a case: family, victims, who reported. */
@Controller
@RequestMapping("/dossiers/{id}/personen")
class ThirdPartyController {

    /** Somebody as they are typed. */
    record Form(
            @Nullable String name,
            @Nullable ThirdPartyRole role,
            @Nullable String address,
            @Nullable Boolean shielded) {}

    private final CaseFiles cases;
    private final CasePages pages;
    private final ThirdParties thirdParties;

    ThirdPartyController(CaseFiles cases, CasePages pages, ThirdParties thirdParties) {
        this.cases = cases;
        this.pages = pages;
        this.thirdParties = thirdParties;
    }

    @GetMapping
    String list(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("form", new Form(null, null, null, null));
        return list(actor, new CaseId(id), locale, model);
    }

    private String list(Actor actor, CaseId id, Locale locale, Model model) {
        CaseView view = cases.open(actor, id);
        model.addAttribute("others", thirdParties.of(actor, id));
        model.addAttribute("roles", ThirdPartyRole.values());
        model.addAttribute(
                "mayRecord",
                Act.RECORD_THIRD_PARTY.isFor(actor.capacity()) && !view.isHeldFrom(Act.RECORD_THIRD_PARTY));
        pages.frame(view, "people", locale, model);
        return "casefile/people";
    }

    @PostMapping
    String record(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        if (form.role() == null && !errors.hasFieldErrors("role")) {
            errors.rejectValue("role", "error.required");
        }
        if (form.role() != null && !errors.hasErrors()) {
            try {
                thirdParties.record(
                        actor,
                        new RecordThirdParty(
                                new CaseId(id),
                                form.role(),
                                Objects.requireNonNullElse(form.name(), ""),
                                Optional.ofNullable(form.address()),
                                Boolean.TRUE.equals(form.shielded())));
                then.addFlashAttribute("notice", Notice.of("third.added"));
                return "redirect:/dossiers/" + id + "/personen";
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal);
            }
        }
        return list(actor, new CaseId(id), locale, model);
    }
}
