package be.livc.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The PostgreSQL that the program brings along, as its superuser: a second database in it for the peer, and what each holds. */
final class SharedServer {

    static final String OF_THE_PROGRAM = "livc";
    static final String OF_THE_PEER = "peer";

    private static final int LINE_OF_THE_PORT = 3;

    private final String address;
    private final String password;

    /** The one of a data folder whose program runs. */
    SharedServer(Path data) throws IOException {
        Path cluster = data.resolve("postgres").resolve("cluster");
        String port = Files.readAllLines(cluster.resolve("postmaster.pid"))
                .get(LINE_OF_THE_PORT)
                .strip();
        this.address = "jdbc:postgresql://127.0.0.1:" + port + "/";
        this.password = Files.readString(data.resolve("secrets").resolve("database-superuser"))
                .strip();
    }

    /** Makes an empty database for the peer; the settings that it connects with. */
    String[] forThePeer() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + OF_THE_PEER);
        }
        return new String[] {
            "--spring.datasource.url=" + address + OF_THE_PEER,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=" + password
        };
    }

    /** The bytes of each table with its indexes, once what was deleted has been given back. */
    Map<String, Long> packed(String database) throws SQLException {
        Map<String, Long> bytes = new TreeMap<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum full");
            try (ResultSet rows = statement.executeQuery(
                    """
                    select n.nspname || '.' || c.relname, pg_total_relation_size(c.oid)
                      from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                    """)) {
                while (rows.next()) {
                    bytes.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return bytes;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(address + database, "postgres", password);
    }
}
