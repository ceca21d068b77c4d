package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Page;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.workflow.transfer.Settling;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Kills a program with signal 9 at random moments while it hands cases over, and looks what is left: each case in one cell,
 * and two ledgers that tell the same. A few times in every build, a hundred times under {@code -P drills}.
 *
 * <p>While one program works and is looked after, the next one starts, so that a kill costs little more than a start.
 */
class HandOverDrillTest extends CaseTest {

    private static final int CASES = 6;

    /** After so many acts at most: each case was offered and taken over once. */
    private static final int LONGEST_LIFE = 2 * CASES;

    @Autowired
    Settling settling;

    @Autowired
    LedgerBook ledger;

    @Autowired
    Environment settings;

    private final Map<ACell, Told> told = new HashMap<>();
    private ACell otherTown;

    /** The last word of a ledger on each hand-over, and where reading it goes on. */
    private static final class Told {
        private final Map<String, String> last = new HashMap<>();
        private Optional<String> after = Optional.empty();
    }

    /** Another program is to go on in this cell, by the machine's clock: the tests before may have moved theirs ahead. */
    @Override
    @BeforeEach
    void found_a_cell() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
        super.found_a_cell();
    }

    @Test
    void a_kill_at_any_moment_leaves_each_case_in_one_cell() throws Exception {
        int rounds = Integer.getInteger("livc.drills.rounds", Boolean.getBoolean("livc.drills") ? 100 : 2);
        long seed = Long.getLong("livc.drills.seed", System.nanoTime());
        Random moments = new Random(seed);
        otherTown = ACell.aCell()
                .withMandate(COORDINATOR, Capacity.COORDINATOR)
                .withLawCovering("MUNICIPALITY")
                .foundedIn(beans);
        List<String> names =
                IntStream.range(0, CASES).mapToObj(i -> "Geval" + i).toList();
        names.forEach(this::aListedCaseOf);

        long begun = System.nanoTime();
        long waited = 0;
        int handedOver = 0;
        Worker next = started();
        try {
            for (int round = 1; round <= rounds; round++) {
                Worker worker = next;
                waited += worker.await(HandOverWorker.READY);
                worker.killAmidTheActs(moments);
                next = round < rounds ? started() : worker;
                assertThatEachIsInOneCell(names, seed, round);
                handedOver = assertThatTheLedgersAgree(seed, round);
            }
        } finally {
            next.process().destroyForcibly();
        }
        System.out.printf(
                "%d kills (seed %d) in %d s, of which %d s waiting for a start; %d hand-overs: never in both cells, never in"
                        + " none, ledgers agree%n",
                rounds, seed, (System.nanoTime() - begun) / 1_000_000_000, waited / 1_000_000_000, handedOver);
    }

    private void aListedCaseOf(String familyName) {
        Filed signal = in(() -> signalFlow.file(as(CLB), aSignalAbout("Jo", familyName)));
        assessed(signal.id(), Assess.Outcome.RETAINED);
        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.LIST)));
    }

    /** What the killed program left is finished first; the next one, which starts meanwhile, may be finishing it too. */
    private void assertThatEachIsInOneCell(List<String> names, long seed, int round) throws InterruptedException {
        int tries = 3;
        List<String> found;
        do {
            clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
            settling.settleBegunBefore(clock.instant());
            found = everywhere();
            if (!found.equals(names)) {
                Thread.sleep(500);
            }
        } while (!found.equals(names) && --tries > 0);
        assertThat(found).as("seed %d, round %d", seed, round).isEqualTo(names);
    }

    private List<String> everywhere() {
        List<String> found = new ArrayList<>();
        for (ACell where : List.of(cell, otherTown)) {
            Actor reader = where.actor(COORDINATOR);
            where.in(() -> cases.list(reader, Optional.empty(), Optional.empty(), Page.MOST)).items().stream()
                    .map(row -> row.subject().orElseThrow().familyName())
                    .forEach(found::add);
        }
        return found.stream().sorted().toList();
    }

    private int assertThatTheLedgersAgree(long seed, int round) {
        Map<String, String> here = lastOfEach(cell);
        Map<String, String> there = lastOfEach(otherTown);
        here.forEach((id, last) -> assertThat(List.of(last, there.getOrDefault(id, "nothing")))
                .as("seed %d, round %d, %s", seed, round, id)
                .isIn(
                        List.of("offered", "received"),
                        List.of("received", "offered"),
                        List.of("left", "accepted"),
                        List.of("accepted", "left"),
                        List.of("abandoned", "abandoned"),
                        List.of("abandoned", "nothing"),
                        List.of("nothing", "abandoned")));
        return here.size();
    }

    private Map<String, String> lastOfEach(ACell where) {
        Told soFar = told.computeIfAbsent(where, cell -> new Told());
        Optional<String> next;
        do {
            LedgerFilter filter = LedgerFilter.all().of(Action.TRANSFER);
            LedgerFilter from = soFar.after.map(filter::after).orElse(filter);
            Page<LedgerEntryView> page = where.in(() -> ledger.entries(from, Page.MOST));
            for (LedgerEntryView view : page.items()) {
                Entry entry = view.entry().orElseThrow();
                soFar.last.put(entry.object().id(), entry.why().orElseThrow());
            }
            next = page.next();
            soFar.after = next.or(() -> soFar.after);
        } while (next.isPresent());
        return soFar.last;
    }

    private Worker started() throws IOException {
        return Worker.of(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        // It lives for seconds: what takes long to warm up would never pay.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HandOverWorker.class.getName(),
                        cell.id().toString(),
                        as(COORDINATOR).user().toString(),
                        otherTown.id().toString(),
                        otherTown.actor(COORDINATOR).user().toString(),
                        "--spring.main.lazy-initialization=true",
                        setting("spring.datasource.url"),
                        setting("spring.datasource.username"),
                        setting("spring.datasource.password"),
                        setting("spring.flyway.url"),
                        setting("spring.flyway.user"),
                        setting("spring.flyway.password"),
                        setting("livc.keyset.file"),
                        setting("livc.keyset.password"))
                .redirectErrorStream(true)
                .directory(new File("").getAbsoluteFile())
                .start());
    }

    private record Worker(Process process, BufferedReader lines) {

        static Worker of(Process process) {
            return new Worker(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        /** Waits until it says this; how long that took, in nanoseconds. */
        long await(String wanted) throws IOException {
            long begun = System.nanoTime();
            StringBuilder said = new StringBuilder();
            String line = lines.readLine();
            while (line != null && !line.equals(wanted)) {
                said.append(line).append('\n');
                line = lines.readLine();
            }
            assertThat(line).as("the worker went on: %s", said).isNotNull();
            return System.nanoTime() - begun;
        }

        /** After some of its acts, and a part of the time that the last one took, as far as the next one then is. */
        void killAmidTheActs(Random moments) throws IOException, InterruptedException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            long ofAnAct = TimeUnit.MILLISECONDS.toNanos(500);
            for (int acts = moments.nextInt(LONGEST_LIFE + 1); acts > 0; acts--) {
                ofAnAct = await(HandOverWorker.DID);
            }
            TimeUnit.NANOSECONDS.sleep((long) (moments.nextDouble() * ofAnAct));
            process.destroyForcibly().waitFor();
        }
    }

    private String setting(String name) {
        return "--" + name + "=" + settings.getRequiredProperty(name);
    }
}
