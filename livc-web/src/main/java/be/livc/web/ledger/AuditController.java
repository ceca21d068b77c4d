package be.livc.web.ledger;

import be.livc.access.LedgerReading;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.ledger.Result;
import be.livc.platform.Page;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of the cell: the DPO's all of it, everyone else's their own acts. */
@Controller
@RequestMapping("/audit")
class AuditController {

    /** One line of the log; who is named by their mandate, where they have one. */
    record Line(
            long index,
            Instant at,
            String who,
            String action,
            String object,
            String purpose,
            @Nullable String why,
            boolean denied,
            boolean altered) {}

    private final LedgerReading reading;
    private final LedgerBook book;
    private final Mandates mandates;
    private final MessageSource messages;

    AuditController(LedgerReading reading, LedgerBook book, Mandates mandates, MessageSource messages) {
        this.reading = reading;
        this.book = book;
        this.mandates = mandates;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(name = "wat", defaultValue = "") String what,
            @RequestParam(name = "geweigerd", defaultValue = "false") boolean deniedOnly,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        LedgerFilter filter = LedgerFilter.all().backwards();
        Optional<Action> action = Arrays.stream(Action.values())
                .filter(one -> one.name().equals(what))
                .findFirst();
        filter = action.isPresent() ? filter.of(action.get()) : filter;
        filter = deniedOnly ? filter.ended(Result.DENIED) : filter;
        filter = after.isPresent() ? filter.after(after.get()) : filter;
        Page<LedgerEntryView> page = reading.entries(actor, filter, Page.USUAL);
        Map<MandateId, String> names =
                mandates.all().stream().collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner));
        List<Line> lines =
                page.items().stream().map(entry -> line(entry, names, locale)).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("actions", Action.values());
        model.addAttribute("what", what);
        model.addAttribute("deniedOnly", deniedOnly);
        String query = "/audit?wat=" + action.map(Enum::name).orElse("") + "&geweigerd=" + deniedOnly;
        model.addAttribute("firstHref", after.isPresent() ? query : null);
        model.addAttribute(
                "nextHref",
                page.next().map(cursor -> query + "&after=" + cursor).orElse(null));
        model.addAttribute("seesAll", reading.seesAll(actor));
        return "ledger/audit";
    }

    private Line line(LedgerEntryView view, Map<MandateId, String> names, Locale locale) {
        String who = view.entry()
                .flatMap(entry -> entry.actor().mandate())
                .map(mandate -> names.getOrDefault(new MandateId(mandate), ""))
                .orElse("");
        return new Line(
                view.index(),
                view.time(),
                who,
                view.entry().map(entry -> entry.action().name()).orElse(""),
                view.entry()
                        .map(entry -> word("ledger.object.", entry.object().type(), locale))
                        .orElse(""),
                view.entry().map(entry -> entry.purpose()).orElse(""),
                view.entry()
                        .flatMap(entry -> entry.why())
                        .map(why -> word("why.", why, locale))
                        .orElse(null),
                view.entry().filter(entry -> entry.result() == Result.DENIED).isPresent(),
                view.state() == LedgerEntryView.State.ALTERED);
    }

    /** What people read for a code; a code that has no words yet is shown as it is. */
    private String word(String prefix, String code, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(prefix + code, null, code, locale), code);
    }

    /** Signs a checkpoint now and shows it. */
    @PostMapping("/controlepunt")
    String checkpoint(Actor actor, Model model) {
        reading.requireAll(actor);
        model.addAttribute("checkpoint", book.checkpoint());
        model.addAttribute("key", book.verifierKey());
        return "ledger/checkpoint";
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(Actor actor) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        reading.export(actor, zip);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"logboek.zip\"")
                .body(zip.toByteArray());
    }
}
