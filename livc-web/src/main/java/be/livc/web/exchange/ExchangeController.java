package be.livc.web.exchange;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.cell.Mandates;
import be.livc.exchange.Body;
import be.livc.exchange.Exchange;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.ExchangeReading;
import be.livc.exchange.ExchangeSettings;
import be.livc.exchange.Exchanges;
import be.livc.exchange.Field;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import be.livc.web.casefile.CasePages;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is exchanged on a case: the list, the forms, and the files to send by the partner's own channel. */
@Controller
@RequestMapping("/dossiers/{id}/uitwisseling")
class ExchangeController {

    private static final String FORM = "exchangeForm";

    private final CaseFiles cases;
    private final Exchanges exchanges;
    private final ExchangeReading reading;
    private final ExchangeSettings settings;
    private final Mandates mandates;
    private final CasePages pages;
    private final ExchangePaper papers;
    private final Press press;
    private final Choices choices;
    private final Clock clock;

    ExchangeController(
            CaseFiles cases,
            Exchanges exchanges,
            ExchangeReading reading,
            ExchangeSettings settings,
            Mandates mandates,
            CasePages pages,
            ExchangePaper papers,
            Press press,
            Choices choices,
            Clock clock) {
        this.cases = cases;
        this.exchanges = exchanges;
        this.reading = reading;
        this.settings = settings;
        this.mandates = mandates;
        this.pages = pages;
        this.papers = papers;
        this.press = press;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        pages.frame(view, "exchange", locale, model);
        List<Exchange> all = reading.of(view);
        model.addAttribute("exchanges", all);
        model.addAttribute(
                "requests",
                all.stream()
                        .filter(one -> one.kind() == ExchangeKind.EVALUATION_REQUEST)
                        .toList());
        model.addAttribute("channels", choices.codes("exchange-channels", locale));
        model.addAttribute("channelLabels", choices.labels("exchange-channels", locale));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Belgium.TIME));
        model.addAttribute("mayRecord", view.takes(Act.RECORD_EXCHANGE));
        model.addAttribute("maySend", !view.isHeldFrom(Act.RECORD_EXCHANGE));
        List<Body> off = Stream.of(Body.values())
                .filter(body -> settings.of(body).isEmpty())
                .toList();
        model.addAttribute(
                "kinds",
                Stream.of(ExchangeKind.values())
                        .filter(kind -> kind.isFor(actor) && !off.contains(kind.body()))
                        .toList());
        model.addAttribute("off", off);
        model.addAttribute("maySwitch", Act.CONFIGURE_CELL.isFor(actor.capacity()));
        return "exchange/list";
    }

    @GetMapping("/nieuw")
    String blank(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam("soort") String kind,
            @RequestParam(value = "verzoek", defaultValue = "") String request,
            Locale locale,
            Model model) {
        ExchangeForm form = ExchangeForm.of(kind(kind), Map.of("answers", request));
        return page(actor, id, form, locale, model);
    }

    private static ExchangeKind kind(String typed) {
        return Typed.code(ExchangeKind.class, typed).orElseThrow(Refusal::notFound);
    }

    private String page(Actor actor, UUID id, ExchangeForm form, Locale locale, Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        if (!form.kind().isFor(actor)) {
            throw Refusal.forbidden();
        }
        if (settings.of(form.kind().body()).isEmpty()) {
            throw Refusal.conflict("exchange-off");
        }
        view.requireNotHeldFrom(Act.RECORD_EXCHANGE);
        pages.frame(view, "exchange", locale, model);
        model.addAttribute(FORM, form);
        model.addAttribute("kind", form.kind());
        model.addAttribute("formFields", form.kind().fields());
        model.addAttribute("options", options(form.kind(), locale));
        model.addAttribute(
                "counterparts",
                mandates.ofThoseWhoTakePart().stream()
                        .filter(form.kind()::goesWith)
                        .map(mandate -> new Choice(mandate.id().toString(), mandate.nameWithPartner()))
                        .toList());
        model.addAttribute(
                "requests",
                reading.of(view).stream()
                        .filter(one -> one.kind() == ExchangeKind.EVALUATION_REQUEST)
                        .map(one -> new Choice(
                                one.id().toString(),
                                choices.date(LocalDate.ofInstant(one.recordedAt(), Belgium.TIME), locale) + " · "
                                        + one.counterpart()))
                        .toList());
        return "exchange/form";
    }

    private Map<String, List<Choice>> options(ExchangeKind kind, Locale locale) {
        Map<String, List<Choice>> options = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            field.list().ifPresent(list -> options.put(field.name(), choices.codes(list, locale)));
        }
        return options;
    }

    @PostMapping
    String record(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam("soort") String kind,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        ExchangeForm form = ExchangeForm.of(kind(kind), sent);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Forms.reject(errors, form.problems(), form.paths());
        if (!errors.hasErrors()) {
            try {
                exchanges.record(actor, form.command(new CaseId(id)));
                next.addFlashAttribute("notice", Notice.of("exchange.recorded.done"));
                return "redirect:/dossiers/" + id + "/uitwisseling";
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal, form.paths());
                model.addAttribute("quoted", form.quoted(refusal));
            }
        }
        String page = page(actor, id, form, locale, model);
        model.addAllAttributes(errors.getModel());
        return page;
    }

    /** On paper. */
    @GetMapping("/{exchange}/formulier.pdf")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable UUID id, @PathVariable UUID exchange) {
        ExchangeReading.Taken taken = reading.take(actor, new CaseId(id), new ItemId(exchange));
        return PdfAnswer.of(press.print(papers.of(taken.file())), "formulier");
    }

    /** As a file for another program: the exact bytes that the ledger is bound to. */
    @GetMapping("/{exchange}/formulier.json")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id, @PathVariable UUID exchange) {
        ExchangeReading.Taken taken = reading.take(actor, new CaseId(id), new ItemId(exchange));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"formulier.json\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(taken.text().getBytes(StandardCharsets.UTF_8));
    }

    /** It left by the partner's own channel. */
    @PostMapping("/{exchange}/verzonden")
    String sent(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID exchange,
            @RequestParam(defaultValue = "") String sentOn,
            @RequestParam(defaultValue = "") String channel,
            RedirectAttributes next) {
        Reading reading = new Reading();
        LocalDate day = reading.day("sentOn", sentOn);
        reading.check();
        exchanges.sent(actor, new CaseId(id), new ItemId(exchange), day, channel);
        next.addFlashAttribute("notice", Notice.of("exchange.sent.done"));
        return "redirect:/dossiers/" + id + "/uitwisseling";
    }
}
