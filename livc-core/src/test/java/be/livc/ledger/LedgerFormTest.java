package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the table itself asks of an entry, whoever writes it. */
class LedgerFormTest extends LedgerTestBase {

    @Test
    void the_program_itself_can_add_no_row_without_the_form_of_an_entry() {
        String hash = "sha256('x')";
        String seal = "substr(sha256('x') || sha256('y'), 1, 48)";
        append(aRead());

        for (String deformed : List.of(
                "-1, 'leaf', " + hash + ", '', 'read', gen_random_uuid(), 'ok', " + seal,
                "1, null, " + hash + ", '', 'read', gen_random_uuid(), 'ok', " + seal,
                "1, 'leaf', 'short', '', 'read', gen_random_uuid(), 'ok', " + seal,
                "1, 'leaf', " + hash + ", 'short', 'read', gen_random_uuid(), 'ok', " + seal,
                "1, 'leaf', " + hash + ", '', null, gen_random_uuid(), 'ok', " + seal,
                "1, 'leaf', " + hash + ", '', 'read', null, 'ok', " + seal,
                "1, 'leaf', " + hash + ", '', 'read', gen_random_uuid(), null, " + seal,
                "1, 'leaf', " + hash + ", '', 'read', gen_random_uuid(), 'ok', 'short'",
                "1, 'leaf', " + hash + ", '', 'read', gen_random_uuid(), 'ok', null")) {
            assertThatThrownBy(() -> add(cell, deformed))
                    .as(deformed)
                    .hasStackTraceContaining("violates row-level security policy");
        }

        assertThat(size()).isEqualTo(1);
        add(cell, "1, 'leaf', " + hash + ", '', 'read', gen_random_uuid(), 'ok', " + seal);
        assertThat(size()).isEqualTo(2);
    }

    @Test
    void the_program_itself_can_add_no_row_to_another_cell_than_the_bound_one() {
        String entry =
                "0, 'leaf', sha256('x'), '', 'read', gen_random_uuid(), 'ok', substr(sha256('x') || sha256('y'), 1, 48)";

        assertThatThrownBy(() -> add(new CellId(Ids.next()), entry))
                .hasStackTraceContaining("violates row-level security policy");
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> insert(cell, entry)))
                .hasStackTraceContaining("violates row-level security policy");
    }

    @Test
    void a_node_that_knows_the_ends_of_two_ledgers_appends_to_the_one_its_transaction_is_for() {
        CellId other = new CellId(Ids.next());
        append(2);
        CurrentCell.run(other, () -> transactions.executeWithoutResult(status -> ledger.append(aRead())));
        CurrentCell.run(other, () -> transactions.executeWithoutResult(status -> ledger.append(aRead())));

        assertThatThrownBy(() -> CurrentCell.in(
                        cell,
                        () -> transactions.execute(status -> CurrentCell.in(other, () -> ledger.append(aRead())))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another cell");

        assertThat(size()).isEqualTo(2);
        assertThat(append(aRead()).index()).isEqualTo(2);
    }

    @Test
    void the_owner_may_prune_a_leaf_and_neither_deform_nor_remove_an_entry() throws SQLException {
        append(3);

        assertThat(asOwner("update ledger_entry set leaf = null where seq = 1")).isEqualTo(1);
        assertThat(asOwner("delete from ledger_entry")).isZero();
        assertThatThrownBy(() -> asOwner("update ledger_entry set leaf_hash = 'short' where seq = 1"))
                .hasMessageContaining("violates row-level security policy");
        assertThatThrownBy(() -> asOwner("update ledger_entry set cell_id = gen_random_uuid() where seq = 1"))
                .hasMessageContaining("violates row-level security policy");
        assertThat(size()).isEqualTo(3);
    }

    @Test
    void a_ledger_from_before_there_were_seals_goes_on_and_is_pruned() throws SQLException {
        append(2);
        asSuperuser("update ledger_entry set seal = null where cell_id = ?");

        assertThat(asOwner("update ledger_entry set leaf = null where seq = 0")).isEqualTo(1);

        assertThat(append(aRead()).index()).isEqualTo(2);
        assertThat(append(aRead()).index()).isEqualTo(3);
    }

    private void add(CellId to, String entry) {
        CurrentCell.run(cell, () -> transactions.executeWithoutResult(status -> insert(to, entry)));
    }

    private void insert(CellId to, String entry) {
        jdbc.update(
                "insert into ledger_entry (cell_id, time, seq, leaf, leaf_hash, subtrees, action, actor_user, result, seal)"
                        + " select ?, now(), " + entry,
                to.value());
    }

    /** Runs SQL as the owner of the table, with the cell bound: who owns is bound as well. */
    private int asOwner(String sql) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set role livc_owner");
            statement.execute("select set_config('app.cell', '" + cell + "', false)");
            return statement.executeUpdate(sql);
        }
    }
}
