package be.livc.web.transfer;

import be.livc.access.Act;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.web.casefile.Person;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.workflow.transfer.OfferCheck;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offers a case to another cell: to whom and why, then piece by piece what goes with it. */
@Controller
@RequestMapping("/overdrachten/nieuw")
class OfferController {

    private static final String FORM = "transferForm";

    private final TransferFlow transfers;
    private final Cells cells;
    private final Choices choices;
    private final Clock clock;

    OfferController(TransferFlow transfers, Cells cells, Choices choices, Clock clock) {
        this.transfers = transfers;
        this.cells = cells;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String blank(Actor actor, @RequestParam("dossier") UUID id, Locale locale, Model model) {
        Act.OFFER_TRANSFER.requireFor(actor);
        OfferForm form = new OfferForm("", "", actor.purpose(), "", List.of());
        return page(id, form, locale, model);
    }

    private String page(UUID id, OfferForm form, Locale locale, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("caseId", id);
        model.addAttribute(
                "destinations",
                transfers.destinations().stream()
                        .map(cell -> new Choice(cell.id().toString(), cell.name()))
                        .toList());
        CellKind here = cells.current().kind();
        Map<String, String> labels = choices.transferKinds(here, locale);
        model.addAttribute(
                "kinds",
                TransferKind.offeredBy(here).stream()
                        .map(kind -> new Choice(kind.name(), labels.getOrDefault(kind.name(), "")))
                        .toList());
        model.addAttribute("purposes", choices.codes("purposes", locale));
        return "transfer/new";
    }

    /** The first time it shows what can go; with that confirmed it offers. */
    @PostMapping
    String offer(
            Actor actor,
            @RequestParam("dossier") UUID id,
            @ModelAttribute(FORM) OfferForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Act.OFFER_TRANSFER.requireFor(actor);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Forms.reject(errors, form.problems(transfers::fits), Map.of());
        if (errors.hasErrors()) {
            model.addAllAttributes(errors.getModel());
            return page(id, form, locale, model);
        }
        if (confirmed) {
            TransferId offered = transfers.offer(actor, form.asked(new CaseId(id)));
            next.addFlashAttribute("notice", Notice.of("transfer.offered"));
            return "redirect:/overdrachten/" + offered;
        }
        return check(actor, id, form, locale, model);
    }

    private String check(Actor actor, UUID id, OfferForm form, Locale locale, Model model) {
        OfferCheck check = transfers.check(actor, new CaseId(id), form.cell().orElseThrow(), form.purpose());
        model.addAttribute(FORM, form);
        model.addAttribute("caseId", id);
        model.addAttribute("check", check);
        model.addAttribute("kindLabels", choices.transferKinds(actor.cellKind(), locale));
        model.addAttribute("person", Person.of(check.opened().subject(), LocalDate.now(clock)));
        model.addAttribute(
                "destination",
                transfers.destinations().stream()
                        .filter(cell -> cell.id().toString().equals(form.to()))
                        .map(cell -> cell.name())
                        .findFirst()
                        .orElse(""));
        model.addAttribute(
                "purposeLabel", choices.labels("purposes", locale).getOrDefault(form.purpose(), form.purpose()));
        return "transfer/check";
    }
}
