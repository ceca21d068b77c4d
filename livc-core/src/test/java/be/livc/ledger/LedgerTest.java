package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** Entries stand in their order and in their cell, whoever appends at the same moment, and nobody takes one away. */
class LedgerTest extends LedgerTestBase {

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
                () -> transactions.execute(status -> ledger.append(cases.stream()
                        .map(each -> aRead(each).ended(Result.DENIED))
                        .toList())));

        assertThat(receipts).extracting(Receipt::index).containsExactly(0L, 1L, 2L);
        List<String> found = CurrentCell.in(
                cell,
                () -> transactions.execute(status -> jdbc.queryForList(
                        "select concat_ws(' ', action, case_id, result) from ledger_entry order by seq",
                        String.class)));
        assertThat(found)
                .isEqualTo(
                        cases.stream().map(each -> "read " + each + " denied").toList());
        assertThat(append(aRead()).index()).isEqualTo(3);
    }

    @Test
    void an_entry_needs_the_transaction_of_its_change() {
        assertThatThrownBy(() -> CurrentCell.in(cell, () -> ledger.append(aRead())))
                .isInstanceOf(IllegalTransactionStateException.class);
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
    void an_act_holds_the_ledger_of_its_cell_from_its_entry_until_its_end() {
        append(2);

        boolean free = CurrentCell.in(
                cell,
                () -> transactions.execute(status -> {
                    ledger.append(aRead());
                    return isFree();
                }));

        assertThat(free).isFalse();
        assertThat(isFree()).isTrue();
    }

    private boolean isFree() {
        try (Connection other = TestDatabase.asProgram();
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('ledger " + cell + "', 0))")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
