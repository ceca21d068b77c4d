package be.livc.workflow.engine;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.testing.OnTheTestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine with its tests' own clock and phase listener; each test works in cells that no other test knows. */
@SpringBootTest(classes = {EngineTest.EngineAlone.class, EngineTest.AtHand.class})
public abstract class EngineTest implements OnTheTestDatabase {

    static final String CASE = "livc-r-case";

    final CellId cell = new CellId(Ids.next());

    @Autowired
    Processes processes;

    @Autowired
    TaskList taskList;

    @Autowired
    Models models;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClockAtHand clock;

    @Autowired
    RecordedPhases phases;

    @AfterEach
    void putTheClockRight() {
        clock.putRight();
        phases.failAt(null);
    }

    /** A new case of this test's cell, at its first steps. */
    UUID newCase() {
        UUID caseId = Ids.next();
        CurrentCell.run(cell, () -> processes.start(CASE, caseId));
        return caseId;
    }

    /** A case that was consulted on and comes back for its review, after a meeting on it was proposed. */
    UUID aCaseWithAPlan(Instant reviewDate, Instant proposalDate) {
        UUID caseId = newCase();
        step(caseId, "assessAsCoordinator");
        step(caseId, "assessAsInformationOfficer", "assessment", "RETAINED");
        step(caseId, "decideListing", "listing", "LIST");
        step(caseId, "planConsultation");
        step(caseId, "checkConflict", "conflictCheck", "CLEAR");
        step(caseId, "openConsultation", "opening", "OPENED");
        step(caseId, "closeConsultation", Map.of("reviewDate", reviewDate, "proposalDate", proposalDate));
        return caseId;
    }

    /** Does one step in this test's cell. */
    void step(UUID caseId, String activityId, Map<String, Object> codes) {
        CurrentCell.run(cell, () -> processes.complete(caseId, activityId, codes));
    }

    void step(UUID caseId, String activityId) {
        step(caseId, activityId, Map.of());
    }

    void step(UUID caseId, String activityId, String decides, String code) {
        step(caseId, activityId, Map.of(decides, code));
    }

    void step(UUID caseId, String activityId, String decides, String code, String dateName, Instant date) {
        step(caseId, activityId, Map.of(decides, code, dateName, date));
    }

    String phase(UUID caseId) {
        return CurrentCell.in(cell, () -> processes.phase(caseId));
    }

    ProcessView where(UUID caseId) {
        return CurrentCell.in(cell, () -> processes.where(caseId));
    }

    /** The engine's id of the process of a case. */
    String instanceOf(UUID caseId) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceTenantId(cell.toString())
                .processInstanceBusinessKey(caseId.toString())
                .singleResult()
                .getId();
    }

    /** The engine on the platform, without the features that lean on it. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"be.livc.platform", "be.livc.workflow.engine", "be.livc.workflow.diagram"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    public static class EngineAlone {}

    @TestConfiguration
    static class AtHand {

        @Bean
        @Primary
        ClockAtHand clockAtHand() {
            return new ClockAtHand();
        }

        @Bean
        RecordedPhases recordedPhases() {
            return new RecordedPhases();
        }
    }
}
