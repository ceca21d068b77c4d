package be.livc.web.transfer;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferRow;
import be.livc.transfer.TransferState;
import be.livc.transfer.TransferView;
import be.livc.web.casefile.Person;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The hand-overs of the cell: what comes in, what goes out, and the answers. */
@Controller
@RequestMapping("/overdrachten")
class TransferController {

    private static final String FORM = "refusalForm";
    private static final Map<String, String> FIELDS = Map.of("text", "words");

    /** Why an offer is refused. */
    record RefusalForm(String code, String words) {

        RefusalForm(@Nullable String code, @Nullable String words) {
            this.code = Typed.text(code);
            this.words = Typed.text(words);
        }
    }

    private final TransferReading reading;
    private final TransferFlow transfers;
    private final Choices choices;
    private final Clock clock;

    TransferController(TransferReading reading, TransferFlow transfers, Choices choices, Clock clock) {
        this.reading = reading;
        this.transfers = transfers;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Locale locale, Model model) {
        List<TransferRow> rows = reading.list(actor);
        model.addAttribute(
                "toAnswer",
                rows.stream()
                        .filter(row -> row.incoming() && row.state() == TransferState.OFFERED)
                        .sorted(Comparator.comparing(TransferRow::answerBy))
                        .toList());
        model.addAttribute(
                "others",
                rows.stream()
                        .filter(row -> !row.incoming() || row.state() != TransferState.OFFERED)
                        .toList());
        model.addAttribute("kindLabels", choices.transferKinds(actor.cellKind(), locale));
        model.addAttribute("now", clock.instant());
        return "transfer/list";
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        frame(actor, id, locale, model);
        return "transfer/show";
    }

    private TransferView frame(Actor actor, UUID id, Locale locale, Model model) {
        TransferView transfer = reading.open(actor, new TransferId(id));
        boolean open = transfer.state() == TransferState.OFFERED;
        model.addAttribute("transfer", transfer);
        model.addAttribute("kindLabels", choices.transferKinds(actor.cellKind(), locale));
        model.addAttribute(
                "person",
                transfer.summary()
                        .map(summary -> Person.of(summary.subject(), LocalDate.now(clock)))
                        .orElse(null));
        model.addAttribute(
                "purposeLabel",
                choices.labels("purposes", locale).getOrDefault(transfer.purpose(), transfer.purpose()));
        model.addAttribute(
                "answerLabel",
                transfer.answerCode()
                        .map(code -> choices.labels("transfer-refusals", locale).getOrDefault(code, code))
                        .orElse(null));
        model.addAttribute("mayAnswer", open && transfer.incoming() && Act.ANSWER_TRANSFER.isFor(actor.capacity()));
        model.addAttribute("mayWithdraw", open && !transfer.incoming() && Act.OFFER_TRANSFER.isFor(actor.capacity()));
        return transfer;
    }

    @GetMapping("/{id}/overnemen")
    String checkAcceptance(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        requireOpen(frame(actor, id, locale, model), true);
        return "transfer/accept-check";
    }

    @PostMapping("/{id}/overnemen")
    String accept(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        TakenOver taken = transfers.accept(actor, new TransferId(id));
        next.addFlashAttribute("notice", Notice.of("transfer.accepted", taken.number()));
        return "redirect:/dossiers/" + taken.caseId();
    }

    @GetMapping("/{id}/weigeren")
    String refusal(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        requireOpen(frame(actor, id, locale, model), true);
        return refusalPage(new RefusalForm("", ""), locale, model);
    }

    private String refusalPage(RefusalForm form, Locale locale, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("codes", choices.codes("transfer-refusals", locale));
        return "transfer/refuse";
    }

    @PostMapping("/{id}/weigeren")
    String refuse(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) RefusalForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            transfers.refuse(actor, new TransferId(id), form.code(), form.words());
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal, FIELDS);
            frame(actor, id, locale, model);
            model.addAllAttributes(errors.getModel());
            return refusalPage(form, locale, model);
        }
        next.addFlashAttribute("notice", Notice.of("transfer.refused"));
        return "redirect:/overdrachten/" + id;
    }

    @GetMapping("/{id}/intrekken")
    String checkWithdrawal(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        requireOpen(frame(actor, id, locale, model), false);
        return "transfer/withdraw-check";
    }

    @PostMapping("/{id}/intrekken")
    String withdraw(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        transfers.withdraw(actor, new TransferId(id));
        next.addFlashAttribute("notice", Notice.of("transfer.withdrawn"));
        return "redirect:/overdrachten/" + id;
    }

    private static void requireOpen(TransferView transfer, boolean incoming) {
        if (transfer.state() != TransferState.OFFERED || transfer.incoming() != incoming) {
            throw Refusal.conflict("already-answered");
        }
    }
}
