package be.livc.ledger;

import static be.livc.ledger.verify.Verdict.Outcome.ALTERED;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A ledger whose export is put before the verifier. */
abstract class ExportTestBase extends LedgerTestBase {

    @Autowired
    LedgerBook book;

    @TempDir
    Path folder;

    void assertAltered(byte[] zip, long first, long last) {
        Verdict verdict = check(zip);
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(ALTERED);
        assertThat(verdict.first()).as(verdict.toString()).isEqualTo(first);
        assertThat(verdict.last()).as(verdict.toString()).isEqualTo(last);
        assertThat(verdict.findings().get(0).key()).startsWith(first == last ? "entry." : "entries.");
        assertThat(IndependentCheck.accepts(zip)).isFalse();
    }

    String checkpoint() {
        return CurrentCell.in(cell, book::checkpoint);
    }

    byte[] export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CurrentCell.run(cell, () -> book.export(out));
        return out.toByteArray();
    }

    String keyOf(CellId other) {
        return CurrentCell.in(other, book::verifierKey);
    }

    Verdict check(byte[] zip) {
        return check(zip, Optional.empty(), Optional.empty());
    }

    Verdict check(byte[] zip, Optional<Path> since, Optional<String> key) {
        try {
            return VerifyExport.check(write("export.zip", zip), since, key);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
