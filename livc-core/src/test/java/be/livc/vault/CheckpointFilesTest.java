package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CellId;
import be.livc.platform.Ids;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest signed checkpoint of each ledger is remembered beside the keyset. */
class CheckpointFilesTest {

    @TempDir
    Path folder;

    private final CellId cell = new CellId(Ids.next());

    @Test
    void the_largest_stays_whatever_the_order_and_survives_a_restart() {
        CheckpointFiles memory = new CheckpointFiles(folder.resolve("checkpoints"));
        assertThat(memory.last(cell)).isEmpty();

        memory.remember(cell, checkpoint(9));
        memory.remember(cell, checkpoint(10));
        memory.remember(cell, checkpoint(2));

        assertThat(new CheckpointFiles(folder.resolve("checkpoints")).last(cell))
                .contains(checkpoint(10));
        assertThat(memory.last(new CellId(Ids.next()))).isEmpty();
    }

    private static String checkpoint(long size) {
        return "livc.example/cell\n" + size
                + "\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— livc.example/cell abc\n";
    }
}
