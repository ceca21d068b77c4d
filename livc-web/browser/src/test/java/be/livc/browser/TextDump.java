package be.livc.browser;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Everything in the database as someone reads it who may do anything there: every table of every schema, the engine's
 * and PostgreSQL's own included, and every file of the server, its log of changes among them.
 */
final class TextDump implements AutoCloseable {

    private static final String ALL_TABLES =
            """
            select format('%I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') order by 1
            """;

    private final Path server;
    private final Connection connection;

    private TextDump(Path server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    /** Opens the database of a running program as its superuser. */
    static TextDump of(LivcProgram program) {
        Path server = program.data().resolve("postgres");
        try {
            String password = Files.readString(program.data().resolve("secrets").resolve("database-superuser"))
                    .strip();
            return new TextDump(
                    server,
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:%s/livc".formatted(port(server)), "postgres", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All tables, in their text. */
    Map<String, String> tables() {
        try {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            Map<String, String> texts = new TreeMap<>();
            for (String table : names()) {
                StringWriter text = new StringWriter();
                copies.copyOut("copy (select * from %s) to stdout".formatted(table), text);
                texts.put(table, text.toString());
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where in the tables any of it is found: table and mark. */
    List<String> tablesWith(Said said) {
        List<String> found = new ArrayList<>();
        tables().forEach((table, text) -> add(found, table, said.foundIn(text)));
        return found;
    }

    /** Where in the server's files any of it is found, after everything in memory was written to them. */
    List<String> filesWith(Said said) {
        execute("checkpoint");
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(server, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    try {
                        add(found, file.toString(), said.foundIn(Files.readString(file, StandardCharsets.ISO_8859_1)));
                        return FileVisitResult.CONTINUE;
                    } catch (NoSuchFileException e) {
                        return goneMeanwhile(e);
                    }
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    return goneMeanwhile(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Runs a statement as the superuser. */
    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL_TABLES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void add(List<String> found, String where, Set<String> marks) {
        if (!marks.isEmpty()) {
            found.add(where + ": " + marks);
        }
    }

    /** A server at work removes files while they are read; what is gone keeps nothing. */
    private static FileVisitResult goneMeanwhile(IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    /** The fourth line of the server's file about itself. */
    private static String port(Path server) throws IOException {
        try (Stream<Path> files = Files.walk(server, 2)) {
            Path about = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No server runs in " + server));
            return Files.readAllLines(about).get(3).strip();
        }
    }
}
