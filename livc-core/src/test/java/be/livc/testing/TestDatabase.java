package be.livc.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL for all tests of a module: a container where Docker answers, the server's own binaries
 * otherwise. Roles and rights are those of production: the program under test connects as {@code livc_app}.
 */
public final class TestDatabase {

    /** What the roles of the test server sign in with. */
    public static final String PASSWORD = "test-only";

    /** One keyset for the one database, in a folder of this test run. */
    private static final Path KEYSET = keysetOfThisRun();

    private static final TestDatabase INSTANCE = start();

    private final String host;
    private final String superuser;
    private final String superuserPassword;

    private TestDatabase(String host, String superuser, String superuserPassword) {
        this.host = host;
        this.superuser = superuser;
        this.superuserPassword = superuserPassword;
    }

    /** Points a Spring test at the server: the program's role for the data source, the owner for migrations. */
    public static void register(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", INSTANCE::url);
        registry.add("spring.datasource.username", () -> "livc_app");
        registry.add("spring.datasource.password", () -> PASSWORD);
        // Contexts of many tests stand beside each other on one server: none holds connections that it does not use.
        registry.add("spring.datasource.hikari.minimum-idle", () -> "1");
        registry.add("spring.flyway.url", INSTANCE::url);
        registry.add("spring.flyway.user", () -> "livc_owner");
        registry.add("spring.flyway.password", () -> PASSWORD);
        registry.add("livc.keyset.file", KEYSET::toString);
        registry.add("livc.keyset.password", () -> PASSWORD);
        registry.add(
                "livc.keys.first", () -> "P1D"); // contexts with other clocks share the keys: none renews them unasked
    }

    /** Makes another database on the server, with the same owner and rights; gives its address. */
    static String another(String name) throws SQLException {
        try (Connection connection =
                        INSTANCE.connect(INSTANCE.url("postgres"), INSTANCE.superuser, INSTANCE.superuserPassword);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner livc_owner encoding 'UTF8' template template0");
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to livc_app");
        }
        return INSTANCE.url(name);
    }

    /** The same as {@link #asSuperuser}, in another database of the server. */
    static Connection asSuperuserOf(String name) throws SQLException {
        return INSTANCE.connect(INSTANCE.url(name), INSTANCE.superuser, INSTANCE.superuserPassword);
    }

    /** A connection that row-level security does not bind: what a thief of the database would have. */
    public static Connection asSuperuser() throws SQLException {
        return INSTANCE.connect(INSTANCE.url(), INSTANCE.superuser, INSTANCE.superuserPassword);
    }

    /** Executes these as somebody whom row-level security does not bind, one after another. */
    public static void executeAsSuperuser(String... statements) throws SQLException {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of what a query finds as somebody whom row-level security does not bind, as text. */
    public static List<String> askAsSuperuser(String query) throws SQLException {
        try (Connection connection = asSuperuser()) {
            return firstColumn(connection, query);
        }
    }

    static List<String> firstColumn(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** A connection as the program's own role, without a cell bound. */
    public static Connection asProgram() throws SQLException {
        return INSTANCE.connect(INSTANCE.url(), "livc_app", PASSWORD);
    }

    private static Path keysetOfThisRun() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target, "keys").resolve("keyset");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url() {
        return url("livc");
    }

    private String url(String database) {
        return "jdbc:postgresql://" + host + "/" + database;
    }

    private static TestDatabase start() {
        TestDatabase database = dockerAnswers() ? inContainer() : embedded();
        database.createRoles();
        return database;
    }

    private static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // lives as long as the test JVM; Testcontainers removes it afterwards
    private static TestDatabase inContainer() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine")
                .withUsername("postgres")
                .withPassword(PASSWORD);
        container.start();
        String host = container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new TestDatabase(host, "postgres", PASSWORD);
    }

    @SuppressWarnings("resource") // lives as long as the test JVM, and a little longer than the programs in it
    private static TestDatabase embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("synchronous_commit", System.getProperty("bench.commit", "off"))
                    // Its launcher turns this off, which only a test may be glad of.
                    .setServerConfig("fsync", System.getProperty("bench.commit", "off"))
                    .setRegisterShutdownHook(false)
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return new TestDatabase("localhost:" + server.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    /** After the programs under test: one that still asks a server that has gone waits for it for half a minute. */
    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
        }
    }

    private void createRoles() {
        try (Connection connection = connect(url("postgres"), superuser, superuserPassword);
                Statement statement = connection.createStatement()) {
            for (String sql : roleStatements()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the roles of the test database could not be made", e);
        }
    }

    private static List<String> roleStatements() {
        try (var script = TestDatabase.class.getResourceAsStream("/db/roles.sql")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replaceAll(Pattern.quote("${") + "(owner|app)_password}", PASSWORD);
            List<String> statements = new ArrayList<>();
            for (String statement : text.split(";")) {
                if (!statement.isBlank()) {
                    statements.add(statement.strip());
                }
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }
}
