package be.livc.ledger;

import be.livc.ledger.verify.Witness;
import be.livc.ledger.verify.WitnessProgram;
import be.livc.platform.CurrentCell;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A real witness on a real port, beside a ledger that a superuser tampers with. */
abstract class WitnessTestBase extends LedgerTestBase {

    @Autowired
    Witnesses witnesses;

    @Autowired
    LedgerBook book;

    @Autowired
    TestMemory memory;

    @TempDir
    Path folder;

    Witness witness;
    HttpServer server;

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

    /** An insider takes all away that the program knows of the ledger; the witness knows. */
    void beginsAnew() {
        asSuperuser(
                "delete from ledger_entry where cell_id = ?",
                "delete from ledger_checkpoint where cell_id = ?",
                "delete from ledger_cosignature where cell_id = ?");
        memory.forget(cell);
    }

    Witness.Answer ask(String request) throws IOException {
        return witness.add(request.getBytes(StandardCharsets.UTF_8));
    }

    LedgerHealth check() {
        return inCell(witnesses::check);
    }

    void add(String vkey, boolean independent) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        CurrentCell.run(cell, () -> transactions.executeWithoutResult(status -> witnesses.add(vkey, url, independent)));
    }

    void add(String vkey, String url) {
        CurrentCell.run(cell, () -> transactions.executeWithoutResult(status -> witnesses.add(vkey, url, true)));
    }

    <T> T inCell(Supplier<T> work) {
        return CurrentCell.in(cell, work);
    }
}
