package be.livc.web.demo;

import be.livc.platform.CellId;
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
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** The whole database as its superuser has it. */
final class Dump {

    private Dump() {}

    static String ofEverything() throws SQLException, IOException {
        try (Connection connection = TestDatabase.asSuperuser()) {
            StringWriter dump = new StringWriter();
            for (String table : tables(connection, "true")) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", dump);
            }
            return dump.toString();
        }
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, Long> rowsByTable() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection, "table_schema = 'public'")) {
                try (ResultSet counted = statement.executeQuery("select count(*) from " + table)) {
                    counted.next();
                    rows.put(table, counted.getLong(1));
                }
            }
        }
        return rows;
    }

    /** Takes a cell without cases out again, with the accounts of this pattern, as if it had never been founded. */
    static void forget(CellId cell, String usernames) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            for (String table : tables(
                    connection,
                    "exists (select 1 from information_schema.columns c where c.table_schema = t.table_schema"
                            + " and c.table_name = t.table_name and c.column_name = 'cell_id')")) {
                statement.execute("delete from " + table + " where cell_id::text = '" + cell + "'");
            }
            statement.execute("delete from cell where id = '" + cell + "'");
            statement.execute("delete from account where username like '" + usernames + "'");
            connection.commit();
        }
    }

    private static List<String> tables(Connection connection, String which) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select format('%I.%I', t.table_schema, t.table_name)"
                        + " from information_schema.tables t where t.table_type = 'BASE TABLE'"
                        + " and t.table_schema not in ('pg_catalog', 'information_schema') and "
                        + which)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
