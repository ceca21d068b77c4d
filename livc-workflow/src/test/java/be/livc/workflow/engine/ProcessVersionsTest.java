package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the preview of a move says, and what the move then does, to a version that differs where cases stand. */
class ProcessVersionsTest extends EngineTest {

    private static final String PRISON = "pivc-case";
    private static final String WATCHING = "attachedToRef=\"watchRelease\"";

    private final Instant later = Instant.now().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    ProcessVersions versions;

    @Autowired
    ProcessLibrary library;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void the_present_version_is_the_newest_again() {
        deploy(present());
    }

    private static String present() {
        try (InputStream in = ProcessVersionsTest.class.getResourceAsStream("/processes/pivc-case.bpmn20.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deploy(String text) {
        engine.getRepositoryService()
                .createDeployment()
                .name("pivc-case.bpmn20.xml")
                .addString("pivc-case.bpmn20.xml", text)
                .deploy();
    }

    private Map<String, Object> codes(String name, String code) {
        Map<String, Object> codes = new HashMap<>();
        List.of("reviewDate", "proposalDate", "retainUntil", "answerBy", "preReleaseAt")
                .forEach(date -> codes.put(date, later));
        codes.put(name, code);
        return codes;
    }

    private UUID admitted() {
        return admittedIn(cell);
    }

    private UUID admittedIn(CellId where) {
        UUID id = Ids.next();
        CurrentCell.run(where, () -> {
            processes.start(PRISON, id);
            processes.complete(id, "checkBasis", codes("basisCheck", "VALID"));
            processes.complete(id, "decideAdmission", codes("admission", "ADMIT"));
        });
        return id;
    }

    private UUID frozen() {
        UUID id = admitted();
        step(id, "watchRelease", codes("release", "FREEZE"));
        return id;
    }

    private int migrate() {
        return CurrentCell.in(cell, () -> versions.migrate(PRISON));
    }

    private List<ProcessVersions.Outdated> preview() {
        return CurrentCell.in(cell, () -> versions.preview(PRISON));
    }

    private int version(UUID id) {
        return where(id).version();
    }

    private Date strikes(String timer) {
        return CurrentCell.in(cell, () -> {
            Job job = engine.getManagementService()
                    .createTimerJobQuery()
                    .jobTenantId(cell.toString())
                    .elementId(timer)
                    .singleResult();
            return job.getDuedate();
        });
    }

    @Test
    void a_step_keeps_the_date_that_it_was_given_and_its_timer_with_it() {
        UUID id = admitted();
        Instant other = later.plus(Duration.ofDays(3));
        CurrentCell.run(cell, () -> processes.setDue(id, "watchRelease", other));
        deploy(present().replace("Wie: Coördinator.", "Wie: De coördinator."));

        assertThat(migrate()).isEqualTo(1);

        assertThat(preview()).isEmpty();
        assertThat(strikes("preReleaseBegins")).isEqualTo(Date.from(other));
        assertThat(CurrentCell.in(cell, () -> processes.open(id)))
                .containsExactlyInAnyOrder("planConsultation", "watchRelease");
    }

    @Test
    void a_case_stays_where_its_step_is_no_more_or_became_something_else_and_the_others_move() {
        UUID stays = frozen();
        UUID moves = admitted();
        for (String without : List.of(
                present().replace("\"frozen\"", "\"stopped\""),
                present().replace("\"frozen\"", "\"stopped\"").replace("\"notTaken\"", "\"frozen\""))) {
            deploy(without);

            assertThat(preview())
                    .filteredOn(one -> !one.moves())
                    .extracting(ProcessVersions.Outdated::step)
                    .contains("frozen");
            assertThat(migrate()).isEqualTo(1);

            assertThat(version(moves)).isGreaterThan(version(stays));
        }
        assertThat(CurrentCell.in(cell, () -> processes.open(stays))).contains("frozen");
    }

    @Test
    void a_case_moves_to_a_version_that_hangs_a_timer_on_its_step() {
        UUID id = frozen();
        deploy(present().replace(WATCHING, "attachedToRef=\"frozen\""));
        assertThat(preview()).isNotEmpty().allMatch(ProcessVersions.Outdated::moves);

        assertThat(migrate()).isEqualTo(1);

        assertThat(strikes("preReleaseBegins")).as("not at once").isAfter(Date.from(later));
        step(id, "frozen", codes("release", "WATCH"));
    }

    @Test
    void a_step_waits_for_whom_the_newest_version_names_and_is_called_as_there() {
        UUID id = admitted();
        String before = "id=\"planConsultation\" name=\"Agenderen\" flowable:candidateGroups=\"COORDINATOR\"";
        assertThat(present()).contains(before);
        deploy(present()
                .replace(
                        before,
                        "id=\"planConsultation\" name=\"Agenda maken\" flowable:candidateGroups=\"PRISON_DIRECTION\""));

        migrate();

        assertThat(CurrentCell.in(cell, () -> processes.waiting(id)))
                .filteredOn(step -> step.id().equals("planConsultation"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.name()).isEqualTo("Agenda maken");
                    assertThat(step.capacities()).containsExactly("PRISON_DIRECTION");
                });
    }

    @Test
    void the_cases_of_another_cell_stay_until_that_cell_moves_them() {
        CellId other = new CellId(Ids.next());
        UUID there = admittedIn(other);
        UUID here = admitted();
        deploy(present().replace("Wie: Coördinator.", "Wie:  Coördinator."));

        assertThat(preview()).extracting(ProcessVersions.Outdated::cases).containsOnly(1);
        assertThat(migrate()).isEqualTo(1);

        int version = CurrentCell.in(other, () -> processes.where(there)).version();
        assertThat(version(here)).isGreaterThan(version);
    }

    @Test
    void a_case_on_offer_moves_and_comes_back() {
        UUID id = admitted();
        step(id, "watchRelease", codes("release", "OFFER"));
        deploy(present().replace("Wie: Coördinator.", "Wie: coördinator."));

        assertThat(migrate()).isEqualTo(1);

        step(id, "awaitTransfer", codes("transfer", "BACK"));
        assertThat(CurrentCell.in(cell, () -> processes.open(id))).contains("prepareRelease");
    }

    @Test
    void a_step_done_while_the_cases_are_moved_goes_first_and_keeps_no_case_from_moving() throws Exception {
        UUID busy = admitted();
        UUID other = admitted();
        deploy(present().replace("Wie: Coördinator.", "Wie:   coördinator."));
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> act = CompletableFuture.runAsync(() -> CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(tx -> {
                    processes.complete(busy, "watchRelease", codes("release", "FREEZE"));
                    done.countDown();
                    await(goOn);
                })));
        await(done);
        CompletableFuture<Integer> move = CompletableFuture.supplyAsync(this::migrate);
        LockSupport.parkNanos(
                Duration.ofMillis(500).toNanos()); // time to meet the other; whoever is slower than this sees the same
        goOn.countDown();

        act.get();
        assertThat(move.get()).isEqualTo(2);

        assertThat(CurrentCell.in(cell, () -> processes.open(busy))).contains("frozen");
        assertThat(version(busy)).isEqualTo(version(other));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_broken_model_is_told_by_its_file_and_what_is_wrong() {
        assertThatThrownBy(() -> library.deploy(
                        file(present().replaceFirst("targetRef=\"decideAdmission\"", "targetRef=\"nowhere\""))))
                .hasMessageStartingWith("the process file broken.bpmn20.xml cannot be used: ")
                .hasMessageContaining("'nowhere'");
        assertThatThrownBy(() -> library.deploy(file(present().replaceFirst("<timeDate[^>]*>[^<]*</timeDate>", ""))))
                .hasMessageStartingWith("the process file broken.bpmn20.xml cannot be used: ")
                .hasMessageContaining("answerTermEnded");
    }

    private static ByteArrayResource file(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "broken.bpmn20.xml";
            }
        };
    }
}
