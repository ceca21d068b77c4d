package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's tables: made once, walled in, and left without a trace of an erased case. */
class EngineSchemaTest extends EngineTest {

    @Autowired
    EngineSchema schema;

    @Test
    void a_start_on_a_finished_schema_changes_nothing() throws SQLException {
        String before =
                one("select string_agg(relname || ':' || relfilenode || ':' || relrowsecurity, ',' order by oid)"
                        + " from pg_class where relnamespace = 'flowable'::regnamespace");

        schema.bringUpToDate();

        assertThat(one("select string_agg(relname || ':' || relfilenode || ':' || relrowsecurity, ',' order by oid)"
                        + " from pg_class where relnamespace = 'flowable'::regnamespace"))
                .isEqualTo(before);
    }

    @Test
    void a_start_that_was_cut_off_before_the_walls_stood_is_done_again() throws SQLException {
        TestDatabase.executeAsSuperuser("comment on schema flowable is null");
        TestDatabase.executeAsSuperuser("alter table flowable.act_ru_task disable row level security");
        TestDatabase.executeAsSuperuser("drop policy of_its_cell on flowable.act_ru_task");

        schema.bringUpToDate();

        assertThat(one("select relrowsecurity and relforcerowsecurity from pg_class"
                        + " where oid = 'flowable.act_ru_task'::regclass"))
                .isEqualTo("t");
        assertThat(one("select count(*) from pg_policies where schemaname = 'flowable' and tablename = 'act_ru_task'"))
                .isEqualTo("1");
        assertThat(one("select obj_description('flowable'::regnamespace)")).startsWith("engine ");
    }

    @Test
    void the_programs_role_owns_no_table_of_the_engine() throws SQLException {
        assertThat(one("select string_agg(distinct tableowner, ',') from pg_tables where schemaname = 'flowable'"))
                .isEqualTo("livc_owner");
    }

    @Test
    void the_same_process_is_not_deployed_again() throws IOException, SQLException {
        String before = one("select count(*) from flowable.act_re_procdef");

        new ProcessLibrary(engine);

        assertThat(one("select count(*) from flowable.act_re_procdef")).isEqualTo(before);
    }

    @Test
    void a_running_or_ended_process_is_removed_without_a_row_left() throws SQLException {
        UUID running = newCase();
        UUID ended = newCase();
        step(ended, "assessAsCoordinator");
        step(ended, "assessAsInformationOfficer", "assessment", "RETAINED");
        step(ended, "decideListing", "listing", "ADD_TO_CASE");

        for (UUID caseId : List.of(running, ended)) {
            String instance = one("select id_ from flowable.act_hi_procinst where business_key_ = '" + caseId + "'");
            // Where its way is kept: beside the process while it runs, in the history once it ended.
            assertThat(tablesThatName(instance)).contains(caseId.equals(running) ? "act_ru_actinst" : "act_hi_actinst");

            CurrentCell.run(cell, () -> processes.delete(caseId));

            assertThat(tablesThatName(caseId.toString())).isEmpty();
            assertThat(tablesThatName(instance)).isEmpty();
        }
        assertThat(tablesThatName(cell.toString())).isEmpty();
    }

    @Test
    void a_process_that_ended_shows_the_same_way_as_just_before() {
        UUID caseId = newCase();
        step(caseId, "assessAsCoordinator");
        step(caseId, "assessAsInformationOfficer", "assessment", "RETAINED");
        ProcessView before = CurrentCell.in(cell, () -> processes.where(caseId));

        step(caseId, "decideListing", "listing", "ADD_TO_CASE");

        ProcessView after = CurrentCell.in(cell, () -> processes.where(caseId));
        assertThat(after.active()).isEmpty();
        assertThat(after.completed()).containsAll(before.completed()).contains("decideListing");
        assertThat(after.history()).hasSizeGreaterThan(before.history().size());
    }

    @Test
    void a_case_whose_way_an_earlier_version_wrote_at_each_step_comes_to_its_end() throws SQLException {
        UUID caseId = newCase();
        step(caseId, "assessAsCoordinator");
        String columns = one("select string_agg(h.column_name, ',') from information_schema.columns h"
                + " join information_schema.columns r using (table_schema, column_name) where h.table_schema = 'flowable'"
                + " and h.table_name = 'act_hi_actinst' and r.table_name = 'act_ru_actinst'");
        TestDatabase.executeAsSuperuser("insert into flowable.act_hi_actinst (" + columns + ") select " + columns
                + " from flowable.act_ru_actinst where tenant_id_ = '" + cell + "'");
        TestDatabase.executeAsSuperuser("comment on schema flowable is null");

        schema.bringUpToDate();
        step(caseId, "assessAsInformationOfficer", "assessment", "RETAINED");
        step(caseId, "decideListing", "listing", "ADD_TO_CASE");

        assertThat(where(caseId).active()).isEmpty();
        assertThat(where(caseId).completed()).contains("assessAsCoordinator", "decideListing");
    }

    @Test
    void a_process_that_is_finished_leaves_no_row() throws SQLException {
        UUID caseId = newCase();
        step(caseId, "assessAsCoordinator");
        step(caseId, "assessAsInformationOfficer", "assessment", "RETAINED");

        CurrentCell.run(cell, () -> processes.finish(caseId, "decideListing", Map.of("listing", "ADD_TO_CASE")));

        assertThat(tablesThatName(caseId.toString())).isEmpty();
        assertThat(tablesThatName(cell.toString())).isEmpty();
    }

    @Test
    void a_process_is_removed_in_the_transaction_of_its_last_step() throws SQLException {
        UUID caseId = Ids.next();

        CurrentCell.run(cell, () -> {
            processes.start(CASE, caseId);
            processes.complete(caseId, "assessAsCoordinator", Map.of());
            processes.delete(caseId);
        });

        assertThat(tablesThatName(caseId.toString())).isEmpty();
    }

    private static List<String> tablesThatName(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String table :
                    TestDatabase.askAsSuperuser("select tablename from pg_tables where schemaname = 'flowable'")) {
                try (ResultSet rows = statement.executeQuery("select count(*) from flowable." + table
                        + " t where row_to_json(t)::text like '%" + text + "%'")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static String one(String sql) throws SQLException {
        return TestDatabase.askAsSuperuser(sql).get(0);
    }
}
