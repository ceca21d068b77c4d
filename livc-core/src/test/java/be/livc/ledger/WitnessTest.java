package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.ledger.LedgerHealth.Outcome;
import be.livc.ledger.verify.OwnProgram;
import be.livc.ledger.verify.Witness;
import be.livc.ledger.verify.WitnessProgram;
import be.livc.platform.Refusal;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a witness signs and refuses, and what the ledger learns from it. */
class WitnessTest extends WitnessTestBase {

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

        asSuperuser("delete from ledger_entry where cell_id = ? and seq = 4");
        assertThat(check().broken()).as("once it is put right").isEmpty();
    }

    @Test
    void an_empty_ledger_is_shown_to_a_witness_and_goes_on_from_there() {
        assertThat(check().witnesses()).singleElement().satisfies(seen -> {
            assertThat(seen.outcome()).isEqualTo(Outcome.COSIGNED);
            assertThat(seen.upTo()).contains(0L);
        });

        append(2);
        assertThat(check().witnesses()).singleElement().satisfies(seen -> assertThat(seen.upTo())
                .contains(2L));
    }

    @Test
    void a_witness_that_answers_with_what_it_signed_before_or_with_no_signature_is_an_alarm() throws IOException {
        append(1);
        check();
        List<String> lines =
                inCell(book::cosignedCheckpoint).orElseThrow().lines().toList();
        String before = lines.get(lines.size() - 1);
        append(1);

        for (String line : List.of(before, "nonsense", "— witness.dpo ***", before.replace("dpo", "other"))) {
            answers(line);
            assertThat(check().witnesses())
                    .as(line)
                    .extracting(LedgerHealth.Seen::outcome)
                    .containsExactly(Outcome.FORGED);
        }
    }

    private void answers(String line) throws IOException {
        InetSocketAddress address = server.getAddress();
        server.stop(0);
        server = HttpServer.create(address, 0);
        server.createContext("/", exchange -> {
            byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
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

        for (String nowhere : List.of(
                "http://:8080", "http://[::", "http://a..b:x", "https://host:65536", "ftp://host", "witness.example")) {
            assertThatThrownBy(() -> add(vkey, nowhere)).as(nowhere).isInstanceOf(Refusal.class);
        }
        add(vkey, "http://127.0.0.1:65535");
        asSuperuser("update ledger_witness set url = 'http://[::' where url like '%:65535' and cell_id = ?");

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
        assertThat(ask("\n\n" + five).status()).isEqualTo(400);
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
    void it_runs_as_a_program_with_its_own_classes_only_and_shows_what_it_saw() throws Exception {
        append(2);
        String two = inCell(book::checkpoint);
        Path own = Files.createDirectory(folder.resolve("program"));
        Files.writeString(own.resolve("logs"), "\n" + inCell(book::verifierKey) + "\n");
        Process program = OwnProgram.of(
                WitnessProgram.class, "--folder", own.toString(), "--name", "witness.mayor", "--port", "0");
        try {
            String[] said =
                    program.inputReader(StandardCharsets.UTF_8).readLine().split("  ");

            assertThat(said[1]).startsWith("witness.mayor+");
            assertThat(answer(said[0] + "/", "GET", "").body()).isEqualTo(said[1] + "\n\n");
            assertThat(answer(said[0] + "/add-checkpoint", "POST", "old 0\n\n" + two)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(answer(said[0] + "/", "GET", "").body()).isEqualTo(said[1] + "\n\n" + two);
            HttpResponse<String> again = answer(said[0] + "/add-checkpoint", "POST", "old 0\n\n" + two);
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(answer(said[0] + "/add-checkpoint", "GET", "").statusCode())
                    .isEqualTo(404);
            assertThat(answer(said[0] + "/", "POST", "").statusCode()).isEqualTo(404);
        } finally {
            program.destroy();
        }
    }

    @Test
    void without_a_folder_and_a_name_it_says_what_it_needs_and_watches_nothing() throws Exception {
        for (String[] given : List.of(new String[0], new String[] {"--name", "witness.mayor"}, new String[] {
            "--folder", folder.resolve("none").toString()
        })) {
            Process program = OwnProgram.of(WitnessProgram.class, given);
            try {
                assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(program.exitValue()).isEqualTo(2);
                assertThat(program.errorReader(StandardCharsets.UTF_8).readLine())
                        .contains("--folder", "--name", "--port 8090");
            } finally {
                program.destroy();
            }
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static HttpResponse<String> answer(String url, String method, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
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
        assertThat(inCell(book::signedSize))
                .as("the change itself is signed for")
                .isEqualTo(5);
        append(2);
        assertThat(inCell(book::checkpoint)).startsWith("livc/" + cell + "\n7\n");
    }
}
