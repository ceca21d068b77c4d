package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What one cell does in the engine, no other cell sees; and nobody sees anything without a cell. */
class CellWallTest extends EngineTest {

    private static final Set<String> EVERYONE = Set.of("COORDINATOR", "INFORMATION_OFFICER", "MAYOR", "DPO");

    private final CellId otherCell = new CellId(Ids.next());

    @Autowired
    TransactionTemplate transactions;

    @ParameterizedTest
    @ValueSource(strings = {"act_ru_task", "act_ru_actinst", "act_hi_procinst", "act_hi_actinst"})
    void a_row_shows_in_its_own_cell_only(String table) throws SQLException {
        newCase();
        UUID ended = newCase();
        step(ended, "assessAsCoordinator");
        step(ended, "assessAsInformationOfficer", "assessment", "RETAINED");
        step(ended, "decideListing", "listing", "ADD_TO_CASE");

        assertThat(rowsAsSuperuser(table)).isPositive();
        assertThat(rowsWithoutACell(table)).isZero();
        assertThat(rowsIn(cell, table)).isPositive();
        assertThat(rowsIn(otherCell, table)).isZero();
    }

    @Test
    void a_row_cannot_be_given_to_another_cell() {
        newCase();

        assertThatThrownBy(() -> inTransaction(
                        cell, () -> jdbc.sql("update flowable.act_ru_task set tenant_id_ = ? where tenant_id_ = ?")
                                .params(otherCell.toString(), cell.toString())
                                .update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void the_history_of_variables_and_people_hides_with_its_process() throws SQLException {
        List<String> forced = TestDatabase.askAsSuperuser("select relname from pg_class where relrowsecurity"
                + " and relforcerowsecurity and relnamespace = 'flowable'::regnamespace");

        assertThat(forced)
                .containsExactlyInAnyOrder(
                        "act_ru_task",
                        "act_ru_actinst",
                        "act_hi_procinst",
                        "act_hi_taskinst",
                        "act_hi_actinst",
                        "act_hi_varinst",
                        "act_hi_identitylink");
    }

    @Test
    void to_another_cell_the_process_does_not_exist() {
        UUID caseId = newCase();
        OpenTask task = CurrentCell.in(cell, () -> taskList.tasks(EVERYONE, TaskFilter.ALL, null, 10))
                .items()
                .get(0);

        CurrentCell.run(otherCell, () -> {
            assertThat(taskList.tasks(EVERYONE, TaskFilter.ALL, null, 10).items())
                    .isEmpty();
            assertThat(taskList.task(task.id(), EVERYONE)).isEmpty();
            assertThat(taskList.counts(EVERYONE)).isEqualTo(new TaskCounts(0, 0, 0));
            assertThat(processes.isOpen(caseId, task.activityId())).isFalse();
            assertThatThrownBy(() -> processes.phase(caseId)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> processes.where(caseId)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> models.diagramXml(caseId)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> processes.delete(caseId)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> processes.complete(caseId, task.activityId(), Map.of()))
                    .isInstanceOf(Refusal.class);
        });
    }

    @Test
    void without_a_cell_nothing_is_asked_or_begun() {
        assertThatThrownBy(() -> taskList.tasks(EVERYONE, TaskFilter.ALL, null, 10))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> processes.start(CASE, Ids.next())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void when_the_review_date_comes_the_timer_runs_in_the_cell_of_its_case() {
        Instant reviewDate = Instant.now().plus(Duration.ofDays(90));
        UUID caseId = aCaseWithAPlan(reviewDate, reviewDate.plus(Duration.ofDays(1)));

        clock.moveTo(reviewDate.plusSeconds(60));
        Timers.eventually(() -> phase(caseId).equals("FOLLOW_UP"));

        RecordedPhases.Told last = phases.of(caseId).get(phases.of(caseId).size() - 1);
        assertThat(last).isEqualTo(new RecordedPhases.Told(cell, Optional.of(cell), caseId, "FOLLOW_UP"));
        assertThat(where(caseId).active()).containsExactly("review");
        assertThat(rowsIn(otherCell, "act_ru_task")).isZero();
    }

    private long rowsIn(CellId of, String table) {
        return inTransaction(of, () -> jdbc.sql("select count(*) from flowable." + table)
                .query(Long.class)
                .single());
    }

    private <T> T inTransaction(CellId of, Supplier<T> work) {
        return CurrentCell.in(of, () -> transactions.execute(status -> work.get()));
    }

    private static long rowsWithoutACell(String table) throws SQLException {
        try (Connection connection = TestDatabase.asProgram()) {
            return rows(connection, table);
        }
    }

    private static long rowsAsSuperuser(String table) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser()) {
            return rows(connection, table);
        }
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from flowable." + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
