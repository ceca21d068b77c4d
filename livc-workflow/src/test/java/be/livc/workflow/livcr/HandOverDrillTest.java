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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Kills a program with signal 9 at random moments while it hands cases over, and looks what is left: each case in one cell,
 * and two ledgers that tell the same. Only under {@code -P drills}.
 */
@EnabledIfSystemProperty(named = "livc.drills", matches = "true")
class HandOverDrillTest extends CaseTest {

    private static final int CASES = 6;

    @Autowired
    Settling settling;

    @Autowired
    LedgerBook ledger;

    @Autowired
    Environment settings;

    private ACell otherTown;

    @Test
    void a_kill_at_any_moment_leaves_each_case_in_one_cell() throws Exception {
        int rounds = Integer.getInteger("livc.drills.rounds", 100);
        long seed = Long.getLong("livc.drills.seed", System.nanoTime());
        Random moments = new Random(seed);
        otherTown = ACell.aCell()
                .withMandate(COORDINATOR, Capacity.COORDINATOR)
                .withLawCovering("MUNICIPALITY")
                .foundedIn(beans);
        List<String> names =
                IntStream.range(0, CASES).mapToObj(i -> "Geval" + i).toList();
        names.forEach(this::aListedCaseOf);

        int handedOver = 0;
        for (int round = 1; round <= rounds; round++) {
            killAfter(moments.nextInt(4000));
            clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
            settling.settleBegunBefore(clock.instant());
            assertThat(everywhere()).as("seed %d, round %d", seed, round).containsExactlyInAnyOrderElementsOf(names);
            handedOver = assertThatTheLedgersAgree(seed, round);
        }
        System.out.printf(
                "%d kills (seed %d), %d hand-overs: never in both cells, never in none, ledgers agree%n",
                rounds, seed, handedOver);
    }

    private void aListedCaseOf(String familyName) {
        Filed signal = in(() -> signalFlow.file(as(CLB), aSignalAbout("Jo", familyName)));
        assessed(signal.id(), Assess.Outcome.RETAINED);
        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.LIST)));
    }

    private List<String> everywhere() {
        List<String> found = new ArrayList<>();
        for (ACell where : List.of(cell, otherTown)) {
            Actor reader = where.actor(COORDINATOR);
            where.in(() -> cases.list(reader, Optional.empty(), Optional.empty(), Page.MOST)).items().stream()
                    .map(row -> row.subject().orElseThrow().familyName())
                    .forEach(found::add);
        }
        return found;
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
        Map<String, String> last = new HashMap<>();
        Optional<String> after = Optional.empty();
        do {
            LedgerFilter filter = LedgerFilter.all().of(Action.TRANSFER);
            LedgerFilter next = after.map(filter::after).orElse(filter);
            Page<LedgerEntryView> page = where.in(() -> ledger.entries(next, Page.MOST));
            for (LedgerEntryView view : page.items()) {
                Entry entry = view.entry().orElseThrow();
                last.put(entry.object().id(), entry.why().orElseThrow());
            }
            after = page.next();
        } while (after.isPresent());
        return last;
    }

    private void killAfter(int milliseconds) throws IOException, InterruptedException {
        Process worker = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HandOverWorker.class.getName(),
                        cell.id().toString(),
                        as(COORDINATOR).user().toString(),
                        otherTown.id().toString(),
                        otherTown.actor(COORDINATOR).user().toString(),
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
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.equals("AT WORK")) {
                said.append(line).append('\n');
                line = lines.readLine();
            }
            assertThat(line).as("the worker began: %s", said).isNotNull();
            Thread.sleep(milliseconds);
            worker.destroyForcibly().waitFor();
        }
    }

    private String setting(String name) {
        return "--" + name + "=" + settings.getRequiredProperty(name);
    }
}
