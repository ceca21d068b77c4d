package be.livc.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/** No room for another entry of any ledger, refused as PostgreSQL refuses it. */
public final class AFullDisk {

    private AFullDisk() {}

    /** What this gives while the disk is full; afterwards there is room again. */
    public static <T> T during(Callable<T> work) throws Exception {
        execute(
                "create function disk_full() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$",
                "create trigger disk_full before insert on ledger_entry for each row execute function disk_full()");
        try {
            return work.call();
        } finally {
            execute("drop trigger disk_full on ledger_entry", "drop function disk_full()");
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
