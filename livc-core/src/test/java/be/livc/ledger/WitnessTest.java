package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.ledger.LedgerHealth.Outcome;
import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.ledger.verify.Witness;
import be.livc.ledger.verify.WitnessProgram;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A real witness on a real port, beside a ledger that a superuser tampers with. */
class WitnessTest extends LedgerTestBase {

    @Autowired
    Witnesses witnesses;

    @Autowired
    LedgerBook book;

    @Autowired
    TestMemory memory;

    @TempDir
    Path folder;

    private Witness witness;
    private HttpServer server;

    @BeforeEach
    void a_witness_watches_the_ledger() throws IOException {
        witness = Witness.in(folder, "witness.dpo", List.of(inCell(book::verifierKey)), Clock.systemUTC());
        server = WitnessProgram.serve(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        add(witness.verifierKey(), true);
    }

    @AfterEach
    void the_witness_stops() {
        server.stop(0);
    }

    @Test
    void a_witness_signs_what_continues_what_it_saw() {
        append(3);
        LedgerHealth first = check();
        append(6);
        LedgerHealth second = check();

        assertThat(first.witnesses())
                .extracting(seen -> seen.upTo().orElseThrow())
                .containsExactly(3L);
        assertThat(second.witnesses()).allSatisfy(seen -> {
            assertThat(seen.outcome()).isEqualTo(Outcome.COSIGNED);
            assertThat(seen.upTo()).contains(9L);
            assertThat(seen.independent()).isTrue();
        });
        assertThat(second.isAlarming()).isFalse();
    }

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
        Verdict later = verified(receipt(4), witness.verifierKey());
        assertThat(later.outcome()).isEqualTo(Verdict.Outcome.WRONG_KEY);
        assertThat(later.findings()).containsExactly(new Verdict.Finding("witness.absent", List.of("witness.dpo")));
    }

    @Test
    void an_old_backup_that_took_all_memory_with_it_is_told_by_the_witness() {
        append(4);
        check();
        append(5);
        check();
        asSuperuser(
                "delete from ledger_entry where cell_id = ? and seq >= 4",
                "delete from ledger_checkpoint where cell_id = ? and size > 4",
                "delete from ledger_cosignature where cell_id = ? and size > 4");
        memory.forget(cell);
        append(1);

        LedgerHealth found = check();

        assertThat(found.witnesses()).allSatisfy(seen -> {
            assertThat(seen.outcome()).isEqualTo(Outcome.INCONSISTENT);
            assertThat(seen.knows()).contains(9L);
        });
        assertThat(found.isAlarming()).isTrue();
    }

    @Test
    void a_ledger_rewritten_from_the_start_is_told_by_the_witness() {
        append(4);
        check();
        beginsAnew();
        append(6);

        assertThat(check().witnesses()).extracting(LedgerHealth.Seen::outcome).containsExactly(Outcome.INCONSISTENT);
    }

    @Test
    void an_entry_that_an_insider_added_is_told_with_its_place() {
        append(4);
        check();
        asSuperuser(
                "insert into ledger_entry select cell_id, 4, time, replace(leaf, '\"seq\":3', '\"seq\":4'),"
                        + " leaf_hash, '', action, case_id, actor_user, result from ledger_entry where cell_id = ? and seq = 3");

        LedgerHealth found = check();

        assertThat(found.broken()).isPresent();
        assertThat(found.broken().orElseThrow().place()).contains(4L);
        assertThat(found.size()).isEqualTo(4);
    }

    @Test
    void a_witness_that_is_silent_or_signs_with_another_key_is_an_alarm() throws IOException {
        append(2);
        server.stop(0);

        assertThat(check().witnesses()).extracting(LedgerHealth.Seen::outcome).containsExactly(Outcome.MISSING);

        Witness other = Witness.in(
                folder.resolve("other"), "witness.dpo", List.of(inCell(book::verifierKey)), Clock.systemUTC());
        server = WitnessProgram.serve(other, server.getAddress());

        assertThat(check().witnesses()).extracting(LedgerHealth.Seen::outcome).containsExactly(Outcome.FORGED);
    }

    @Test
    void a_witness_to_which_another_node_showed_a_later_checkpoint_is_no_alarm() throws IOException {
        append(3);
        check();
        append(1);
        InetSocketAddress address = server.getAddress();
        server.stop(0);
        server = HttpServer.create(address, 0);
        AtomicBoolean first = new AtomicBoolean(true);
        server.createContext("/add-checkpoint", exchange -> {
            byte[] request = exchange.getRequestBody().readAllBytes();
            if (first.getAndSet(false)) {
                anotherNodeShowsMore();
            }
            Witness.Answer answer = witness.add(request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();

        LedgerHealth found = check();

        assertThat(found.isAlarming()).isFalse();
        assertThat(found.witnesses()).singleElement().satisfies(seen -> {
            assertThat(seen.outcome()).isEqualTo(Outcome.COSIGNED);
            assertThat(seen.upTo()).contains(6L);
        });
    }

    private void anotherNodeShowsMore() throws IOException {
        append(2);
        String six = inCell(book::checkpoint);
        String path = String.join("\n", inCell(() -> book.consistency(3, 6)).path());
        assertThat(ask("old 3\n" + path + "\n\n" + six).status()).isEqualTo(200);
    }

    @Test
    void an_address_that_cannot_be_asked_is_no_address_and_keeps_no_other_witness_from_the_ledger() {
        append(2);
        String vkey = anotherKey();

        for (String nowhere : List.of("http://:8080", "http://[::", "http://a..b:x", "https://host:99999")) {
            assertThatThrownBy(() -> add(vkey, nowhere)).as(nowhere).isInstanceOf(Refusal.class);
        }
        add(vkey, "http://127.0.0.1:9");
        asSuperuser("update ledger_witness set url = 'http://[::' where url like '%:9' and cell_id = ?");

        assertThat(check().witnesses())
                .extracting(LedgerHealth.Seen::outcome)
                .containsExactlyInAnyOrder(Outcome.COSIGNED, Outcome.MISSING);
    }

    /** Of a witness whose name comes before that of the other. */
    private String anotherKey() {
        try {
            return Witness.in(folder.resolve("a"), "a.first", List.of(), Clock.systemUTC())
                    .verifierKey();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void a_witness_answers_by_the_protocol() throws IOException {
        append(3);
        String three = inCell(book::checkpoint);
        append(2);
        String five = inCell(book::checkpoint);
        String path = String.join("\n", inCell(() -> book.consistency(3, 5)).path());

        assertThat(ask("old 0\n\n" + three).status()).isEqualTo(200);
        assertThat(ask("old 3\n\n" + three).status()).isEqualTo(200);
        assertThat(ask("old 0\n\n" + five)).isEqualTo(new Witness.Answer(409, "3\n"));
        assertThat(ask("old 3\n\n" + five).status()).isEqualTo(422);
        assertThat(ask("old 3\n" + path.replace('A', 'B').replaceFirst("^.", "A") + "\n\n" + five)
                        .status())
                .isEqualTo(422);
        assertThat(ask("old 6\n\n" + five).status()).isEqualTo(400);
        assertThat(ask("nonsense").status()).isEqualTo(400);
        assertThat(ask("old 3\n\n" + five.replace("\n5\n", "\n6\n")).status()).isEqualTo(403);
        assertThat(ask("old 0\n\n"
                                + five.replace(cell.toString(), cell.toString().replace('0', '1')))
                        .status())
                .isEqualTo(404);
        assertThat(ask("old 3\n" + path + "\n\n" + five).status()).isEqualTo(200);
        Witness restarted = Witness.in(folder, "witness.dpo", List.of(inCell(book::verifierKey)), Clock.systemUTC());
        assertThat(restarted.verifierKey()).isEqualTo(witness.verifierKey());
        assertThat(restarted.add(("old 3\n\n" + three).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Witness.Answer(409, "5\n"));
    }

    @Test
    void only_the_key_of_a_witness_is_taken_for_one() {
        assertThatThrownBy(() -> add(inCell(book::verifierKey), false)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> add(witness.verifierKey(), false)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_new_key_is_an_entry_and_the_old_one_signed_what_stood_before() {
        append(4);
        String before = inCell(book::verifierKey);

        String after = inCell(() -> book.changeKey(COORDINATOR, SOURCE, "operation"));

        assertThat(after).isNotEqualTo(before).isEqualTo(inCell(book::verifierKey));
        LedgerEntryView entry = inCell(() -> book.entry(4)).orElseThrow();
        assertThat(entry.entry().orElseThrow().object()).isEqualTo(new ObjectRef("ledger-key", after.split("\\+")[1]));
        append(2);
        assertThat(inCell(book::checkpoint)).startsWith("livc/" + cell + "\n7\n");
    }

    /** An insider takes all away that the program knows of the ledger; the witness knows. */
    private void beginsAnew() {
        asSuperuser(
                "delete from ledger_entry where cell_id = ?",
                "delete from ledger_checkpoint where cell_id = ?",
                "delete from ledger_cosignature where cell_id = ?");
        memory.forget(cell);
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

    private Witness.Answer ask(String request) throws IOException {
        return witness.add(request.getBytes(StandardCharsets.UTF_8));
    }

    private LedgerHealth check() {
        return inCell(witnesses::check);
    }

    private void add(String vkey, boolean independent) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        CurrentCell.run(cell, () -> transactions.executeWithoutResult(status -> witnesses.add(vkey, url, independent)));
    }

    private void add(String vkey, String url) {
        CurrentCell.run(cell, () -> transactions.executeWithoutResult(status -> witnesses.add(vkey, url, true)));
    }

    private <T> T inCell(Supplier<T> work) {
        return CurrentCell.in(cell, work);
    }
}
