package be.livc.web.api;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.exchange.Body;
import be.livc.exchange.Exchange;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.ExchangeReading;
import be.livc.exchange.ExchangeSettings;
import be.livc.exchange.Exchanges;
import be.livc.exchange.RecordExchange;
import be.livc.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is exchanged with OCAD and for the common database; recorded and handed out, never sent. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Exchanges")
class ExchangeCalls {

    /** One time that it was, or is, switched on. */
    record SettingView(UUID id, String body, String reference, LocalDate validFrom, @Nullable LocalDate validTo) {

        static SettingView of(ExchangeSettings.Setting setting) {
            return new SettingView(
                    setting.id(),
                    setting.body().name(),
                    setting.reference(),
                    setting.validFrom(),
                    setting.validTo().orElse(null));
        }
    }

    /** Switches it on. */
    record NewSetting(@Nullable String body, @Nullable String reference, @Nullable String validFrom) {}

    /** Switches it off after a day. */
    record SettingEnd(@Nullable String validTo) {}

    /** An exchange without its content. */
    record ExchangeView(
            UUID id,
            String kind,
            String counterpart,
            String author,
            String basis,
            Instant at,
            @Nullable UUID answers,
            @Nullable LocalDate sentOn,
            @Nullable String channel) {

        static ExchangeView of(Exchange exchange) {
            return new ExchangeView(
                    exchange.id().value(),
                    exchange.kind().name(),
                    exchange.counterpart(),
                    exchange.author(),
                    exchange.basis(),
                    exchange.recordedAt(),
                    exchange.answers().map(ItemId::value).orElse(null),
                    exchange.sentOn().orElse(null),
                    exchange.channel().orElse(null));
        }
    }

    /** Records an exchange. */
    record NewExchange(
            @Nullable String kind,
            @Nullable String counterpart,
            @Nullable String answers,
            @Nullable Map<String, String> fields,
            @Nullable Boolean quotingConfirmed) {}

    /** Says that it left by the partner's own channel. */
    record NewSending(@Nullable String date, @Nullable String channel) {}

    private final CaseFiles cases;
    private final Exchanges exchanges;
    private final ExchangeReading reading;
    private final ExchangeSettings settings;

    ExchangeCalls(CaseFiles cases, Exchanges exchanges, ExchangeReading reading, ExchangeSettings settings) {
        this.cases = cases;
        this.exchanges = exchanges;
        this.reading = reading;
        this.settings = settings;
    }

    @GetMapping("/exchange-settings")
    @Operation(summary = "What was switched on, on which reference, from when to when")
    List<SettingView> settings(Actor actor) {
        return settings.all().stream().map(SettingView::of).toList();
    }

    @PostMapping("/exchange-settings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Switch the exchange with OCAD, or for the GGB, on")
    CaseActCalls.Made switchOn(Actor actor, @RequestBody NewSetting asked) {
        Fields fields = new Fields();
        Body body = fields.code("body", asked.body(), Body.class);
        String reference = fields.text("reference", asked.reference());
        LocalDate from = fields.day("validFrom", asked.validFrom());
        fields.check();
        return new CaseActCalls.Made(settings.switchOn(actor, body, reference, from));
    }

    @PostMapping("/exchange-settings/{body}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switch it off after a day")
    void switchOff(Actor actor, @PathVariable String body, @RequestBody SettingEnd asked) {
        Body which = Stream.of(Body.values())
                .filter(one -> one.name().equals(body))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Fields fields = new Fields();
        LocalDate last = fields.day("validTo", asked.validTo());
        fields.check();
        settings.switchOff(actor, which, last);
    }

    @GetMapping("/cases/{id}/exchanges")
    @Operation(summary = "The exchanges of a case that the caller sees, the newest first")
    List<ExchangeView> list(Actor actor, @PathVariable UUID id) {
        return reading.of(cases.open(actor, new CaseId(id))).stream()
                .map(ExchangeView::of)
                .toList();
    }

    @PostMapping("/cases/{id}/exchanges")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Record an exchange; what goes out is disclosed to its counterpart. 422 quotes-secret names each field"
                            + " that quotes what was told in secret, with the places of the words (from-to); confirm to go on")
    CaseActCalls.Made record(Actor actor, @PathVariable UUID id, @RequestBody NewExchange asked) {
        Fields fields = new Fields();
        ExchangeKind kind = fields.code("kind", asked.kind(), ExchangeKind.class);
        MandateId counterpart = fields.mandate("counterpart", asked.counterpart());
        Optional<ItemId> answers =
                Fields.maybe(asked.answers()).map(text -> new ItemId(fields.id("answers", text, "unknown-item")));
        fields.check();
        Map<String, String> values = asked.fields() == null ? Map.of() : asked.fields();
        return new CaseActCalls.Made(exchanges
                .record(
                        actor,
                        new RecordExchange(
                                new CaseId(id),
                                kind,
                                counterpart,
                                values,
                                answers,
                                Boolean.TRUE.equals(asked.quotingConfirmed())))
                .value());
    }

    @GetMapping(path = "/cases/{id}/exchanges/{exchange}/file", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take the exact content out, to send by the partner's own channel; stands in the ledger")
    String file(Actor actor, @PathVariable UUID id, @PathVariable UUID exchange) {
        return reading.take(actor, new CaseId(id), new ItemId(exchange)).text();
    }

    @PostMapping("/cases/{id}/exchanges/{exchange}/sent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Note that it left by the partner's own channel")
    void sent(Actor actor, @PathVariable UUID id, @PathVariable UUID exchange, @RequestBody NewSending asked) {
        Fields fields = new Fields();
        LocalDate day = fields.day("date", asked.date());
        String channel = fields.text("channel", asked.channel());
        fields.check();
        exchanges.sent(actor, new CaseId(id), new ItemId(exchange), day, channel);
    }
}
