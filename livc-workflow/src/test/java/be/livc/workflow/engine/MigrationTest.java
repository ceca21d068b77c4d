package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CurrentCell;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Cases that began on the first released version of livc-r-case ({@code released/}), one waiting at each of its steps, go over
 * to the present version and finish there. Under {@code -P drills} a thousand of them.
 */
class MigrationTest extends EngineTest {

    /** The way to each step: the steps before it, with what each decides. */
    private static final List<String> WAY = List.of(
            "assessAsCoordinator",
            "assessAsInformationOfficer assessment=DISAGREEMENT",
            "assessJointly assessment=RETAINED",
            "decideListing listing=LIST",
            "planConsultation",
            "checkConflict conflictCheck=EMBARGO",
            "reviewEmbargo",
            "planConsultation",
            "checkConflict conflictCheck=CLEAR",
            "openConsultation opening=OPENED",
            "closeConsultation",
            "followPlan followUp=PROGRESS",
            "review review=CLOSE",
            "keep retention=PROPOSE",
            "decideErasure erasure=APPROVE",
            "carryOutErasure");

    private final Instant later = Instant.now().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    ProcessVersions versions;

    @Test
    void cases_at_every_step_of_the_first_version_finish_on_the_present_one() throws IOException {
        int rounds = Boolean.getBoolean("livc.drills") ? 1000 / WAY.size() + 1 : 1;
        deploy("/released/livc-r-case-1.bpmn20.xml");
        Map<UUID, Integer> cases = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (int done = 0; done < WAY.size(); done++) {
                UUID caseId = newCase();
                WAY.subList(0, done).forEach(step -> take(caseId, step));
                cases.put(caseId, done);
            }
        }
        deploy("/processes/livc-r-case.bpmn20.xml");

        List<ProcessVersions.Outdated> preview = CurrentCell.in(cell, () -> versions.preview(CASE));
        assertThat(preview).isNotEmpty().allMatch(ProcessVersions.Outdated::moves);
        int moved = CurrentCell.in(cell, () -> versions.migrate(CASE));

        assertThat(moved).isEqualTo(cases.size());
        assertThat(CurrentCell.in(cell, () -> versions.preview(CASE))).isEmpty();
        cases.forEach((caseId, done) -> {
            WAY.subList(done, WAY.size()).forEach(step -> take(caseId, asNow(caseId, step)));
            assertThat(phase(caseId)).isEqualTo("ERASED");
        });
        System.out.printf("%d cases at %d steps moved to the present version; all finished%n", moved, WAY.size());
    }

    @Test
    void a_case_that_was_moved_knows_the_ways_of_the_present_version() throws IOException {
        deploy("/released/livc-r-case-1.bpmn20.xml");
        UUID caseId = newCase();
        WAY.subList(0, 4).forEach(step -> take(caseId, step));
        deploy("/processes/livc-r-case.bpmn20.xml");
        assertThat(CurrentCell.<Boolean>in(cell, () -> processes.waitsFor(caseId, "transferOffered")))
                .isFalse();

        CurrentCell.run(cell, () -> versions.migrate(CASE));

        assertThat(CurrentCell.<Boolean>in(cell, () -> processes.waitsFor(caseId, "transferOffered")))
                .isTrue();
    }

    /** In the present version a case with progress waits in {@code followProgress} until its review, and can be closed there. */
    private String asNow(UUID caseId, String step) {
        boolean waitsForReview = CurrentCell.<Boolean>in(cell, () -> processes.isOpen(caseId, "followProgress"));
        return step.equals("review review=CLOSE") && waitsForReview ? "followProgress followUp=CLOSE" : step;
    }

    /** A step with what it decides: {@code step}, or {@code step name=CODE}. */
    private void take(UUID caseId, String step) {
        List<String> parts = new ArrayList<>(List.of(step.split("[ =]")));
        Map<String, Object> codes = new HashMap<>(
                Map.of("reviewDate", later, "proposalDate", later.minus(Duration.ofDays(14)), "retainUntil", later));
        if (parts.size() > 1) {
            codes.put(parts.get(1), parts.get(2));
        }
        step(caseId, parts.get(0), codes);
    }

    private void deploy(String text) throws IOException {
        try (InputStream in = MigrationTest.class.getResourceAsStream(text)) {
            engine.getRepositoryService()
                    .createDeployment()
                    .name("livc-r-case.bpmn20.xml")
                    .addInputStream("livc-r-case.bpmn20.xml", in)
                    .deploy();
        }
    }
}
