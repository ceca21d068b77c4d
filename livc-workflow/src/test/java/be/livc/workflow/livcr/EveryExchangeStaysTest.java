package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ItemId;
import be.livc.exchange.Body;
import be.livc.exchange.Exchange;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.ExchangeReading;
import be.livc.exchange.ExchangeSettings;
import be.livc.exchange.Exchanges;
import be.livc.exchange.RecordExchange;
import be.livc.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is exchanged with OCAD and for the common database, at random: switched on and off, recorded, answered, noted as sent.
 * Whatever becomes of the cases: nothing is exchanged while it is off or the case is held, hidden or closed, what was exchanged is
 * read and taken out as it was written, its counterpart sees that and no more, and all goes when its case goes.
 */
class EveryExchangeStaysTest extends RandomMattersTestBase {

    private static final String CHANNEL = "SECURE_MAIL";

    /** What was exchanged, as far as it was done here. */
    private static final class Kept {

        private final CaseId caseId;
        private final ItemId id;
        private final ExchangeKind kind;
        private final Optional<ItemId> answers;
        private final String text;
        private @Nullable LocalDate sentOn;

        private Kept(CaseId caseId, ItemId id, ExchangeKind kind, Optional<ItemId> answers, String text) {
            this.caseId = caseId;
            this.id = id;
            this.kind = kind;
            this.answers = answers;
            this.text = text;
        }
    }

    @Autowired
    Exchanges exchanges;

    @Autowired
    ExchangeReading exchangeReading;

    @Autowired
    ExchangeSettings settings;

    private List<Kept> kept;

    @Override
    int seed() {
        return 2903;
    }

    @Override
    void begins() {
        kept = new ArrayList<>();
    }

    @Override
    void goesOn() {
        switch (acts.below(12)) {
            case 0, 1 -> {
                Body body = acts.oneOf(List.of(Body.values()));
                attempt("switch on", !isOnFrom(body, today()), () -> switchOn(body));
            }
            case 2 -> acts.attempt("switch off", () -> switchOff(acts.oneOf(List.of(Body.values()))));
            case 3, 4 -> record(aCase(), ExchangeKind.EVALUATION_REQUEST, Optional.empty());
            case 5, 6 -> record(aCase(), ExchangeKind.GGB_FEED, Optional.empty());
            case 7 -> record(aCase(), ExchangeKind.GUIDANCE_REPORT, Optional.empty());
            case 8, 9 ->
                requests().stream()
                        .skip(acts.below(requests().size() + 1))
                        .findFirst()
                        .ifPresent(one -> record(one.caseId, ExchangeKind.EVALUATION_ANSWER, Optional.of(one.id)));
            default ->
                kept.stream().skip(acts.below(kept.size() + 1)).findFirst().ifPresent(this::send);
        }
    }

    private List<Kept> requests() {
        return kept.stream()
                .filter(one -> one.kind == ExchangeKind.EVALUATION_REQUEST)
                .toList();
    }

    private boolean isOnFrom(Body body, LocalDate from) {
        return in(settings::all).stream()
                .anyMatch(one -> one.body() == body
                        && one.validTo().filter(from::isAfter).isEmpty());
    }

    private boolean switchOn(Body body) {
        return in(() -> settings.switchOn(as(COORDINATOR), body, "Wet van 29-03-2024", today())) != null;
    }

    private boolean switchOff(Body body) {
        return done(() -> settings.switchOff(as(COORDINATOR), body, today()));
    }

    /** Whether something can be recorded in this case now: nothing hides, holds or closed it. */
    private boolean takesMore(CaseId caseId) {
        if (!isSeen(caseId)) {
            return false;
        }
        CaseView view = seenBy(COORDINATOR, caseId);
        return view.closedOn().isEmpty() && view.holds().stream().noneMatch(hold -> hold.stops(Act.RECORD_EXCHANGE));
    }

    private void record(CaseId caseId, ExchangeKind kind, Optional<ItemId> answers) {
        boolean possible = isOnFrom(kind.body(), today()) && takesMore(caseId);
        attempt(kind.name(), possible, () -> {
            ItemId id = in(() -> exchanges.record(
                    as(COORDINATOR),
                    new RecordExchange(caseId, kind, mandate(ExchangeTest.LIAISON), fields(kind), answers)));
            return kept.add(new Kept(caseId, id, kind, answers, taken(caseId, id)));
        });
    }

    private Map<String, String> fields(ExchangeKind kind) {
        String day = today().minusDays(1).toString();
        return switch (kind) {
            case GUIDANCE_REPORT ->
                Map.of(
                        "periodFrom", today().minusMonths(3).toString(),
                        "periodTo", day,
                        "framework", "PROBATION",
                        "compliance", "YES",
                        "progress", "Hij komt elke week");
            case EVALUATION_REQUEST ->
                Map.of("urgency", "URGENT", "question", "Welk niveau geldt?", "reason", "Een uitspraak");
            case EVALUATION_ANSWER ->
                Map.of(
                        "level",
                        "LEVEL_3",
                        "evaluatedOn",
                        day,
                        "reviewOn",
                        today().plusMonths(6).toString(),
                        "source",
                        "Antwoord van OCAD");
            case GGB_FEED ->
                Map.of(
                        "category", "PGE",
                        "feed", "NEW",
                        "observedOn", day,
                        "information", "Nieuwe contacten");
        };
    }

    private String taken(CaseId caseId, ItemId id) {
        return in(() -> exchangeReading.take(as(COORDINATOR), caseId, id)).text();
    }

    private void send(Kept one) {
        boolean possible = one.sentOn == null && !one.kind.comesIn() && isSeen(one.caseId) && !isHeld(one.caseId);
        attempt("send", possible, () -> {
            run(() -> exchanges.sent(as(COORDINATOR), one.caseId, one.id, today(), CHANNEL));
            one.sentOn = today();
            return true;
        });
    }

    private boolean isHeld(CaseId caseId) {
        return seenBy(COORDINATOR, caseId).holds().stream().anyMatch(hold -> hold.stops(Act.RECORD_EXCHANGE));
    }

    @Override
    void leaves(CaseId caseId, CaseId asThere) {}

    @Override
    Object picture() {
        Map<CaseId, List<Exchange>> seen = new HashMap<>();
        caseIds.stream().filter(this::isSeen).forEach(caseId -> seen.put(caseId, seenIn(caseId)));
        return List.of(in(settings::all), seen);
    }

    private List<Exchange> seenIn(CaseId caseId) {
        return in(() -> exchangeReading.of(seenBy(COORDINATOR, caseId)));
    }

    private List<Kept> keptOf(CaseId caseId) {
        return kept.stream().filter(one -> one.caseId.equals(caseId)).toList();
    }

    @Override
    void isAsRecorded(String when) {
        for (CaseId caseId : caseIds) {
            if (gone.contains(caseId)) {
                keptOf(caseId).forEach(one -> assertThatThrownBy(() -> taken(caseId, one.id))
                        .as(when)
                        .hasMessage("not-found"));
            } else if (isSeen(caseId)) {
                isAsRecorded(when, caseId);
            }
            assertThat(seenByTheLiaison(caseId))
                    .as("%s: what the counterpart sees", when)
                    .containsExactlyElementsOf(
                            isSeen(caseId)
                                    ? keptOf(caseId).stream()
                                            .filter(one -> !one.kind.comesIn())
                                            .map(one -> one.id)
                                            .toList()
                                    : List.of());
        }
    }

    private void isAsRecorded(String when, CaseId caseId) {
        List<Kept> here = keptOf(caseId);
        List<Exchange> seen = seenIn(caseId);
        assertThat(seen)
                .as(when)
                .extracting(Exchange::id)
                .containsExactlyInAnyOrderElementsOf(
                        here.stream().map(one -> one.id).toList());
        for (Kept one : here) {
            Exchange exchange = seen.stream()
                    .filter(other -> other.id().equals(one.id))
                    .findFirst()
                    .orElseThrow();
            assertThat(exchange.kind()).as(when).isEqualTo(one.kind);
            assertThat(exchange.answers()).as(when).isEqualTo(one.answers);
            assertThat(exchange.sentOn()).as(when).isEqualTo(Optional.ofNullable(one.sentOn));
            assertThat(exchange.channel())
                    .as(when)
                    .isEqualTo(Optional.ofNullable(one.sentOn).map(day -> CHANNEL));
        }
        boolean awaits = here.stream()
                .filter(one -> one.kind == ExchangeKind.EVALUATION_REQUEST)
                .anyMatch(request -> here.stream().noneMatch(one -> one.answers.equals(Optional.of(request.id))));
        assertThat(in(() -> exchangeReading.awaitsAnswer(caseId))).as(when).isEqualTo(awaits);
        if (!here.isEmpty()) {
            Kept any = Objects.requireNonNull(acts.oneOf(here));
            assertThat(taken(caseId, any.id)).as(when).isEqualTo(any.text);
        }
    }

    private List<ItemId> seenByTheLiaison(CaseId caseId) {
        try {
            return seenBy(ExchangeTest.LIAISON, caseId).timeline().stream()
                    .filter(piece -> piece.type() == ObjectType.EXCHANGE)
                    .map(CaseView.Piece::id)
                    .toList();
        } catch (Refusal refused) {
            assertThat(refused.code()).isEqualTo("not-found");
            return List.of();
        }
    }

    @Override
    void endsBeforeTheCases() {}
}
