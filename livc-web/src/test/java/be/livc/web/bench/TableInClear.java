package be.livc.web.bench;

import be.livc.platform.CurrentCell;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the program never has: numbers and names of cases, readable. Behind the same row-level security. */
final class TableInClear {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    TableInClear(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Makes it anew, as the owner of the tables. */
    void make(FlywayConnectionDetails owner) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists case_in_clear");
            statement.execute("create table case_in_clear (cell_id uuid not null, case_id uuid not null, number text,"
                    + " family_name text not null, given_names text not null, birth_date date, aliases text[] not null,"
                    + " primary key (cell_id, case_id))");
            statement.execute("select bind_to_cell('case_in_clear')");
            statement.execute("grant select, insert on case_in_clear to livc_app");
        }
    }

    /** Fills it from answers of the work list; once for each case. */
    void fill(List<TaskInClear> tasks) {
        transactions.executeWithoutResult(tx -> tasks.forEach(task -> jdbc.update(
                "insert into case_in_clear values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                CurrentCell.require().value(),
                task.caseId(),
                task.number(),
                task.subject().familyName(),
                task.subject().givenNames(),
                task.subject().birthDate(),
                task.subject().aliases().toArray(String[]::new))));
    }
}
