package be.livc.ledger;

import be.livc.ledger.LedgerHealth.Outcome;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the checkpoints of the current cell's ledger to programs elsewhere, which co-sign what continues what they saw
 * (C2SP tlog-witness), and keeps what came of it. A witness in the same hands as the ledger detects; it does not prevent.
 */
@Component
public class Witnesses {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int HIGHEST_PORT = 65_535;
    private static final String LEDGER = "ledger";
    private static final String OK = "OK";
    private static final String BROKEN = "BROKEN";

    private final LedgerBook book;
    private final WitnessRows rows;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Witnesses(LedgerBook book, WitnessRows rows) {
        this.book = book;
        this.rows = rows;
    }

    /**
     * Adds a witness, or asks one again that was ended, in the transaction of the entry that records it.
     *
     * @param vkey its verifier key, as the witness shows it
     * @param url where it listens, without {@code /add-checkpoint}
     * @param independent whether it is in other hands than this ledger
     * @return how it is called
     * @throws Refusal on {@code vkey} or {@code url}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String add(String vkey, String url, boolean independent) {
        WitnessKeyLine key = WitnessKeyLine.read(vkey);
        if (!isAddress(url)) {
            throw Refusal.invalid("url", "not-an-address");
        }
        if (!rows.add(
                CurrentCell.require(),
                new WitnessRows.Row(key.name(), vkey.strip(), url.replaceAll("/$", ""), independent))) {
            throw Refusal.invalid("vkey", "name-taken");
        }
        return key.name();
    }

    private static boolean isAddress(String url) {
        if (!url.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+(/[A-Za-z0-9._/-]*)?")) {
            return false;
        }
        try {
            URI read = new URI(url);
            return read.getHost() != null && read.getPort() <= HIGHEST_PORT;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    /** Asks a witness no more, in the transaction of the entry that records it; refused where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String name) {
        if (!rows.end(CurrentCell.require(), name)) {
            throw Refusal.notFound();
        }
    }

    /** Checks and signs the ledger, and shows it to every witness; what is wrong is kept for the DPO, and thrown to nobody. */
    public LedgerHealth check() {
        CellId cell = CurrentCell.require();
        try {
            String checkpoint = book.checkpoint();
            rows.watched(cell, LEDGER, OK, "");
            for (WitnessRows.Row witness : rows.active(cell)) {
                show(cell, witness, checkpoint);
            }
        } catch (LedgerBroken broken) {
            rows.watched(
                    cell, LEDGER, BROKEN, broken.place().map(Object::toString).orElse(""));
        }
        return health();
    }

    /** What the last check found. */
    public LedgerHealth health() {
        CellId cell = CurrentCell.require();
        Optional<WitnessRows.Watch> own = rows.watch(cell, LEDGER);
        return new LedgerHealth(
                own.filter(watch -> watch.outcome().equals(BROKEN))
                        .map(watch -> new LedgerHealth.Broken(place(watch.detail()), watch.since())),
                own.map(WitnessRows.Watch::at),
                book.signedSize(),
                rows.active(cell).stream().map(row -> seen(cell, row)).toList());
    }

    private LedgerHealth.Seen seen(CellId cell, WitnessRows.Row row) {
        Optional<WitnessRows.Watch> last = rows.lastCosigned(cell, row.name());
        Optional<WitnessRows.Watch> watch = rows.watch(cell, row.name());
        return new LedgerHealth.Seen(
                row.name(),
                row.url(),
                row.independent(),
                last.flatMap(one -> place(one.detail())),
                last.map(WitnessRows.Watch::at),
                watch.map(one -> Outcome.valueOf(one.outcome())).orElse(Outcome.NEVER),
                watch.map(WitnessRows.Watch::since),
                watch.flatMap(one -> place(one.detail())));
    }

    private static Optional<Long> place(String detail) {
        return detail.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(detail));
    }

    private void show(CellId cell, WitnessRows.Row witness, String checkpoint) {
        TreeHead head = TreeHead.of(checkpoint);
        long known = rows.lastCosigned(cell, witness.name())
                .flatMap(last -> place(last.detail()))
                .orElse(0L);
        try {
            HttpResponse<String> answer = ask(witness, known, head, checkpoint);
            if (answer.statusCode() == 409) {
                long size = Long.parseLong(answer.body().strip());
                if (size > head.size()) {
                    showLater(cell, witness, head, size);
                    return;
                }
                answer = ask(witness, size, head, checkpoint);
            }
            rows.watched(
                    cell,
                    witness.name(),
                    outcome(cell, witness, head, checkpoint, answer).name(),
                    "");
        } catch (IOException | IllegalArgumentException noAnswer) {
            // Nor does an address that cannot be asked answer, or one that answers with no number.
            rows.watched(cell, witness.name(), Outcome.MISSING.name(), "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another node may have shown it more meanwhile; only what is not in the ledger now is an alarm. */
    private void showLater(CellId cell, WitnessRows.Row witness, TreeHead shown, long known) {
        String now = book.checkpoint();
        if (TreeHead.of(now).size() > shown.size()) {
            show(cell, witness, now);
        } else {
            rows.watched(cell, witness.name(), Outcome.INCONSISTENT.name(), Long.toString(known));
        }
    }

    private HttpResponse<String> ask(WitnessRows.Row witness, long known, TreeHead head, String checkpoint)
            throws IOException, InterruptedException {
        StringBuilder request = new StringBuilder("old ").append(known).append('\n');
        book.consistency(Math.min(known, head.size()), head.size()).path().forEach(hash -> request.append(hash)
                .append('\n'));
        return http.send(
                HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint"))
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                request.append('\n').append(checkpoint).toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Outcome outcome(
            CellId cell, WitnessRows.Row witness, TreeHead head, String checkpoint, HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> {
                String body = checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1);
                WitnessKeyLine key = WitnessKeyLine.read(witness.vkey());
                Optional<String> line = answer.body()
                        .lines()
                        .filter(each -> key.cosigned(body, each))
                        .findFirst();
                line.ifPresent(each -> rows.cosigned(cell, witness.name(), head.size(), each));
                yield line.isPresent() ? Outcome.COSIGNED : Outcome.FORGED;
            }
            case 422, 409 -> Outcome.INCONSISTENT;
            case 403, 404 -> Outcome.UNKNOWN_LEDGER;
            default -> Outcome.MISSING;
        };
    }
}
