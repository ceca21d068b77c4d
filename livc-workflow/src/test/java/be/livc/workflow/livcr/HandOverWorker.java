package be.livc.workflow.livcr;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseRow;
import be.livc.cell.Actor;
import be.livc.cell.Mandates;
import be.livc.cell.UserId;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Page;
import be.livc.platform.RequestSource;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferRow;
import be.livc.transfer.TransferState;
import be.livc.workflow.transfer.TransferFlow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * A program of its own that hands cases over between two cells, back and forth, until it is killed; it says that it is ready,
 * begins when it is told to, and says each act that it did. Arguments: cell and account of the one coordinator, cell and account of the other; the rest
 * are settings.
 */
public final class HandOverWorker {

    /** The core and the engine as they run, with nothing of the tests. */
    @EnableAutoConfiguration
    @EntityScan("be.livc")
    @EnableJpaRepositories(basePackages = "be.livc", considerNestedRepositories = true)
    @ComponentScan(
            basePackages = "be.livc",
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|HandOverWorker).*")
            })
    static class Program {}

    private final TransferFlow transfers;
    private final TransferReading reading;
    private final CaseFiles cases;

    private HandOverWorker(ConfigurableApplicationContext program) {
        this.transfers = program.getBean(TransferFlow.class);
        this.reading = program.getBean(TransferReading.class);
        this.cases = program.getBean(CaseFiles.class);
    }

    static final String READY = "READY";
    static final String DID = "DID";

    /** Starts it. */
    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext program = SpringApplication.run(Program.class, arguments);
        Mandates mandates = program.getBean(Mandates.class);
        Actor one = actor(mandates, arguments[0], arguments[1]);
        Actor other = actor(mandates, arguments[2], arguments[3]);
        HandOverWorker worker = new HandOverWorker(program);
        System.out.println(READY);
        if (System.in.read() < 0) {
            System.exit(0); // whoever started it is gone
        }
        try {
            while (true) {
                worker.handOver(one, other);
                worker.handOver(other, one);
            }
        } catch (RuntimeException failure) {
            failure.printStackTrace(System.out);
            System.exit(1); // other threads would keep it alive, and who waits for its next act would wait for ever
        }
    }

    private static Actor actor(Mandates mandates, String cell, String user) {
        return mandates.actor(new UserId(UUID.fromString(user)), CellId.of(cell), RequestSource.PROGRAM)
                .orElseThrow();
    }

    private void handOver(Actor from, Actor to) {
        List<CaseRow> rows =
                CurrentCell.in(from.cell(), () -> cases.list(from, Optional.empty(), Optional.empty(), Page.MOST)
                        .items());
        rows.stream()
                .filter(row -> !row.phase().equals("TRANSFER_OFFERED"))
                .forEach(row -> act(
                        from,
                        () -> transfers.offer(
                                from,
                                new OfferTransfer(
                                        row.id(),
                                        to.cell(),
                                        TransferKind.MOVE,
                                        "PREVENT_TERRORISM",
                                        "Proef",
                                        Set.of()))));
        List<TransferRow> offers = CurrentCell.in(to.cell(), () -> reading.list(to));
        offers.stream()
                .filter(row -> row.incoming() && row.state() == TransferState.OFFERED)
                .forEach(row -> act(to, () -> transfers.accept(to, row.id())));
    }

    private static void act(Actor who, Supplier<?> work) {
        CurrentCell.in(who.cell(), work);
        System.out.println(DID);
    }
}
