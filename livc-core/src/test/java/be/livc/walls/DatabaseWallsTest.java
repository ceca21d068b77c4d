package be.livc.walls;

import static be.livc.testing.ACell.aCell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.cell.Capacity;
import be.livc.testing.MutableClock;
import be.livc.testing.OnTheTestDatabase;
import be.livc.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import livc.program.CoreTestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The database does not trust the program: whatever query runs, rows of another cell do not come out. */
@SpringBootTest(classes = {CoreTestApplication.class, MutableClock.Parts.class})
class DatabaseWallsTest implements OnTheTestDatabase {

    /** Tables that hold no data of a cell: what is looked up before a cell is bound, and what the tools keep. */
    private static final List<String> BOUND_TO_NO_CELL = List.of(
            "cell",
            "account",
            "flyway_schema_history",
            "master_key",
            "spring_session",
            "spring_session_attributes",
            "api_token",
            "passkey",
            "sign_in_attempt",
            "setting");

    /** Which cells an account may enter, and for which a token stands: asked before a cell is bound, no content in them. */
    private static final List<String> LOOKED_UP_BEFORE_A_CELL_IS_BOUND = List.of("account_cell", "api_token");

    @Autowired
    BeanFactory beans;

    @BeforeEach
    void found_a_cell() {
        aCell().withMandate("An", Capacity.COORDINATOR)
                .withLawCovering("MUNICIPALITY")
                .foundedIn(beans);
    }

    @Test
    void every_table_with_data_of_a_cell_is_under_forced_row_level_security() throws SQLException {
        assertThat(
                        TestDatabase.askAsSuperuser(
                                """
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'public' and c.relkind in ('r', 'p')
                           and not (c.relrowsecurity and c.relforcerowsecurity)
                        """))
                .isSubsetOf(BOUND_TO_NO_CELL);
    }

    @Test
    void every_table_that_is_bound_carries_the_cell_first_in_its_key() throws SQLException {
        assertThat(
                        TestDatabase.askAsSuperuser(
                                """
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                          join pg_index i on i.indrelid = c.oid and i.indisprimary
                          join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                         where n.nspname = 'public' and c.relrowsecurity and a.attname <> 'cell_id'
                        """))
                .containsExactlyInAnyOrderElementsOf(LOOKED_UP_BEFORE_A_CELL_IS_BOUND);
    }

    @Test
    void without_a_cell_every_bound_table_is_empty() throws SQLException {
        List<String> bound = TestDatabase.askAsSuperuser(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity
                """);
        bound.removeAll(LOOKED_UP_BEFORE_A_CELL_IS_BOUND);
        assertThat(bound).contains("mandate", "legal_basis", "ledger_entry", "case_key", "case_item");

        List<String> withRows = new ArrayList<>();
        try (Connection program = TestDatabase.asProgram();
                Statement statement = program.createStatement()) {
            for (String table : bound) {
                try (ResultSet rows = statement.executeQuery("select exists (select 1 from " + table + ")")) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        withRows.add(table);
                    }
                }
            }
        }
        assertThat(withRows).isEmpty();
        assertThat(TestDatabase.askAsSuperuser("select 'mandate' from mandate limit 1"))
                .isNotEmpty();
    }

    @Test
    void the_program_owns_nothing_and_bypasses_nothing() throws SQLException {
        assertThat(TestDatabase.askAsSuperuser("select rolname from pg_roles where rolname = 'livc_app'"
                        + " and not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb"))
                .containsExactly("livc_app");
        assertThat(TestDatabase.askAsSuperuser(
                        "select c.relname from pg_class c where c.relowner = 'livc_app'::regrole"))
                .isEmpty();
    }

    @Test
    void no_view_or_function_reaches_around_the_walls() throws SQLException {
        assertThat(TestDatabase.askAsSuperuser(
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and c.relkind in ('v', 'm')"))
                .isEmpty();
        assertThat(TestDatabase.askAsSuperuser(
                        "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                                + " where n.nspname = 'public' and p.prosecdef"))
                .isEmpty();
    }

    @Test
    void the_program_cannot_change_what_is_in_the_ledger() throws SQLException {
        try (Connection program = TestDatabase.asProgram();
                Statement statement = program.createStatement()) {
            for (String forbidden :
                    List.of("update ledger_entry set seq = 0", "delete from ledger_entry", "truncate ledger_entry")) {
                assertThatThrownBy(() -> statement.execute(forbidden)).hasMessageContaining("permission denied");
            }
        }
    }
}
