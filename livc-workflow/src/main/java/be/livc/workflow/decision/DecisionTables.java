package be.livc.workflow.decision;

import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.threshold.Escalation;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionResultEntries;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Asks the tables: how long a step of the bound cell may wait, and what they advise at an assessment. */
@Component
public class DecisionTables {

    /** The tables of the program. */
    public enum Table {
        /** Terms and escalation. */
        TERMS("terms"),
        /** Advice at an assessment. */
        TRIAGE("triage");

        private final String id;

        Table(String id) {
            this.id = id;
        }

        private InputStream open() {
            InputStream file = DecisionTables.class.getResourceAsStream("/decisions/" + id + ".dmn");
            if (file == null) {
                throw new IllegalStateException("the table " + id + " is not in the program");
            }
            return file;
        }
    }

    /** The tables as the engine understands them, and what their rules say. */
    private record Parsed(DmnEngine engine, Map<Table, DmnDecision> decisions, Map<Table, Map<String, String>> rules) {

        static Parsed read() {
            DefaultDmnEngineConfiguration configuration =
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            configuration.setEnableFeelLegacyBehavior(true); // the other one brings a Scala library of 8 MB along
            DmnEngine engine = configuration.buildEngine();
            Map<Table, DmnDecision> decisions = new HashMap<>();
            Map<Table, Map<String, String>> rules = new HashMap<>();
            for (Table table : Table.values()) {
                DmnModelInstance model = DecisionTables.read(table);
                decisions.put(table, engine.parseDecision(table.id, model));
                rules.put(table, documented(model));
            }
            return new Parsed(engine, decisions, rules);
        }
    }

    /** Read when first asked: the schema of the models takes a twentieth of a start. */
    private final Supplier<Parsed> tables = SingletonSupplier.of(Parsed::read);

    private final Thresholds thresholds;
    private final Cells cells;

    DecisionTables(Thresholds thresholds, Cells cells) {
        this.thresholds = thresholds;
        this.cells = cells;
    }

    private static DmnModelInstance read(Table table) {
        try (InputStream file = table.open()) {
            return Dmn.readModelFromStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> documented(DmnModelInstance model) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            said.put(rule.getId(), rule.getDescription().getTextContent().strip());
        }
        return Collections.unmodifiableMap(said);
    }

    /** What each rule of a table says, in Dutch, by its id and in its order. */
    public Map<String, String> rules(Table table) {
        return tables.get().rules().getOrDefault(table, Map.of());
    }

    /**
     * How long a step of the bound cell may wait.
     *
     * @param step the id of a step of the processes
     * @throws IllegalStateException when the table has no term for it
     */
    public Term term(String step) {
        return term(step, cells.current().kind(), thresholds.current());
    }

    /** The same by another version of the thresholds, for a preview. */
    public Term term(String step, CellKind kind, Thresholds.Version version) {
        DmnDecisionResultEntries found = single(Table.TERMS, Map.of("step", step, "kind", kind.name()), version, kind);
        return new Term(
                ((Number) found.getEntry("amount")).intValue(),
                Term.Unit.valueOf(found.getEntry("unit")),
                Capacity.valueOf(found.getEntry("escalatesTo")));
    }

    /** What the table advises. */
    public Advice advise(AnsweredCriteria answered) {
        return advise(answered, thresholds.current());
    }

    /** The same by another version of the thresholds, for a preview. */
    public Advice advise(AnsweredCriteria answered, Thresholds.Version version) {
        CellKind kind = cells.current().kind();
        return Advice.valueOf(
                single(Table.TRIAGE, answered.variables(), version, kind).getEntry("advice"));
    }

    private DmnDecisionResultEntries single(
            Table table, Map<String, Object> given, Thresholds.Version version, CellKind kind) {
        Map<String, Object> variables = new HashMap<>(given);
        for (Threshold threshold : Threshold.values()) {
            variables.put(threshold.variable(), version.of(threshold));
        }
        for (Escalation escalation : Escalation.values()) {
            variables.put(escalation.variable(), version.of(escalation, kind).name());
        }
        Parsed parsed = tables.get();
        DmnDecisionResultEntries found = parsed.engine()
                .evaluateDecision(parsed.decisions().get(table), variables)
                .getSingleResult();
        if (found == null) {
            throw new IllegalStateException("the table " + table.id + " has no rule for this");
        }
        return found;
    }
}
