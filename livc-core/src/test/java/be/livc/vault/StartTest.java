package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.livc.platform.Ids;
import be.livc.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import livc.program.CoreTestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;

/** What a start makes good, and what it refuses to start with. */
class StartTest extends VaultTestBase {

    @Value("${livc.keyset.file}")
    Path keyset;

    @Autowired
    NameSearch names;

    @TempDir
    Path elsewhere;

    @Test
    void a_key_that_an_older_database_brought_back_is_deleted_again_at_the_start() {
        UUID caseId = aCase();
        cell.transact(() -> names.remember(
                caseId, caseId, new SearchRecord(List.of("Jan Peeters"), List.of(), Optional.empty()), toMake(cell)));
        asSuperuser("create table older_case_key as select * from case_key where record_id = '" + caseId + "'");
        asSuperuser("create table older_search as select * from search_record where record_id = '" + caseId + "'");
        destroy(caseId);
        asSuperuser("insert into case_key select * from older_case_key");
        asSuperuser("insert into search_record select * from older_search");
        asSuperuser("delete from destroyed_key where record_id = '" + caseId + "'");
        asSuperuser("drop table older_case_key");
        asSuperuser("drop table older_search");

        start(Map.of()).close();

        assertThat(count("case_key", caseId)).isZero();
        assertThat(count("search_record", caseId)).isZero();
        assertThat(count("destroyed_key", caseId)).isOne();
    }

    @Test
    void a_tombstone_that_a_crash_prevented_is_completed_at_the_start() throws IOException {
        UUID record = Ids.next();
        asSuperuser("insert into destroyed_key values ('" + cell.id() + "', '" + record + "', now())");

        start(Map.of()).close();

        assertThat(Files.readString(keyset.resolveSibling("tombstones"))).contains(cell.id() + " " + record);
    }

    @Test
    void a_wrong_password_stops_the_start_with_one_line_that_says_what_to_do() {
        Throwable failure = catchThrowable(() -> start(Map.of("livc.keyset.password", "a wrong one")));

        assertThat(failure).hasRootCauseInstanceOf(KeysetProblem.class);
        FailureAnalysis told = new KeysetProblemAnalyzer().analyze(failure);
        assertThat(told.getDescription())
                .contains("does not open with the password")
                .contains("set LIVC_KEYSET_PASSWORD")
                .doesNotContain("\n");
    }

    @Test
    void a_missing_keyset_stops_the_start_and_none_is_made_over_existing_data() {
        Path moved = elsewhere.resolve("keyset");

        assertThatThrownBy(() -> start(Map.of("livc.keyset.file", moved.toString())))
                .rootCause()
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("is not there")
                .hasMessageContaining("put the file back");

        assertThat(moved).doesNotExist();
    }

    private static ConfigurableApplicationContext start(Map<String, String> settings) {
        Map<String, Object> properties = new HashMap<>();
        TestDatabase.register((name, value) -> properties.put(name, value.get()));
        properties.put("logging.level.org.springframework.boot.diagnostics", "off");
        properties.putAll(settings);
        return new SpringApplicationBuilder(CoreTestApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run();
    }

    private static int count(String table, UUID record) {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from " + table + " where record_id = '" + record + "'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
