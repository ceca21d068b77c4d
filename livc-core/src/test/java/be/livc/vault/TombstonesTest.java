package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CellId;
import be.livc.platform.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of erased records survives a restart, and a crash in the middle of a line. */
class TombstonesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00.123456Z");

    @TempDir
    Path folder;

    private final RecordId first = new RecordId(new CellId(Ids.next()), Ids.next());
    private final RecordId second = new RecordId(new CellId(Ids.next()), Ids.next());

    @Test
    void it_is_there_after_a_restart() {
        Path file = folder.resolve("tombstones");
        new Tombstones(file).add(first, NOON);
        new Tombstones(file).add(second, NOON);

        Tombstones restarted = new Tombstones(file);

        assertThat(restarted.atStart())
                .containsExactly(new Tombstones.Tombstone(first, NOON), new Tombstones.Tombstone(second, NOON));
        assertThat(restarted.has(first)).isTrue();
    }

    @Test
    void its_folder_is_made_where_no_keyset_lies_in_it() {
        Path file = folder.resolve("keys").resolve("tombstones");

        new Tombstones(file).add(first, NOON);

        assertThat(new Tombstones(file).has(first)).isTrue();
    }

    @Test
    void what_another_node_destroyed_counts_at_once_and_a_record_has_one_line_however_often_it_is_added() {
        Path file = folder.resolve("tombstones");
        Tombstones tombstones = new Tombstones(file);

        tombstones.heard(first);
        assertThat(tombstones.has(first)).isTrue();
        assertThat(tombstones.has(second)).isFalse();
        tombstones.add(first, NOON);
        tombstones.add(first, NOON.plusSeconds(1));

        assertThat(new Tombstones(file).atStart()).containsExactly(new Tombstones.Tombstone(first, NOON));
    }

    @Test
    void half_a_line_left_by_a_crash_is_cut_off() throws IOException {
        Path file = folder.resolve("tombstones");
        new Tombstones(file).add(first, NOON);
        Files.writeString(file, "2026-03-02T11:00:00Z " + second.cell(), StandardOpenOption.APPEND);

        Tombstones restarted = new Tombstones(file);
        restarted.add(second, NOON);

        assertThat(new Tombstones(file).atStart())
                .extracting(Tombstones.Tombstone::record)
                .containsExactly(first, second);
    }

    @Test
    void a_damaged_line_is_told_and_not_passed_over() throws IOException {
        Path file = folder.resolve("tombstones");
        Files.writeString(file, "2026-03-02T11:00:00Z not-a-cell " + first.record() + "\n");

        assertThatThrownBy(() -> new Tombstones(file))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("is damaged");
    }
}
