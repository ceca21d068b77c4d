package be.livc.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The engine's tables, in a schema of their own. Created and updated by the owner of the database, never by the
 * program's role, which may not change a table.
 *
 * <p>The comment on the schema says which engine and which walls it was made with; it is written last, so that a start
 * that was cut off halfway is done again, and a start that finds its own mark does nothing.
 */
final class EngineSchema {

    static final String NAME = "flowable";
    static final String TABLE_PREFIX = NAME + ".";

    /** The owner must see every row while an update moves data; the walls come back with the next script. */
    private static final String OPEN_THE_WALLS_TO_THE_OWNER =
            """
            do $$
            declare
                walled regclass;
            begin
                for walled in select oid from pg_class
                        where relnamespace = 'flowable'::regnamespace and relforcerowsecurity loop
                    execute format('alter table %s no force row level security', walled);
                end loop;
            end $$
            """;

    private final DataSource owner;
    private final String walls;

    /** Connects as the owner of the database to where the migrations run. */
    EngineSchema(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("currentSchema", NAME);
        this.owner = new DriverManagerDataSource(url, properties);
        this.walls = read("/engine/walls.sql");
    }

    /** Brings the schema to this version of the engine and of the walls; does nothing where it is there already. */
    void bringUpToDate() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            // Two copies of the program may start at once; the lock ends with the connection.
            statement.execute("select pg_advisory_lock(hashtext('livc.engine.schema'))");
            if (mark().equals(markOf(statement))) {
                return;
            }
            statement.execute("create schema if not exists " + NAME);
            statement.execute(OPEN_THE_WALLS_TO_THE_OWNER);
            createOrUpdateTables();
            statement.execute(walls);
            statement.execute("comment on schema " + NAME + " is '" + mark() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("the schema of the process engine could not be made or updated", e);
        }
    }

    private void createOrUpdateTables() {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEngineName("schema of the process engine");
        configuration.setDataSource(owner);
        configuration.setDatabaseSchema(NAME);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setAsyncExecutorActivate(false);
        configuration.buildProcessEngine().close();
    }

    private static String markOf(Statement statement) throws SQLException {
        String query = "select coalesce(obj_description(oid, 'pg_namespace'), '') from pg_namespace where nspname = '"
                + NAME + "'";
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private String mark() {
        return "engine " + ProcessEngine.VERSION + ", walls " + digest(walls);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String read(String resource) {
        try (var in = EngineSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
