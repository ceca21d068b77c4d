package be.livc.web.api;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.platform.Refusal;
import be.livc.threshold.Escalation;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.decision.DecisionTables.Table;
import be.livc.workflow.decision.Preview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the decision tables of a cell say, what it set in them, and what setting it otherwise would mean. */
@RestController
@RequestMapping("/api/v1/decision-tables")
@Tag(name = "Configuration")
class DecisionTableCalls {

    /** A number that the cell may set, between bounds. */
    record NumberView(String name, int value, int usual, int least, int most) {}

    /** A function that the cell may set, one of these. */
    record FunctionView(String name, Capacity value, Capacity usual, List<Capacity> choices) {}

    /** All that the tables say, in the version that holds; {@code activatedAt} is null until a cell sets anything. */
    record TablesView(
            int version,
            @Nullable Instant activatedAt,
            List<NumberView> numbers,
            List<FunctionView> functions,
            List<String> terms,
            List<String> triage) {}

    /** What to set otherwise, by name; what is not named stays. */
    record NewTables(
            @Nullable Map<String, @Nullable Integer> numbers, @Nullable Map<String, @Nullable String> functions) {}

    /** What it would mean for the cases that wait at a step now; no case is named. */
    record EffectView(
            String step,
            int open,
            int moved,
            int pastNow,
            int pastThen,
            @Nullable Capacity toNow,
            @Nullable Capacity toThen,
            int reassigned) {

        static EffectView of(Preview.Effect effect) {
            return new EffectView(
                    effect.step(),
                    effect.open(),
                    effect.moved(),
                    effect.pastNow(),
                    effect.pastThen(),
                    effect.toNow().orElse(null),
                    effect.toThen().orElse(null),
                    effect.reassigned());
        }
    }

    /** The effect, step by step. */
    record EffectsView(List<EffectView> items) {}

    private final Thresholds thresholds;
    private final Preview preview;
    private final DecisionTables tables;

    DecisionTableCalls(Thresholds thresholds, Preview preview, DecisionTables tables) {
        this.thresholds = thresholds;
        this.preview = preview;
        this.tables = tables;
    }

    private static void requireMaySet(Actor actor) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
    }

    @GetMapping
    @Operation(summary = "What the decision tables say and what the cell set in them; the ETag is their version")
    ResponseEntity<TablesView> show(Actor actor) {
        requireMaySet(actor);
        return answer(thresholds.current(), actor.cellKind());
    }

    private ResponseEntity<TablesView> answer(Thresholds.Version version, CellKind kind) {
        return ResponseEntity.ok()
                .eTag(tag(version))
                .body(new TablesView(
                        version.number(),
                        Optional.of(version.activatedAt())
                                .filter(at -> version.number() > 0)
                                .orElse(null),
                        Stream.of(Threshold.values())
                                .map(one -> new NumberView(
                                        one.name(), version.of(one), one.usual(), one.least(), one.most()))
                                .toList(),
                        Stream.of(Escalation.values())
                                .map(one -> new FunctionView(
                                        one.name(), version.of(one, kind), one.usual(kind), one.choices(kind)))
                                .toList(),
                        List.copyOf(tables.rules(Table.TERMS).values()),
                        List.copyOf(tables.rules(Table.TRIAGE).values())));
    }

    private static String tag(Thresholds.Version version) {
        return "\"" + version.number() + "\"";
    }

    @PostMapping("/preview")
    @Operation(summary = "What other numbers and functions would mean for the steps that are open now; changes nothing")
    EffectsView preview(Actor actor, @RequestBody NewTables asked) {
        requireMaySet(actor);
        return new EffectsView(
                preview.of(actor, wanted(asked)).stream().map(EffectView::of).toList());
    }

    @PutMapping
    @Operation(summary = "Activate them, for steps that begin from now on; If-Match takes the ETag of what was read")
    ResponseEntity<TablesView> activate(
            Actor actor,
            @RequestHeader(name = "If-Match", required = false) @Nullable String read,
            @RequestBody NewTables asked) {
        requireMaySet(actor);
        NewThresholds wanted = wanted(asked);
        Thresholds.Version present = thresholds.current();
        if (Fields.maybe(read)
                .filter(tag -> !tag.equals("*") && !tag.equals(tag(present)))
                .isPresent()) {
            throw Refusal.changedMeanwhile();
        }
        return answer(thresholds.activate(actor, present.number(), wanted), actor.cellKind());
    }

    private static NewThresholds wanted(NewTables asked) {
        Fields fields = new Fields();
        Map<Threshold, Integer> numbers = new EnumMap<>(Threshold.class);
        Map<String, @Nullable Integer> sentNumbers = asked.numbers() == null ? Map.of() : asked.numbers();
        sentNumbers.forEach((name, value) -> {
            Threshold threshold = fields.code("numbers", name, Threshold.class);
            fields.part(name, value).ifPresent(number -> numbers.put(threshold, number));
        });
        Map<Escalation, Capacity> functions = new EnumMap<>(Escalation.class);
        Map<String, @Nullable String> sentFunctions = asked.functions() == null ? Map.of() : asked.functions();
        sentFunctions.forEach((name, value) -> functions.put(
                fields.code("functions", name, Escalation.class), fields.code(name, value, Capacity.class)));
        fields.check();
        return new NewThresholds(numbers, functions);
    }
}
