package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.testing.TestDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever takes the database, as a dump or with the program's own role, reads nothing of what was sealed. */
class StolenDatabaseTest extends VaultTestBase {

    private static final String CANARY = "Kanarievogel Xaverius";

    @Autowired
    NameSearch search;

    @Test
    void a_dump_by_the_superuser_holds_no_content_and_no_name() throws SQLException, IOException {
        UUID caseId = aCase();
        asSuperuser("create table if not exists sealed_for_test (value bytea)");
        Sealed sealed = sealed(CANARY, noteOf(caseId));
        asSuperuser("insert into sealed_for_test values ('\\x" + HexFormat.of().formatHex(sealed.toColumn()) + "')");
        cell.transact(() -> search.remember(
                caseId, caseId, new SearchRecord(List.of(CANARY), List.of(CANARY), Optional.empty()), toMake(cell)));

        String dump = dump();
        asSuperuser("drop table sealed_for_test");

        assertThat(dump).contains(caseId.toString()).contains(HexFormat.of().formatHex(sealed.toColumn()));
        for (String word : CANARY.split(" ")) {
            assertThat(dump).doesNotContainIgnoringCase(word);
            assertThat(dump).doesNotContain(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void the_program_sees_no_key_where_no_cell_is_bound() throws SQLException {
        aCase();
        try (Connection program = TestDatabase.asProgram();
                Statement statement = program.createStatement()) {
            for (String table : List.of("cell_key", "case_key", "destroyed_key", "ledger_key", "search_record")) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table).isZero();
                }
            }
        }
    }

    @Test
    void the_program_cannot_unmake_what_it_has_no_business_with() throws SQLException {
        List<String> forbidden = List.of(
                "delete from cell_key",
                "delete from destroyed_key",
                "delete from ledger_key",
                "delete from master_key",
                "update destroyed_key set at = now()",
                "update case_key set record_id = record_id",
                "update ledger_key set public_key = public_key");
        try (Connection program = TestDatabase.asProgram();
                Statement statement = program.createStatement()) {
            for (String sql : forbidden) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    private static String dump() throws SQLException, IOException {
        try (Connection connection = TestDatabase.asSuperuser()) {
            StringWriter dump = new StringWriter();
            for (String table : tables(connection)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", dump);
            }
            return dump.toString();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
