package be.livc.ledger;

import static be.livc.ledger.verify.Verdict.Outcome.ALTERED;
import static be.livc.ledger.verify.Verdict.Outcome.COMPLETE;
import static be.livc.ledger.verify.Verdict.Outcome.FORGED;
import static be.livc.ledger.verify.Verdict.Outcome.SHORTENED;
import static be.livc.ledger.verify.Verdict.Outcome.WRONG_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.ledger.verify.Verdict;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the verifier says of the export after somebody with all rights changed the tables behind it. */
class ExportTest extends ExportTestBase {

    @Autowired
    TestMemory memory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 33})
    void an_untouched_ledger_is_complete_for_two_verifiers(int entries) {
        append(entries);

        byte[] zip = export();

        Verdict verdict = check(zip);
        assertThat(verdict.outcome()).isEqualTo(COMPLETE);
        assertThat(verdict.findings())
                .extracting(Verdict.Finding::key)
                .isEqualTo(
                        entries == 0
                                ? List.of("export.complete", "key.from-the-file")
                                : List.of("export.complete", "export.period", "key.from-the-file"));
        assertThat(IndependentCheck.accepts(zip)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 11, 12})
    void an_altered_text_is_named(int place) {
        append(13);
        checkpoint();
        asSuperuser("update ledger_entry set leaf = replace(leaf, 'follow-up', 'other') where cell_id = ? and seq = "
                + place);

        assertAltered(export(), place, place);
    }

    @Test
    void a_text_altered_together_with_its_hash_is_named_to_within_its_neighbour() {
        append(13);
        checkpoint();
        asSuperuser("update ledger_entry set leaf = replace(leaf, 'follow-up', 'other'), leaf_hash ="
                + " sha256('\\x00'::bytea || convert_to(replace(leaf, 'follow-up', 'other'), 'UTF8'))"
                + " where cell_id = ? and seq = 5");

        assertAltered(export(), 4, 5);
    }

    /** The hash over all eight is left as it was signed, so that the stored hashes part from it there only. */
    @Test
    void hashes_altered_with_the_text_tell_nothing_wider_than_the_checkpoints_do() {
        append(5);
        checkpoint();
        append(3);
        checkpoint();
        asSuperuser(
                "update ledger_entry set leaf = replace(leaf, 'follow-up', 'other'), leaf_hash ="
                        + " sha256('\\x00'::bytea || convert_to(replace(leaf, 'follow-up', 'other'), 'UTF8'))"
                        + " where cell_id = ? and seq = 7",
                "update ledger_entry e set subtrees = sha256('\\x01'::bytea || o.leaf_hash || e.leaf_hash)"
                        + " || substr(e.subtrees, 33) from ledger_entry o"
                        + " where e.cell_id = ? and o.cell_id = e.cell_id and e.seq = 7 and o.seq = 6",
                "update ledger_entry e set subtrees = substr(e.subtrees, 1, 32) || sha256('\\x01'::bytea || o.subtrees"
                        + " || substr(e.subtrees, 1, 32)) || substr(e.subtrees, 65) from ledger_entry o"
                        + " where e.cell_id = ? and o.cell_id = e.cell_id and e.seq = 7 and o.seq = 5");

        assertAltered(export(), 5, 7);
    }

    @Test
    void a_ledger_written_anew_from_some_entry_is_named_from_the_last_checkpoint_that_holds() {
        append(6);
        checkpoint();
        append(4);
        checkpoint();
        asSuperuser("delete from ledger_entry where cell_id = ? and seq >= 8");
        append(9);

        assertAltered(export(), 6, 9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 11})
    void a_removed_entry_is_named(int place) {
        append(13);
        checkpoint();
        asSuperuser("delete from ledger_entry where cell_id = ? and seq = " + place);

        assertAltered(export(), place, place);
    }

    @Test
    void an_inserted_entry_is_named() {
        append(6);
        checkpoint();
        asSuperuser(
                "update ledger_entry set seq = seq + 100 where cell_id = ? and seq >= 3",
                "insert into ledger_entry select cell_id, 3, time, leaf, leaf_hash, subtrees, action, case_id,"
                        + " actor_user, result from ledger_entry where cell_id = ? and seq = 2",
                "update ledger_entry set seq = seq - 99 where cell_id = ? and seq >= 100");

        assertAltered(export(), 3, 3);
    }

    @Test
    void an_altered_text_that_was_not_signed_yet_is_never_signed() {
        append(5);
        checkpoint();
        append(5);
        asSuperuser("update ledger_entry set leaf = replace(leaf, 'follow-up', 'other') where cell_id = ? and seq = 7");

        assertThatThrownBy(this::checkpoint)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("entry 7 was not written by the program");
        assertAltered(export(), 5, 5);
    }

    @Test
    void an_entry_put_behind_the_last_by_hand_is_named() {
        append(4);
        checkpoint();
        asSuperuser("insert into ledger_entry select cell_id, 4, time, replace(leaf, '\"seq\":3', '\"seq\":4'),"
                + " leaf_hash, '', action, case_id, actor_user, result"
                + " from ledger_entry where cell_id = ? and seq = 3");

        assertAltered(export(), 4, 4);
    }

    @Test
    void two_entries_that_changed_places_are_named_from_the_first() {
        append(8);
        checkpoint();
        asSuperuser(
                "update ledger_entry set seq = 100 where cell_id = ? and seq = 2",
                "update ledger_entry set seq = 2 where cell_id = ? and seq = 5",
                "update ledger_entry set seq = 5 where cell_id = ? and seq = 100");

        assertAltered(export(), 2, 2);
    }

    @Test
    void texts_that_changed_places_and_got_each_others_number_are_named() {
        append(8);
        checkpoint();
        asSuperuser("update ledger_entry e set leaf = replace(o.leaf, '\"seq\":' || o.seq, '\"seq\":' || e.seq)"
                + " from ledger_entry o where e.cell_id = ? and o.cell_id = e.cell_id"
                + " and e.seq in (3, 4) and o.seq = 7 - e.seq");

        assertAltered(export(), 3, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void a_ledger_cut_at_the_end_is_shortened(int left) {
        append(10);
        checkpoint();
        asSuperuser("delete from ledger_entry where cell_id = ? and seq >= " + left);

        Verdict verdict = check(export());

        assertThat(verdict.outcome()).isEqualTo(SHORTENED);
        assertThat(verdict.findings().get(0).values()).containsExactly("10", Integer.toString(left));
    }

    @Test
    void an_old_backup_put_back_is_shortened_for_who_kept_a_checkpoint() throws IOException {
        append(7);
        byte[] old = export();
        append(3);
        Path kept = write("kept", checkpoint().getBytes(StandardCharsets.UTF_8));

        assertThat(check(old).outcome()).isEqualTo(COMPLETE);
        assertThat(check(old, Optional.of(kept), Optional.empty()).outcome()).isEqualTo(SHORTENED);
    }

    @Test
    void a_later_export_continues_an_earlier_checkpoint() throws IOException {
        append(7);
        Path kept = write("kept", checkpoint().getBytes(StandardCharsets.UTF_8));
        append(5);

        Verdict verdict = check(export(), Optional.of(kept), Optional.empty());

        assertThat(verdict.outcome()).isEqualTo(COMPLETE);
        assertThat(verdict.findings())
                .extracting(Verdict.Finding::key)
                .containsExactly("export.complete", "export.period", "export.continues", "key.from-the-file");
    }

    @Test
    void an_export_continues_its_own_checkpoint() throws IOException {
        append(7);
        Path kept = write("kept", checkpoint().getBytes(StandardCharsets.UTF_8));

        assertThat(check(export(), Optional.of(kept), Optional.empty()).outcome())
                .isEqualTo(COMPLETE);
    }

    @Test
    void a_kept_checkpoint_of_another_ledger_or_with_a_forged_signature_is_not_continued() throws IOException {
        append(7);
        String checkpoint = checkpoint();
        CellId stranger = new CellId(Ids.next());
        Path another =
                write("another", CurrentCell.in(stranger, book::checkpoint).getBytes(StandardCharsets.UTF_8));
        Path forged =
                write("forged", checkpoint.replaceFirst(".{8}\n$", "AAAAAA==\n").getBytes(StandardCharsets.UTF_8));
        append(1);
        byte[] zip = export();

        assertThat(check(zip, Optional.of(another), Optional.empty()).outcome()).isEqualTo(WRONG_KEY);
        assertThat(check(zip, Optional.of(forged), Optional.empty()).outcome()).isEqualTo(FORGED);
    }

    @Test
    void an_old_backup_put_back_with_its_checkpoint_is_shortened_by_what_was_kept_outside() {
        append(3);
        checkpoint();
        append(2);
        checkpoint();
        asSuperuser(
                "delete from ledger_entry where cell_id = ? and seq >= 3",
                "delete from ledger_checkpoint where cell_id = ? and size > 3");

        Verdict verdict = check(export());

        assertThat(verdict.outcome()).isEqualTo(SHORTENED);
        assertThat(verdict.findings().get(0).values()).containsExactly("5", "3");
    }

    @ParameterizedTest
    @CsvSource({
        "11, '1, 2, 3, 4, 5, 6, 7, 8, 9, 10'",
        "12, '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …'",
    })
    void ten_pruned_entries_behind_a_text_are_named_and_no_more(int firstLeft, String places) {
        append(13);
        checkpoint();
        asSuperuser("update ledger_entry set leaf = null where cell_id = ? and seq > 0 and seq < " + firstLeft);

        assertThat(check(export()).findings())
                .contains(new Verdict.Finding("export.pruned-among", List.of(Integer.toString(firstLeft - 1), places)));
    }

    @Test
    void what_was_kept_from_before_a_change_of_key_is_continued_and_another_past_is_not() throws IOException {
        append(7);
        Path kept = write("kept", checkpoint().getBytes(StandardCharsets.UTF_8));
        CurrentCell.in(cell, () -> book.changeKey(COORDINATOR, SOURCE, "operation"));
        append(2);

        Verdict verdict = check(export(), Optional.of(kept), Optional.empty());

        assertThat(verdict.outcome()).isEqualTo(COMPLETE);
        assertThat(verdict.findings())
                .extracting(Verdict.Finding::key)
                .contains("export.continues", "since.earlier-key");
        Path other = write(
                "other",
                Files.readString(kept)
                        .replaceFirst("\n[A-Za-z0-9+/]{43}=\n", "\n" + "A".repeat(43) + "=\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(check(export(), Optional.of(other), Optional.empty()).outcome())
                .isEqualTo(ALTERED);
    }

    @Test
    void an_export_of_another_past_does_not_continue_a_kept_checkpoint() throws IOException {
        append(7);
        Path kept = write("kept", checkpoint().getBytes(StandardCharsets.UTF_8));
        asSuperuser(
                "delete from ledger_entry where cell_id = ? and seq >= 5",
                "delete from ledger_checkpoint where cell_id = ?");
        append(6);
        memory.forget(cell);
        byte[] zip = export();

        assertThat(check(zip).outcome()).isEqualTo(COMPLETE);
        Verdict verdict = check(zip, Optional.of(kept), Optional.empty());
        assertThat(verdict.outcome()).isEqualTo(ALTERED);
        assertThat(verdict.first()).isZero();
        assertThat(verdict.last()).isEqualTo(6);
    }

    @Test
    void a_past_written_anew_up_to_the_size_of_a_kept_checkpoint_does_not_continue_it() throws IOException {
        append(7);
        Path kept = write("kept", checkpoint().getBytes(StandardCharsets.UTF_8));
        asSuperuser("delete from ledger_entry where cell_id = ?", "delete from ledger_checkpoint where cell_id = ?");
        memory.forget(cell);
        append(7);
        byte[] zip = export();

        assertThat(check(zip).outcome()).isEqualTo(COMPLETE);
        assertThat(check(zip, Optional.of(kept), Optional.empty()).outcome()).isEqualTo(ALTERED);
    }

    @Test
    void a_pruned_entry_keeps_the_tree_whole() {
        append(9);
        checkpoint();
        asSuperuser("update ledger_entry set leaf = null where cell_id = ? and seq in (0, 4)");
        byte[] zip = export();

        Verdict verdict = check(zip);

        assertThat(verdict.outcome()).isEqualTo(COMPLETE);
        assertThat(verdict.findings())
                .contains(
                        new Verdict.Finding("export.pruned", List.of("2")),
                        new Verdict.Finding("export.pruned-among", List.of("1", "4")));
        assertThat(text(IndependentCheck.unzip(zip), "entries.jsonl")
                        .lines()
                        .skip(4)
                        .findFirst()
                        .orElseThrow())
                .matches("\\{\"pruned\":\"[A-Za-z0-9+/]{43}=\",\"seq\":4}");
    }
}
