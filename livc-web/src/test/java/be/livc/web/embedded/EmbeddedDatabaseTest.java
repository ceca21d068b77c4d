package be.livc.web.embedded;

import static be.livc.web.embedded.DataFolders.ask;
import static be.livc.web.embedded.DataFolders.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final String CLASSPATH = System.getProperty("java.class.path");

    /** One folder for all: making it takes longer than most tests, and every test leaves it whole and stopped. */
    @TempDir
    static Path folder;

    @BeforeAll
    static void startOnce() throws Exception {
        DataFolders.prepare(folder);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, Role.OWNER, "create table note (text text)");
        }
    }

    @AfterAll
    static void forgetBinaries() throws IOException {
        DataFolders.forgetBinaries(folder);
    }

    @Test
    void what_was_committed_is_there_after_a_stop_and_a_start() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, Role.OWNER, "insert into note values ('before the stop')");
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(notes(database)).contains("before the stop");
        }
        assertThat(Leftovers.of(folder.resolve("postgres/cluster")).includeServer())
                .isFalse();
    }

    @Test
    void the_server_is_durable_closed_to_the_network_and_silent_about_values() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "data_checksums")).isEqualTo("on");
            assertThat(setting(database, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(database, "unix_socket_directories")).isEmpty();
            assertThat(setting(database, "log_parameter_max_length")).isEqualTo("0");
            assertThat(setting(database, "log_parameter_max_length_on_error")).isEqualTo("0");
            assertThat(setting(database, "server_version")).startsWith(ServerBinaries.VERSION);
            assertThat(ask(
                            database,
                            Role.SUPERUSER,
                            "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(ask(
                            database,
                            Role.PROGRAM,
                            "select rolsuper or rolbypassrls from pg_roles where rolname = user"))
                    .isEqualTo("f");

            String value = "'Veerle Canaris'";
            assertThatThrownBy(() -> execute(database, Role.PROGRAM, "select " + value + "::integer"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Canaris");
        }
        assertThat(logs()).isNotEmpty().doesNotContain("Canaris");
    }

    @Test
    void only_this_account_can_read_the_secrets() throws Exception {
        Path secrets = folder.resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files).hasSize(3).allSatisfy(file -> {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(Files.readString(file).strip()).hasSize(43);
            });
        }
        assertThat(folder.resolve("postgres/initdb.password")).doesNotExist();
    }

    @Test
    void a_server_that_is_killed_comes_back_with_what_was_committed() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, Role.OWNER, "insert into note values ('before the server was killed')");

            long killed = DataFolders.server(folder);
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            assertThat(notesWhenBack(database)).contains("before the server was killed");
            assertThat(DataFolders.server(folder)).isNotEqualTo(killed);
        }
    }

    @Test
    void a_server_that_cannot_start_again_at_once_comes_back_when_it_can() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, Role.OWNER, "insert into note values ('before nothing would start')");
            DataFolders.forgetBinaries(folder);

            ProcessHandle.of(DataFolders.server(folder)).orElseThrow().destroyForcibly();
            assertThatThrownBy(() -> {
                        Thread.sleep(2_000);
                        notes(database);
                    })
                    .isInstanceOf(SQLException.class);
            DataFolders.pointToBinaries(folder);

            assertThat(notesWhenBack(database)).contains("before nothing would start");
        }
    }

    @Test
    void a_killed_program_leaves_nothing_in_the_way() throws Exception {
        AnotherProgram program = AnotherProgram.on(folder, CLASSPATH, "before the program was killed");
        assertThat(program.answer()).isEqualTo(AnotherProgram.READY);
        long orphan = DataFolders.server(folder);

        program.kill();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(notes(database)).contains("before the program was killed");
            assertThat(DataFolders.server(folder)).isNotEqualTo(orphan);
        }
    }

    @Test
    void a_program_and_a_server_killed_together_leave_nothing_in_the_way() throws Exception {
        AnotherProgram program = AnotherProgram.on(folder, CLASSPATH, "before both were killed");
        long server = DataFolders.server(folder);

        program.kill();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(notes(database)).contains("before both were killed");
        }
    }

    @Test
    void a_number_taken_over_by_a_stranger_does_not_stop_the_start() throws Exception {
        Files.writeString(
                folder.resolve("postgres/cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgres/cluster") + "\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, Role.PROGRAM, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused() throws Exception {
        AnotherProgram first = AnotherProgram.on(folder, CLASSPATH, "of the first program");
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("Another LIVC (process %d) already uses the data folder %s.", first.pid(), folder);
        } finally {
            first.kill();
        }

        try (EmbeddedDatabase ours = EmbeddedDatabase.start(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).isInstanceOf(StartRefused.class);
            assertThat(notes(ours)).contains("of the first program");
        }
    }

    @Test
    void data_of_another_major_version_are_refused_and_left_alone() throws Exception {
        Path version = Files.writeString(folder.resolve("postgres/cluster/PG_VERSION"), "16\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("were made by PostgreSQL 16; this program brings version 17");

        Files.writeString(version, "17\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, Role.OWNER, "select count(*) >= 0 from note"))
                    .isEqualTo("t");
        }
    }

    @Test
    void a_lost_password_is_named_and_not_made_again() throws Exception {
        Path lost = folder.resolve("secrets/database-program");
        Path elsewhere = Files.move(lost, folder.resolve("elsewhere"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(lost.toString());
        assertThat(lost).doesNotExist();
        Files.move(elsewhere, lost);
    }

    @Test
    void a_first_start_that_was_cut_short_is_done_again(@TempDir Path cutShort) throws Exception {
        DataFolders.prepare(cutShort);
        Path unfinished = Files.createDirectories(cutShort.resolve("postgres/cluster.draft/base"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(cutShort)) {
            assertThat(ask(database, Role.PROGRAM, "select 1")).isEqualTo("1");
        }
        assertThat(unfinished).doesNotExist();
        DataFolders.forgetBinaries(cutShort);
    }

    @Test
    void a_first_start_ends_what_a_killed_one_left_at_work(@TempDir Path killed) throws Exception {
        DataFolders.prepare(killed);
        Path postgres = killed.resolve("postgres");
        Path initdb = ServerBinaries.unpackInto(postgres).program("initdb");
        List<String> command =
                new ArrayList<>(Accounts.current() == Accounts.ROOT ? List.of("unshare", "--user", "--") : List.of());
        command.addAll(List.of(
                initdb.toString(), "-D", postgres.resolve("cluster.draft").toString(), "-U", "other"));
        Process atWork = new ProcessBuilder(command)
                .directory(postgres.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(killed)) {
            assertThat(atWork.isAlive()).isFalse();
            assertThat(ask(database, Role.PROGRAM, "select 1")).isEqualTo("1");
        }
        DataFolders.forgetBinaries(killed);
    }

    @Test
    void someone_standing_in_the_folder_of_the_cluster_is_left_alone() throws Exception {
        Process shell = new ProcessBuilder("sleep", "600")
                .directory(folder.resolve("postgres/cluster").toFile())
                .start();
        try {
            EmbeddedDatabase.start(folder).close();

            assertThat(shell.isAlive()).isTrue();
        } finally {
            shell.destroyForcibly();
        }
    }

    @Test
    void a_path_the_shell_would_read_otherwise_is_refused() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder.resolve("a$(id)b")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("holds a mark");
    }

    private static String setting(EmbeddedDatabase database, String name) throws SQLException {
        return ask(database, Role.SUPERUSER, "select current_setting('" + name + "')");
    }

    private static String notes(EmbeddedDatabase database) throws SQLException {
        return ask(database, Role.OWNER, "select string_agg(text, ', ') from note");
    }

    private static String notesWhenBack(EmbeddedDatabase database) throws Exception {
        for (int attempt = 0; ; attempt++) {
            try {
                return notes(database);
            } catch (SQLException notYet) {
                if (attempt == 300) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    private static String logs() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("postgres/log"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
