package be.livc.ledger;

import static be.livc.ledger.verify.Verdict.Outcome.COMPLETE;
import static be.livc.ledger.verify.Verdict.Outcome.FORGED;
import static be.livc.ledger.verify.Verdict.Outcome.UNREADABLE;
import static be.livc.ledger.verify.Verdict.Outcome.WRONG_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.ledger.verify.VerifyExport;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the verifier says of an export that somebody changed as a file, or that another key signed. */
class ExportFileTest extends ExportTestBase {

    @Autowired
    TestSigner signer;

    @Test
    void an_export_holds_the_three_files_of_the_format() {
        append(3);

        Map<String, byte[]> files = IndependentCheck.unzip(export());

        assertThat(files).containsKeys("entries.jsonl", "checkpoint", "key.vkey");
        assertThat(text(files, "entries.jsonl").lines()).hasSize(3);
        assertThat(text(files, "key.vkey")).startsWith("livc/" + cell + "+");
        assertThat(text(files, "checkpoint")).startsWith("livc/" + cell + "\n3\n");
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
