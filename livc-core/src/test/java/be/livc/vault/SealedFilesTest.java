package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Grant;
import be.livc.platform.Refusal;
import be.livc.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** Files are kept as sealed streams: whole or not at all, in their place, and gone with their key. */
class SealedFilesTest extends VaultTestBase {

    private static final int MIB = 1 << 20;

    @Autowired
    SealedFiles files;

    private Place fileOf(UUID caseId) {
        return new Place(cell.id(), caseId, "document", "content", caseId);
    }

    private void keep(Place place, SealedFiles.Content content) {
        Grant grant = cell.transact(() -> toMake(cell));
        cell.in(() -> {
            try {
                files.keep(content, place, grant);
                return true;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private byte[] opened(Place place, UUID caseId) {
        Grant grant = toRead(caseId);
        return cell.in(() -> {
            try (InputStream in = files.open(place, grant)) {
                return in.readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_file_comes_back_as_it_was_whatever_its_length() {
        for (int length : new int[] {0, 1, MIB - 200, MIB, 3 * MIB + 7}) {
            UUID caseId = aCase();
            byte[] content = bytes(length);

            keep(fileOf(caseId), out -> out.write(content));

            assertThat(opened(fileOf(caseId), caseId)).isEqualTo(content);
        }
    }

    @Test
    void nothing_of_it_is_in_the_database_in_clear() throws Exception {
        UUID caseId = aCase();
        keep(
                fileOf(caseId),
                out -> out.write("Het kanarievogeltje van de buren".repeat(1000).getBytes()));

        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from sealed_file"
                        + " where position('kanarievogeltje'::bytea in bytes) > 0")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void a_row_that_was_altered_cut_off_or_put_elsewhere_does_not_open() throws Exception {
        for (String harm : new String[] {
            "update sealed_file set bytes = set_byte(bytes, 500000, (get_byte(bytes, 500000) + 1) % 256)"
                    + " where row_id = ? and n = 1",
            "delete from sealed_file where row_id = ? and n = 2",
            "update sealed_file set n = case n when 0 then 90 when 1 then 0 else n end where row_id = ?"
        }) {
            UUID caseId = aCase();
            byte[] content = bytes(2 * MIB + 5000);
            keep(fileOf(caseId), out -> out.write(content));
            try (var connection = TestDatabase.asSuperuser();
                    var statement = connection.prepareStatement(harm)) {
                statement.setObject(1, caseId);
                statement.executeUpdate();
            }

            assertThatThrownBy(() -> opened(fileOf(caseId), caseId)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void a_file_in_another_case_does_not_open() throws Exception {
        UUID one = aCase();
        UUID other = aCase();
        keep(fileOf(one), out -> out.write(bytes(5000)));
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.prepareStatement(
                        "update sealed_file set row_id = ?, record_id = ? where row_id = ?")) {
            statement.setObject(1, other);
            statement.setObject(2, other);
            statement.setObject(3, one);
            statement.executeUpdate();
        }

        assertThatThrownBy(() -> opened(fileOf(other), other)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_file_that_breaks_off_while_it_comes_in_leaves_nothing() {
        UUID caseId = aCase();

        assertThatThrownBy(() -> keep(fileOf(caseId), out -> {
                    out.write(bytes(2 * MIB));
                    throw new IOException("the sender is gone");
                }))
                .hasMessageContaining("the sender is gone");

        assertThat(rowsOf(caseId)).isZero();
    }

    @Test
    void a_file_is_erased_with_its_case() {
        UUID caseId = aCase();
        keep(fileOf(caseId), out -> out.write(bytes(5000)));

        destroy(caseId);

        assertThat(rowsOf(caseId)).isZero();
        assertThatThrownBy(() -> opened(fileOf(caseId), caseId)).isInstanceOf(Refusal.class);
    }

    private int rowsOf(UUID caseId) {
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.prepareStatement("select count(*) from sealed_file where row_id = ?")) {
            statement.setObject(1, caseId);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void memory_does_not_grow_with_the_file() {
        assertThat(memoryFor(48)).isLessThan(40L * MIB);
    }

    @Test
    @EnabledIfSystemProperty(named = "livc.drills", matches = "true")
    void memory_does_not_grow_with_a_file_of_a_gibibyte() {
        assertThat(memoryFor(1024)).isLessThan(40L * MIB);
    }

    /** The most that stays reachable at any megabyte of the way in and the way out, above what was there before. */
    private long memoryFor(int mebibytes) {
        UUID caseId = aCase();
        byte[] block = bytes(MIB);
        long before = used();
        long[] most = new long[1];
        int every = Math.max(1, mebibytes / 8);
        keep(fileOf(caseId), out -> {
            for (int n = 0; n < mebibytes; n++) {
                out.write(block);
                if (n % every == 0) {
                    most[0] = Math.max(most[0], used() - before);
                }
            }
        });
        Grant grant = toRead(caseId);
        long read = cell.in(() -> {
            try (InputStream in = files.open(fileOf(caseId), grant);
                    OutputStream nowhere = OutputStream.nullOutputStream()) {
                long total = 0;
                byte[] buffer = new byte[MIB];
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    nowhere.write(buffer, 0, got);
                    total += got;
                    if (total / MIB % every == 0) {
                        most[0] = Math.max(most[0], total % MIB < 4096 ? used() - before : 0);
                    }
                }
                return total;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        assertThat(read).isEqualTo((long) mebibytes * MIB);
        System.out.printf(
                "sealed file of %d MiB: at most %.1f MiB reachable above the start%n",
                mebibytes, most[0] / (double) MIB);
        return most[0];
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
