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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.UnexpectedRollbackException;

class LedgerTest extends LedgerTestBase {

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
    void entries_of_one_transaction_follow_each_other() {
        List<Receipt> receipts = CurrentCell.in(
                cell,
                () -> transactions.execute(status -> IntStream.range(0, 5)
                        .mapToObj(i -> ledger.append(aRead()))
                        .toList()));

        assertThat(receipts).extracting(Receipt::index).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(append(aRead()).index()).isEqualTo(5);
    }

    @Test
    void entries_given_together_stand_in_their_order() {
        List<UUID> cases = List.of(Ids.next(), Ids.next(), Ids.next());

        List<Receipt> receipts = CurrentCell.in(
                cell,
                () -> transactions.execute(status ->
                        ledger.append(cases.stream().map(LedgerTestBase::aRead).toList())));

        assertThat(receipts).extracting(Receipt::index).containsExactly(0L, 1L, 2L);
        List<UUID> found = CurrentCell.in(
                cell,
                () -> transactions.execute(
                        status -> jdbc.queryForList("select case_id from ledger_entry order by seq", UUID.class)));
        assertThat(found).isEqualTo(cases);
        assertThat(append(aRead()).index()).isEqualTo(3);
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
    void an_entry_needs_the_transaction_of_its_change() {
        assertThatThrownBy(() -> CurrentCell.in(cell, () -> ledger.append(aRead())))
                .isInstanceOf(IllegalTransactionStateException.class);
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
    void entries_with_and_without_a_case_and_a_list_stand_in_one_ledger() {
        Entry signIn = Entry.by(COORDINATOR, SOURCE)
                .did(Action.LOGIN)
                .on("user", Ids.next())
                .forPurpose("follow-up");
        UUID shown = Ids.next();
        for (int round = 0; round < 12; round++) {
            append(round % 3 == 0 ? signIn : aRead());
            CurrentCell.run(
                    cell, () -> transactions.executeWithoutResult(status -> ledger.append(signIn, Set.of(shown))));
        }

        List<String> kept = CurrentCell.in(
                cell,
                () -> transactions.execute(status -> jdbc.queryForList(
                        "select concat_ws(' ', action, case_id is not null, shown) from ledger_entry order by seq",
                        String.class)));

        assertThat(kept)
                .hasSize(24)
                .containsOnly("login f", "read t", "login f {" + shown + "}")
                .startsWith("login f", "login f {" + shown + "}", "read t");
    }

    @Test
    void a_denial_stands_when_the_act_is_rolled_back() {
        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    recordChange();
                    ledger.appendAlone(aRead().ended(Result.DENIED).because("no-mandate"));
                    status.setRollbackOnly();
                }));

        assertThat(size()).isEqualTo(1);
        assertThat(changes()).isZero();
    }

    @Test
    void an_entry_cannot_go_to_another_cell_than_the_transaction_is_for() {
        CellId other = new CellId(Ids.next());

        assertThatThrownBy(() -> CurrentCell.in(
                        cell,
                        () -> transactions.execute(status -> CurrentCell.in(other, () -> ledger.append(aRead())))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another cell");
        assertThatThrownBy(() -> transactions.execute(status -> ledger.append(aRead())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_program_may_neither_change_nor_remove_an_entry() {
        append(3);

        for (String sql : List.of(
                "update ledger_entry set result = 'ok'",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "drop table ledger_entry",
                "alter table ledger_entry disable row level security")) {
            assertThatThrownBy(() -> asProgram(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
        }
        assertThat(size()).isEqualTo(3);
    }

    @Test
    void a_cell_sees_its_own_ledger_only() {
        append(2);

        long seen = CurrentCell.in(
                new CellId(Ids.next()),
                () -> transactions.execute(
                        status -> jdbc.queryForObject("select count(*) from ledger_entry", Long.class)));

        assertThat(seen).isZero();
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

    @Test
    void eight_at_a_time_in_one_cell_leave_no_gap() throws Exception {
        List<Receipt> receipts = atTheSameTime(IntStream.range(0, 8)
                .<Callable<List<Receipt>>>mapToObj(i -> () -> appendMany(cell, 25))
                .toList());

        assertThat(receipts)
                .extracting(Receipt::index)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 200).boxed().toList());
    }

    @Test
    void eight_cells_at_a_time_leave_no_gap() throws Exception {
        List<CellId> cells =
                IntStream.range(0, 8).mapToObj(i -> new CellId(Ids.next())).toList();

        List<Receipt> receipts = atTheSameTime(cells.stream()
                .<Callable<List<Receipt>>>map(each -> () -> appendMany(each, 25))
                .toList());

        assertThat(cells).allSatisfy(each -> assertThat(receipts)
                .filteredOn(receipt -> receipt.cell().equals(each))
                .extracting(Receipt::index)
                .containsExactlyElementsOf(LongStream.range(0, 25).boxed().toList()));
    }

    private List<Receipt> appendMany(CellId where, int entries) {
        return CurrentCell.in(where, () -> IntStream.range(0, entries)
                .mapToObj(i -> transactions.execute(status -> ledger.append(aRead())))
                .toList());
    }

    private static List<Receipt> atTheSameTime(List<Callable<List<Receipt>>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Receipt> all = new ArrayList<>();
            for (Future<List<Receipt>> done : threads.invokeAll(work)) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
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

    private long changes() {
        return jdbc.queryForObject(
                "select count(*) from change_under_test where cell_id = ?", Long.class, cell.value());
    }

    private void asProgram(String sql) throws SQLException {
        try (Connection connection = TestDatabase.asProgram();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.cell', '" + cell + "', false)");
            statement.execute(sql);
        }
    }

    @Test
    void the_ids_in_an_entry_are_those_that_were_given() {
        UUID caseId = Ids.next();

        Receipt receipt = append(aRead(caseId));

        String leaf = CurrentCell.in(
                cell,
                () -> transactions.execute(status -> jdbc.queryForObject(
                        "select leaf from ledger_entry where seq = ?", String.class, receipt.index())));
        assertThat(leaf)
                .startsWith("{\"action\":\"read\",\"actor\":{\"mandate\":\"")
                .contains("\"case\":\"" + caseId + "\",\"cell\":\"" + cell + "\"")
                .contains("\"seq\":0,")
                .containsPattern("\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\",\"v\":1}");
    }
}
