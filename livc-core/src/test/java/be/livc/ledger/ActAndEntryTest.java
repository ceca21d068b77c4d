package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.UnexpectedRollbackException;

/** An act and its entry stand or fall together, whatever goes wrong: in the database, in the program, with the clock. */
class ActAndEntryTest extends LedgerTestBase {

    @BeforeEach
    void a_table_with_the_changes_of_a_cell() {
        asSuperuser(
                "create table if not exists change_under_test (cell_id uuid not null, note text not null)",
                "grant select, insert on change_under_test to livc_app");
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.setRight();
    }

    @Test
    void a_database_that_appends_something_else_than_it_was_told_fails_the_act() throws Exception {
        String honest = functionOfTheDatabase();
        asSuperuser(honest.replace("select opening", "select replace(opening, 'read', 'vote')"));
        try {
            assertThatThrownBy(this::changeAndAppend).isInstanceOf(LedgerBroken.class);
        } finally {
            asSuperuser(honest);
        }

        assertThat(changes()).isZero();
        assertThat(size()).isZero();
    }

    private static String functionOfTheDatabase() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_get_functiondef(oid) from pg_proc where proname = 'ledger_append'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_transaction_that_is_rolled_back_leaves_neither_change_nor_entry() {
        append(aRead());

        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    recordChange();
                    ledger.append(aRead());
                    status.setRollbackOnly();
                }));

        assertThat(size()).isEqualTo(1);
        assertThat(changes()).isZero();
        assertThat(append(aRead()).index()).isEqualTo(1);
    }

    @Test
    void an_entry_that_cannot_be_written_fails_its_act_also_when_somebody_catches_it() {
        append(aRead());

        assertThatThrownBy(() -> CurrentCell.run(
                        cell,
                        () -> transactions.executeWithoutResult(status -> {
                            recordChange();
                            assertThatThrownBy(
                                            () -> CurrentCell.run(new CellId(Ids.next()), () -> ledger.append(aRead())))
                                    .isInstanceOf(IllegalStateException.class);
                        })))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(changes()).isZero();
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void a_denial_stands_when_the_act_is_rolled_back() {
        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    recordChange();
                    ledger.appendDenial(aRead().ended(Result.DENIED).because("no-mandate"));
                    status.setRollbackOnly();
                }));

        assertThat(size()).isEqualTo(1);
        assertThat(changes()).isZero();
    }

    @Test
    void a_denial_stands_also_when_the_act_that_is_rolled_back_has_an_entry_already() {
        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    recordChange();
                    ledger.append(aRead());
                    ledger.appendDenial(aRead().ended(Result.DENIED).because("no-mandate"));
                    status.setRollbackOnly();
                }));

        assertThat(size()).isEqualTo(1);
        assertThat(lastReason()).isEqualTo("no-mandate");
        assertThat(changes()).isZero();
    }

    @Test
    void a_denial_that_somebody_catches_stands_after_the_entry_of_the_act_that_goes_on() {
        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    recordChange();
                    ledger.append(aRead());
                    ledger.appendDenial(aRead().ended(Result.DENIED).because("no-mandate"));
                }));

        assertThat(size()).isEqualTo(2);
        assertThat(lastReason()).isEqualTo("no-mandate");
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void a_change_whose_entry_cannot_be_written_is_not_there() {
        append(1);
        asSuperuser("revoke insert on ledger_entry from livc_app");
        try {
            assertThatThrownBy(this::changeAndAppend).isInstanceOf(RuntimeException.class);
        } finally {
            asSuperuser("grant insert on ledger_entry to livc_app");
        }

        assertThat(changes()).isZero();
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void a_ledger_that_others_hold_for_seconds_refuses_the_act() throws Exception {
        try (Connection other = TestDatabase.asSuperuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('ledger " + cell + "', 0))");

            assertThatThrownBy(this::changeAndAppend)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("ledger-busy");
        }

        assertThat(changes()).isZero();
        assertThat(size()).isZero();
    }

    @Test
    void a_clock_that_steps_back_a_little_repeats_the_last_time() {
        Receipt first = append(aRead());
        clock.goBack(Duration.ofMillis(1500));

        Receipt second = append(aRead());

        assertThat(second.time()).isEqualTo(first.time());
    }

    @Test
    void a_clock_that_is_further_behind_refuses_the_act() {
        append(aRead());
        clock.goBack(Duration.ofSeconds(30));

        assertThatThrownBy(this::changeAndAppend).isInstanceOf(Refusal.class).hasMessage("ledger-clock-behind");

        assertThat(changes()).isZero();
        assertThat(size()).isEqualTo(1);
    }

    private void changeAndAppend() {
        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    recordChange();
                    ledger.append(aRead());
                }));
    }

    private void recordChange() {
        jdbc.update("insert into change_under_test (cell_id, note) values (?, 'changed')", cell.value());
    }

    private String lastReason() {
        return CurrentCell.in(
                cell,
                () -> transactions.execute(status -> jdbc.queryForObject(
                        "select leaf::jsonb ->> 'why' from ledger_entry order by seq desc limit 1", String.class)));
    }

    private long changes() {
        return jdbc.queryForObject(
                "select count(*) from change_under_test where cell_id = ?", Long.class, cell.value());
    }
}
