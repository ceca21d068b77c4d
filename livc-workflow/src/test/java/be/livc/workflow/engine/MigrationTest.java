package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Cases that began on the first released version of their process ({@code released/}), one waiting at each of its steps, go over
 * to the present version and finish there, or finish where they began. Under {@code -P drills} a thousand of each.
 */
class MigrationTest extends EngineTest {

    /** A process, and a way through all its steps: the steps before each, with what each decides. */
    enum Flow {
        TOWN(
                CASE,
                "assessAsCoordinator",
                "assessAsInformationOfficer assessment=DISAGREEMENT",
                "assessJointly assessment=RETAINED",
                "decideListing listing=LIST",
                "planConsultation",
                "checkConflict conflictCheck=EMBARGO",
                "reviewEmbargo conflictCheck=WITHDRAWN back=LIST",
                "planConsultation",
                "checkConflict conflictCheck=CLEAR",
                "openConsultation opening=OPENED",
                "closeConsultation",
                "followPlan followUp=PROGRESS",
                "review review=CLOSE",
                "keep retention=PROPOSE",
                "decideErasure erasure=APPROVE",
                "carryOutErasure"),
        /**
         * Its first version is the one of the second commit that changed the file: in the one before, the gateway where
         * admission and take-over come together waited for both, so that no case ever came past it.
         */
        PRISON(
                "pivc-case",
                "checkBasis basisCheck=VALID",
                "decideAdmission admission=ADMIT",
                "planConsultation",
                "checkConflict conflictCheck=EMBARGO",
                "reviewEmbargo conflictCheck=WITHDRAWN back=LIST",
                "planConsultation",
                "checkConflict conflictCheck=CLEAR",
                "openConsultation opening=OPENED",
                "closeConsultation",
                "watchRelease release=PREPARE",
                "prepareRelease release=FIND",
                "findDestination release=FREEZE",
                "frozen release=OFFER",
                "awaitTransfer transfer=BACK",
                "followPlan followUp=PROGRESS",
                "review review=CLOSE",
                "prepareRelease release=CLOSE",
                "keep retention=PROPOSE",
                "decideErasure erasure=APPROVE",
                "carryOutErasure");

        private final String key;
        private final List<String> way;

        Flow(String key, String... way) {
            this.key = key;
            this.way = List.of(way);
        }

        private String first() {
            return "/released/" + key + "-1.bpmn20.xml";
        }

        private String present() {
            return "/processes/" + key + ".bpmn20.xml";
        }
    }

    private final Instant later = Instant.now().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    ProcessVersions versions;

    @ParameterizedTest
    @EnumSource
    void cases_at_every_step_of_the_first_version_finish_on_the_present_one(Flow flow) throws IOException {
        Map<UUID, Integer> cases = onTheFirstVersion(flow);

        List<ProcessVersions.Outdated> preview = CurrentCell.in(cell, () -> versions.preview(flow.key));
        assertThat(preview).isNotEmpty().allMatch(ProcessVersions.Outdated::moves);
        int moved = CurrentCell.in(cell, () -> versions.migrate(flow.key));

        assertThat(moved).isEqualTo(cases.size());
        assertThat(CurrentCell.in(cell, () -> versions.preview(flow.key))).isEmpty();
        allFinish(flow, cases);
        System.out.printf(
                "%s: %d cases at %d steps moved to the present version; all finished%n",
                flow.key, moved, flow.way.size());
    }

    @ParameterizedTest
    @EnumSource
    void cases_at_every_step_of_the_first_version_finish_where_they_began(Flow flow) throws IOException {
        allFinish(flow, onTheFirstVersion(flow));
    }

    /** Cases at each step of the first version, with how many steps each has done, after the present version has come. */
    private Map<UUID, Integer> onTheFirstVersion(Flow flow) throws IOException {
        int rounds = Boolean.getBoolean("livc.drills") ? 1000 / flow.way.size() + 1 : 1;
        deploy(flow, flow.first());
        Map<UUID, Integer> cases = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (int done = 0; done < flow.way.size(); done++) {
                UUID caseId = begun(flow);
                flow.way.subList(0, done).forEach(step -> take(caseId, step));
                cases.put(caseId, done);
            }
        }
        deploy(flow, flow.present());
        return cases;
    }

    private void allFinish(Flow flow, Map<UUID, Integer> cases) {
        cases.forEach((caseId, done) -> {
            flow.way.subList(done, flow.way.size()).forEach(step -> take(caseId, asNow(caseId, step)));
            assertThat(phase(caseId)).isEqualTo("ERASED");
        });
    }

    private UUID begun(Flow flow) {
        return begun(flow, "OWN");
    }

    private UUID begun(Flow flow, String origin) {
        UUID caseId = Ids.next();
        CurrentCell.run(cell, () -> processes.start(flow.key, caseId, Map.of("origin", origin, "answerBy", later)));
        return caseId;
    }

    @Test
    void a_case_that_was_moved_knows_the_ways_of_the_present_version() throws IOException {
        deploy(Flow.TOWN, Flow.TOWN.first());
        UUID caseId = begun(Flow.TOWN);
        Flow.TOWN.way.subList(0, 4).forEach(step -> take(caseId, step));
        deploy(Flow.TOWN, Flow.TOWN.present());
        assertThat(CurrentCell.<Boolean>in(cell, () -> processes.waitsFor(caseId, "transferOffered")))
                .isFalse();

        CurrentCell.run(cell, () -> versions.migrate(CASE));

        assertThat(CurrentCell.<Boolean>in(cell, () -> processes.waitsFor(caseId, "transferOffered")))
                .isTrue();
    }

    @Test
    void a_case_of_a_prison_that_was_moved_stays_on_offer_while_its_review_goes_on() throws IOException {
        deploy(Flow.PRISON, Flow.PRISON.first());
        UUID caseId = begun(Flow.PRISON);
        Flow.PRISON.way.subList(0, 13).forEach(step -> take(caseId, step));
        assertThat(phase(caseId)).isEqualTo("TRANSFER_OFFERED");
        deploy(Flow.PRISON, Flow.PRISON.present());

        CurrentCell.run(cell, () -> versions.migrate(Flow.PRISON.key));
        take(caseId, "followPlan followUp=PROGRESS");

        assertThat(phase(caseId)).isEqualTo("TRANSFER_OFFERED");
        take(caseId, "awaitTransfer transfer=BACK");
        assertThat(phase(caseId)).isEqualTo("PRE_RELEASE");
    }

    @Test
    void a_case_that_was_moved_while_on_an_agenda_goes_back_to_its_follow_up() throws IOException {
        deploy(Flow.TOWN, Flow.TOWN.first());
        UUID caseId = begun(Flow.TOWN);
        Flow.TOWN.way.subList(0, 11).forEach(step -> take(caseId, step));
        take(caseId, "followPlan followUp=SCHEDULE");
        deploy(Flow.TOWN, Flow.TOWN.present());

        CurrentCell.run(cell, () -> versions.migrate(CASE));

        assertThat(CurrentCell.in(cell, () -> processes.lastOf(caseId, Set.of("planConsultation", "followPlan"))))
                .contains("followPlan");
        take(caseId, "checkConflict conflictCheck=WITHDRAWN back=FOLLOW_UP");
        assertThat(phase(caseId)).isEqualTo("FOLLOW_UP");
    }

    @Test
    void what_another_cell_offers_to_a_prison_is_answered_after_the_move() throws IOException {
        deploy(Flow.PRISON, Flow.PRISON.first());
        UUID taken = begun(Flow.PRISON, "TRANSFER");
        UUID refused = begun(Flow.PRISON, "TRANSFER");
        deploy(Flow.PRISON, Flow.PRISON.present());

        assertThat(CurrentCell.<Integer>in(cell, () -> versions.migrate(Flow.PRISON.key)))
                .isEqualTo(2);

        take(taken, "answerTransfer answer=ACCEPT");
        assertThat(CurrentCell.in(cell, () -> processes.open(taken)))
                .containsExactlyInAnyOrder("planConsultation", "watchRelease");
        take(refused, "answerTransfer answer=NOT_TAKEN");
        assertThat(phase(refused)).isEqualTo("NOT_TAKEN");
    }

    @Test
    void what_another_cell_offered_and_nobody_answered_in_time_is_answered_after_the_move() throws IOException {
        deploy(Flow.PRISON, Flow.PRISON.first());
        UUID taken = begun(Flow.PRISON, "TRANSFER");
        UUID refused = begun(Flow.PRISON, "TRANSFER");
        List.of(taken, refused).forEach(this::theTermToAnswerEnds);
        deploy(Flow.PRISON, Flow.PRISON.present());

        assertThat(CurrentCell.<Integer>in(cell, () -> versions.migrate(Flow.PRISON.key)))
                .isEqualTo(2);

        take(taken, "answerTransferLate answer=ACCEPT");
        assertThat(CurrentCell.in(cell, () -> processes.open(taken)))
                .containsExactlyInAnyOrder("planConsultation", "watchRelease");
        take(refused, "answerTransferLate answer=NOT_TAKEN");
        assertThat(phase(refused)).isEqualTo("NOT_TAKEN");
    }

    private void theTermToAnswerEnds(UUID caseId) {
        CurrentCell.run(cell, () -> {
            Timers.strike(
                    engine,
                    engine.getManagementService()
                            .createTimerJobQuery()
                            .jobTenantId(cell.toString())
                            .elementId("answerTermEnded")
                            .processInstanceId(instanceOf(caseId))
                            .singleResult());
            assertThat(processes.isOpen(caseId, "answerTransferLate")).isTrue();
        });
    }

    /** In the present version a case with progress waits in {@code followProgress} until its review, and can be closed there. */
    private String asNow(UUID caseId, String step) {
        boolean waitsForReview = CurrentCell.<Boolean>in(cell, () -> processes.isOpen(caseId, "followProgress"));
        return step.equals("review review=CLOSE") && waitsForReview ? "followProgress followUp=CLOSE" : step;
    }

    /** A step with what it decides: {@code step}, or {@code step name=CODE other=CODE}. */
    private void take(UUID caseId, String step) {
        List<String> parts = List.of(step.split("[ =]"));
        Map<String, Object> codes = new HashMap<>(Map.of(
                "reviewDate",
                later,
                "proposalDate",
                later.minus(Duration.ofDays(14)),
                "retainUntil",
                later,
                "preReleaseAt",
                later));
        for (int i = 1; i < parts.size(); i += 2) {
            codes.put(parts.get(i), parts.get(i + 1));
        }
        step(caseId, parts.get(0), codes);
    }

    private void deploy(Flow flow, String text) throws IOException {
        String name = flow.key + ".bpmn20.xml";
        try (InputStream in = MigrationTest.class.getResourceAsStream(text)) {
            engine.getRepositoryService()
                    .createDeployment()
                    .name(name)
                    .addInputStream(name, in)
                    .deploy();
        }
    }
}
