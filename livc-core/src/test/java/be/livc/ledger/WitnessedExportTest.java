package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.ledger.verify.Witness;
import be.livc.platform.CurrentCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What witnesses signed leaves with the ledger: in exports and receipts, and is checked by whoever has their key. */
class WitnessedExportTest extends WitnessTestBase {

    @Test
    void the_largest_checkpoint_that_a_witness_signed_is_handed_out_with_its_line() {
        append(3);
        assertThat(inCell(book::cosignedCheckpoint)).isEmpty();
        check();
        append(2);
        inCell(book::checkpoint);

        assertThat(inCell(book::cosignedCheckpoint).orElseThrow())
                .startsWith("livc/" + cell + "\n3\n")
                .contains("\n— witness.dpo ");
    }

    @Test
    void an_export_takes_along_what_witnesses_signed_and_whoever_has_their_key_checks_it() throws IOException {
        append(3);
        check();
        append(6);
        Path export = exported();

        Verdict checked = verified(export, witness.verifierKey());
        assertThat(checked.outcome()).isEqualTo(Verdict.Outcome.COMPLETE);
        assertThat(checked.findings())
                .filteredOn(finding -> finding.key().equals("witness.saw"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.values()).startsWith("witness.dpo", "3"));
        assertThat(VerifyExport.check(export, Optional.empty(), Optional.empty())
                        .findings())
                .contains(new Verdict.Finding("witness.unchecked", List.of("witness.dpo", "3")));
    }

    @Test
    void a_witness_that_saw_nothing_of_an_export_and_a_line_that_it_did_not_make_are_told_apart() throws IOException {
        append(3);
        check();
        Path export = exported();
        Witness stranger = Witness.in(
                Files.createDirectory(folder.resolve("stranger")), "witness.other", List.of(), Clock.systemUTC());
        asSuperuser("update ledger_cosignature set line = regexp_replace(line, '.{8}$', 'AAAAAA==') where cell_id = '"
                + cell + "'");

        assertThat(verified(export, stranger.verifierKey()).findings())
                .containsExactly(new Verdict.Finding("witness.absent", List.of("witness.other")));
        assertThat(verified(export, "no key").outcome()).isEqualTo(Verdict.Outcome.UNREADABLE);
        assertThat(verified(export, witness.verifierKey()).outcome()).isEqualTo(Verdict.Outcome.COMPLETE);
        Verdict forged = verified(exported(), witness.verifierKey());
        assertThat(forged.outcome()).isEqualTo(Verdict.Outcome.FORGED);
        assertThat(forged.findings())
                .containsExactly(new Verdict.Finding("witness.forged", List.of("witness.dpo", "3")));
    }

    @Test
    void what_a_witness_saw_of_another_past_of_the_same_size_proves_nothing_of_this_one() throws IOException {
        append(3);
        check();
        String seen = inCell(book::cosignedCheckpoint).orElseThrow();
        beginsAnew();
        append(3);
        Path export = with(exported(), "checkpoints/3", seen);

        assertThat(verified(export, witness.verifierKey()).outcome()).isEqualTo(Verdict.Outcome.ALTERED);
    }

    @Test
    void an_export_that_ends_before_a_checkpoint_in_it_is_shortened() throws IOException {
        append(3);
        Path export = exported();
        append(3);
        check();

        Path cut =
                with(export, "checkpoints/6", inCell(book::cosignedCheckpoint).orElseThrow());

        assertThat(verified(cut, witness.verifierKey()).outcome()).isEqualTo(Verdict.Outcome.SHORTENED);
    }

    @Test
    void what_a_witness_saw_before_a_change_of_key_goes_along_and_is_checked() throws IOException {
        append(3);
        check();
        inCell(() -> book.changeKey(COORDINATOR, SOURCE, "operation"));
        append(1);

        Verdict checked = verified(exported(), witness.verifierKey());

        assertThat(checked.outcome()).isEqualTo(Verdict.Outcome.COMPLETE);
        assertThat(checked.findings()).anySatisfy(finding -> {
            assertThat(finding.key()).isEqualTo("witness.saw");
            assertThat(finding.values()).startsWith("witness.dpo", "3");
        });
    }

    @Test
    void another_past_that_a_witness_saw_before_a_change_of_key_is_told() throws IOException {
        append(3);
        check();
        String seen = inCell(book::cosignedCheckpoint).orElseThrow();
        beginsAnew();
        append(3);
        inCell(() -> book.changeKey(COORDINATOR, SOURCE, "operation"));
        Path export = with(exported(), "checkpoints/3-00000000", seen);

        assertThat(verified(export, witness.verifierKey()).outcome()).isEqualTo(Verdict.Outcome.ALTERED);
    }

    @Test
    void a_receipt_of_what_a_witness_saw_proves_it_under_the_witness() throws IOException {
        append(3);
        check();
        append(2);

        Verdict seen = verified(receipt(1), witness.verifierKey());
        assertThat(seen.outcome()).isEqualTo(Verdict.Outcome.COMPLETE);
        assertThat(seen.findings()).anySatisfy(finding -> {
            assertThat(finding.key()).isEqualTo("witness.saw");
            assertThat(finding.values()).startsWith("witness.dpo", "3");
        });
        Verdict later = verified(receipt(3), witness.verifierKey());
        assertThat(later.outcome()).isEqualTo(Verdict.Outcome.WRONG_KEY);
        assertThat(later.findings()).containsExactly(new Verdict.Finding("witness.absent", List.of("witness.dpo")));
    }

    private Path exported() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        CurrentCell.run(cell, () -> book.export(zip));
        return Files.write(folder.resolve("export.zip"), zip.toByteArray());
    }

    private static Path with(Path zip, String name, String text) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Path added = inside.getPath(name);
            Files.createDirectories(added.getParent());
            Files.writeString(added, text);
        }
        return zip;
    }

    private Path receipt(long index) throws IOException {
        return Files.writeString(
                folder.resolve("receipt"), inCell(() -> book.receipt(index)).orElseThrow());
    }

    private static Verdict verified(Path file, String witness) {
        return VerifyExport.check(file, Optional.empty(), Optional.empty(), Optional.of(witness));
    }
}
