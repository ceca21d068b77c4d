package be.livc.ledger;

import static be.livc.ledger.verify.Verdict.Outcome.ALTERED;
import static be.livc.ledger.verify.Verdict.Outcome.COMPLETE;
import static be.livc.ledger.verify.Verdict.Outcome.FORGED;
import static be.livc.ledger.verify.Verdict.Outcome.SHORTENED;
import static be.livc.ledger.verify.Verdict.Outcome.UNREADABLE;
import static be.livc.ledger.verify.Verdict.Outcome.WRONG_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a superuser does to the table, or somebody to the file, and what the verifier says of the export. */
class ExportTest extends LedgerTestBase {

    @Autowired
    LedgerBook book;

    @Autowired
    TestSigner signer;

    @Autowired
    TestMemory memory;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 33})
    void an_untouched_ledger_is_complete_for_two_verifiers(int entries) {
        append(entries);

        byte[] zip = export();

        assertThat(check(zip).outcome()).isEqualTo(COMPLETE);
        assertThat(IndependentCheck.accepts(zip)).isTrue();
    }

    @Test
    void an_export_holds_the_three_files_of_the_format() {
        append(3);

        Map<String, byte[]> files = IndependentCheck.unzip(export());

        assertThat(files).containsKeys("entries.jsonl", "checkpoint", "key.vkey");
        assertThat(text(files, "entries.jsonl").lines()).hasSize(3);
        assertThat(text(files, "key.vkey")).startsWith("livc/" + cell + "+");
        assertThat(text(files, "checkpoint")).startsWith("livc/" + cell + "\n3\n");
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
        assertThat(verdict.findings()).extracting(Verdict.Finding::key).contains("export.continues");
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
    void a_pruned_entry_keeps_the_tree_whole() {
        append(9);
        checkpoint();
        asSuperuser("update ledger_entry set leaf = null where cell_id = ? and seq in (0, 4)");
        byte[] zip = export();

        Verdict verdict = check(zip);

        assertThat(verdict.outcome()).isEqualTo(COMPLETE);
        assertThat(verdict.findings()).contains(new Verdict.Finding("export.pruned", List.of("2")));
        assertThat(text(IndependentCheck.unzip(zip), "entries.jsonl")
                        .lines()
                        .skip(4)
                        .findFirst()
                        .orElseThrow())
                .matches("\\{\"pruned\":\"[A-Za-z0-9+/]{43}=\",\"seq\":4}");
    }

    @Test
    void another_key_is_wrong_and_a_signature_by_another_key_is_forged() {
        append(3);
        byte[] zip = export();
        String keyBefore = CurrentCell.in(cell, book::verifierKey);
        signer.rotate(cell);
        String otherKey = CurrentCell.in(cell, book::verifierKey);
        byte[] otherZip = export();

        assertThat(check(zip, Optional.empty(), Optional.of(keyBefore)).outcome())
                .isEqualTo(COMPLETE);
        assertThat(check(zip, Optional.empty(), Optional.of(otherKey)).outcome())
                .isEqualTo(WRONG_KEY);
        assertThat(check(zip, Optional.empty(), Optional.of(keyOf(new CellId(Ids.next()))))
                        .outcome())
                .isEqualTo(WRONG_KEY);
        byte[] forged = with(
                zip, "checkpoint", note -> note.replace(signatureOf(zip), withKeyIdOf(zip, signatureOf(otherZip))));
        assertThat(check(forged).outcome()).isEqualTo(FORGED);
        byte[] biggerTree = with(zip, "checkpoint", note -> note.replace("\n3\n", "\n4\n"));
        assertThat(check(biggerTree).outcome()).isEqualTo(FORGED);
    }

    @Test
    void a_file_that_is_no_export_is_unreadable() throws IOException {
        append(2);
        byte[] zip = export();

        assertThat(VerifyExport.check(write("text", new byte[] {1, 2, 3}), Optional.empty(), Optional.empty())
                        .outcome())
                .isEqualTo(UNREADABLE);
        assertThat(VerifyExport.check(folder.resolve("absent"), Optional.empty(), Optional.empty())
                        .outcome())
                .isEqualTo(UNREADABLE);
        assertThat(check(with(zip, "checkpoint", note -> "nothing")).outcome()).isEqualTo(UNREADABLE);
        assertThat(check(without(zip, "entries.jsonl")).outcome()).isEqualTo(UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}",
                "[",
                "",
                "{\"seq\":2,\"v\":1}",
                "{\"seq\": 2}",
                "{\"v\":1,\"seq\":2}",
                "{\"pruned\":\"x\",\"seq\":2}",
                "\u00e9"
            })
    void a_line_that_is_no_entry_is_named(String line) {
        append(4);
        byte[] zip = with(export(), "entries.jsonl", entries -> {
            String[] lines = entries.split("\n");
            lines[2] = line;
            return String.join("\n", lines) + "\n";
        });

        assertAltered(zip, 2, 2);
    }

    @Test
    void hashes_and_earlier_checkpoints_are_not_believed() {
        append(5);
        checkpoint();
        append(3);
        byte[] zip = export();

        assertThat(check(with(zip, "hashes", hashes -> "AAAA\n" + hashes)).outcome())
                .isEqualTo(COMPLETE);
        assertThat(check(without(zip, "hashes")).outcome()).isEqualTo(COMPLETE);
        assertThat(check(with(zip, "checkpoints/5", note -> note.replace("\n5\n", "\n4\n")))
                        .outcome())
                .isEqualTo(COMPLETE);
        assertAltered(
                with(without(zip, "hashes"), "entries.jsonl", all -> all.replaceFirst("follow-up", "other")), 0, 4);
    }

    @Test
    void a_receipt_stands_on_its_own_also_inside_another_file() throws IOException {
        append(12);
        String receipt = CurrentCell.in(cell, () -> book.receipt(7)).orElseThrow();
        append(3);

        assertThat(checkReceipt(receipt).outcome()).isEqualTo(COMPLETE);
        assertThat(checkReceipt("%PDF-1.7 stream\n" + receipt + "endstream").outcome())
                .isEqualTo(COMPLETE);
        assertThat(checkReceipt(receipt).findings().get(1).values().get(0)).contains("\"seq\":7,");
    }

    @Test
    void a_receipt_that_was_tampered_with_is_told_apart() throws IOException {
        append(12);
        String receipt = CurrentCell.in(cell, () -> book.receipt(7)).orElseThrow();
        String extra = receipt.lines().toList().get(1).substring("extra ".length());
        String text = new String(Base64.getDecoder().decode(extra), StandardCharsets.UTF_8);
        String other = Base64.getEncoder()
                .encodeToString(text.replace("follow-up", "follow-on").getBytes(StandardCharsets.UTF_8));

        Verdict altered = checkReceipt(receipt.replace(extra, other));
        assertThat(altered.outcome()).isEqualTo(ALTERED);
        assertThat(altered.first()).isEqualTo(7);
        assertThat(checkReceipt(receipt.replace("\n12\n", "\n13\n")).outcome()).isEqualTo(FORGED);
        assertThat(checkReceipt(receipt.replace("index 7", "index 6")).outcome())
                .isEqualTo(ALTERED);
        CellId stranger = new CellId(Ids.next());
        assertThat(VerifyExport.check(
                                write("receipt", receipt.getBytes(StandardCharsets.UTF_8)),
                                Optional.empty(),
                                Optional.of(keyOf(stranger)))
                        .outcome())
                .isEqualTo(WRONG_KEY);
    }

    private Verdict checkReceipt(String text) throws IOException {
        return VerifyExport.check(
                write("receipt", text.getBytes(StandardCharsets.UTF_8)), Optional.empty(), Optional.empty());
    }

    private void assertAltered(byte[] zip, long first, long last) {
        Verdict verdict = check(zip);
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(ALTERED);
        assertThat(verdict.first()).as(verdict.toString()).isEqualTo(first);
        assertThat(verdict.last()).as(verdict.toString()).isEqualTo(last);
        assertThat(IndependentCheck.accepts(zip)).isFalse();
    }

    private String checkpoint() {
        return CurrentCell.in(cell, book::checkpoint);
    }

    private byte[] export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CurrentCell.run(cell, () -> book.export(out));
        return out.toByteArray();
    }

    private String keyOf(CellId other) {
        return CurrentCell.in(other, book::verifierKey);
    }

    private Verdict check(byte[] zip) {
        return check(zip, Optional.empty(), Optional.empty());
    }

    private Verdict check(byte[] zip, Optional<Path> since, Optional<String> key) {
        try {
            return VerifyExport.check(write("export.zip", zip), since, key);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** The key id of one export before the signature of another. */
    private static String withKeyIdOf(byte[] zip, String signature) {
        byte[] value = Base64.getDecoder().decode(signature);
        System.arraycopy(Base64.getDecoder().decode(signatureOf(zip)), 0, value, 0, 4);
        return Base64.getEncoder().encodeToString(value);
    }

    private static String signatureOf(byte[] zip) {
        String note = text(IndependentCheck.unzip(zip), "checkpoint").strip();
        return note.substring(note.lastIndexOf(' ') + 1);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static byte[] with(byte[] zip, String name, UnaryOperator<String> change) {
        Map<String, byte[]> files = new TreeMap<>(IndependentCheck.unzip(zip));
        files.put(name, change.apply(text(files, name)).getBytes(StandardCharsets.UTF_8));
        return zip(files);
    }

    private static byte[] without(byte[] zip, String name) {
        Map<String, byte[]> files = new TreeMap<>(IndependentCheck.unzip(zip));
        files.remove(name);
        return zip(files);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
