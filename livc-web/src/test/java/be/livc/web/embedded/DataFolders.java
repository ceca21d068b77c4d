package be.livc.web.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Data folders for the tests of one JVM, which share one copy of the unpacked server: unpacking takes longer than most
 * tests.
 */
final class DataFolders {

    private static final Path UNPACKED = Path.of("target", "test-postgres", System.getProperty("livc.fork", "fork-1"))
            .toAbsolutePath();

    private DataFolders() {}

    /** A data folder with nothing in it but the way to the server's programs. */
    static void prepare(Path folder) throws IOException {
        ServerBinaries.unpackInto(UNPACKED);
        Accounts.createPrivateFolder(folder.resolve("postgres"));
        pointToBinaries(folder);
    }

    /** Makes the way to the server's programs. */
    static void pointToBinaries(Path folder) throws IOException {
        Files.createSymbolicLink(link(folder), UNPACKED.resolve(ServerBinaries.VERSION));
    }

    /** As {@link #prepare}, with programs of its own that can be given to another account. */
    static void prepareForAnotherAccount(Path folder) throws IOException, CommandFailed {
        ServerBinaries.unpackInto(UNPACKED);
        Accounts.createPrivateFolder(folder.resolve("postgres"));
        run(folder, "cp", "-a", UNPACKED.resolve(ServerBinaries.VERSION).toString(), "postgres/");
    }

    /** Takes the link away, which the test framework would warn about at its clean-up. */
    static void forgetBinaries(Path folder) throws IOException {
        Files.deleteIfExists(link(folder));
    }

    private static void run(Path folder, String... command) throws CommandFailed {
        Command.run(List.of(command), folder, Duration.ofMinutes(1));
    }

    private static Path link(Path folder) {
        return folder.resolve("postgres").resolve(ServerBinaries.VERSION);
    }

    static void execute(EmbeddedDatabase database, Role role, String... statements) throws SQLException {
        try (Connection connection = connect(database, role);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the first row. */
    static String ask(EmbeddedDatabase database, Role role, String query) throws SQLException {
        try (Connection connection = connect(database, role);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The process number of the running server. */
    static long server(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static Connection connect(EmbeddedDatabase database, Role role) throws SQLException {
        return DriverManager.getConnection(database.url(), role.user(), database.passwordOf(role));
    }
}
