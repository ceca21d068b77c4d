package be.livc.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;

/**
 * A database of a test's own on the server of {@link TestDatabase}, with a keyset of its own: what a test may dump, put back, and
 * destroy the keys of, without another test noticing.
 */
public final class OwnDatabase {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String name;
    private final String url;
    private final Path keyset;

    private OwnDatabase(String name, String url, Path keyset) {
        this.name = name;
        this.url = url;
        this.keyset = keyset;
    }

    /** Makes an empty one. */
    public static OwnDatabase made() {
        String name = "own_" + NEXT.incrementAndGet();
        try {
            Path target = Files.createDirectories(Path.of("target"));
            Path keyset = Files.createTempDirectory(target, name).resolve("keyset");
            return new OwnDatabase(name, TestDatabase.another(name), keyset.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file of the master keys. */
    public Path keyset() {
        return keyset;
    }

    /** Gives the settings with which a program works on it. */
    public void settings(BiConsumer<String, String> setting) {
        setting.accept("spring.datasource.url", url);
        setting.accept("spring.datasource.username", "livc_app");
        setting.accept("spring.datasource.password", TestDatabase.PASSWORD);
        setting.accept("spring.datasource.hikari.minimum-idle", "1");
        setting.accept("spring.flyway.url", url);
        setting.accept("spring.flyway.user", "livc_owner");
        setting.accept("spring.flyway.password", TestDatabase.PASSWORD);
        setting.accept("livc.keyset.file", keyset.toString());
        setting.accept("livc.keyset.password", TestDatabase.PASSWORD);
        setting.accept("livc.keys.first", "P1D");
    }

    /** A connection that row-level security does not bind. */
    public Connection asSuperuser() throws SQLException {
        return TestDatabase.asSuperuserOf(name);
    }

    /** The first column of what the superuser's query finds, as text. */
    public List<String> ask(String query) {
        try (Connection connection = asSuperuser()) {
            return TestDatabase.firstColumn(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows as the superuser. */
    public void change(String sql) {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of all tables in PostgreSQL's text format, as {@code pg_dump --data-only} has them, by table. */
    public Map<String, String> dump() {
        Map<String, String> dump = new LinkedHashMap<>();
        try (Connection connection = asSuperuser()) {
            for (String table : tables()) {
                StringWriter rows = new StringWriter();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                dump.put(table, rows.toString());
            }
            return dump;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a dump in the place of all rows there are. */
    public void restore(Map<String, String> dump) {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", dump.keySet()));
            for (Map.Entry<String, String> table : dump.entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.getKey() + " from stdin", new StringReader(table.getValue()));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> tables() {
        return ask("select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname not in ('pg_catalog', 'information_schema') order by 1");
    }
}
