package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master keys are made once, open with their password only, and are never made anew over existing data. */
class KeysetFileTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final byte[] FOR = "v1|cell_key|x|1".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void it_is_made_once_for_its_owner_only() throws IOException {
        Path file = folder.resolve("keys").resolve("keyset");

        KeysetFile made = KeysetFile.open(file, PASSWORD, Set.of());
        KeysetFile opened = KeysetFile.open(file, PASSWORD, Set.of(made.current()));

        assertThat(opened.current()).isEqualTo(made.current());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(file.getParent())
                .isDirectoryNotContaining(left -> left.toString().endsWith(".draft"));
    }

    @Test
    void what_it_wrapped_it_unwraps_after_a_restart_for_the_same_use_only() throws GeneralSecurityException {
        Path file = folder.resolve("keyset");
        byte[] key = Key.fresh();

        byte[] wrapped =
                KeysetFile.open(file, PASSWORD, Set.of()).wrap(key, FOR).bytes();
        KeysetFile restarted = KeysetFile.open(file, PASSWORD, Set.of());

        assertThat(restarted.unwrap(wrapped, FOR)).isEqualTo(key);
        assertThatThrownBy(() -> restarted.unwrap(wrapped, "v1|cell_key|y|1".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_wrong_password_is_told() {
        Path file = folder.resolve("keyset");
        KeysetFile.open(file, PASSWORD, Set.of());

        assertThatThrownBy(() -> KeysetFile.open(file, "Correct horse battery staple", Set.of()))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("does not open with the password");
    }

    @Test
    void no_password_and_an_unusable_one_are_told() {
        Path file = folder.resolve("keyset");

        assertThatThrownBy(() -> KeysetFile.open(file, " ", Set.of()))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("LIVC_KEYSET_PASSWORD");
        assertThatThrownBy(() -> KeysetFile.open(file, "wachtwoord é", Set.of()))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("letters without accents");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_damaged_file_is_told() throws IOException {
        Path file = folder.resolve("keyset");
        KeysetFile.open(file, PASSWORD, Set.of());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] = (byte) (bytes[bytes.length / 2] == 'A' ? 'B' : 'A');
        Files.write(file, bytes);

        assertThatThrownBy(() -> KeysetFile.open(file, PASSWORD, Set.of())).isInstanceOf(KeysetProblem.class);
    }

    @Test
    void a_missing_file_is_not_made_anew_where_there_is_data() {
        Path file = folder.resolve("keyset");

        assertThatThrownBy(() -> KeysetFile.open(file, PASSWORD, Set.of("keyset-1")))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("is not there");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_keyset_older_than_the_data_is_told() {
        Path file = folder.resolve("keyset");
        KeysetFile made = KeysetFile.open(file, PASSWORD, Set.of());

        assertThatThrownBy(() -> KeysetFile.open(file, PASSWORD, Set.of(made.current(), "keyset-2147483648000")))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("older than the database")
                .hasMessageContaining("keyset-2147483648000");
    }

    @Test
    void the_key_that_wraps_now_is_not_destroyed_and_an_earlier_one_is() {
        Path file = folder.resolve("keyset");
        KeysetFile keys = KeysetFile.open(file, PASSWORD, Set.of());
        String first = keys.current();
        String second = keys.renew(Set.of(first));

        assertThatThrownBy(() -> keys.destroy(second)).hasMessageContaining("the master key that wraps now");
        assertThat(keys.names()).containsExactlyInAnyOrder(first, second);
        assertThat(keys.destroy(first)).isTrue();
        assertThat(keys.names()).containsExactly(second);
        assertThat(KeysetFile.read(file, PASSWORD).names()).containsExactly(second);
    }

    @Test
    void an_older_copy_put_back_while_the_program_runs_is_neither_taken_over_nor_written_over() throws IOException {
        Path file = folder.resolve("keyset");
        KeysetFile keys = KeysetFile.open(file, PASSWORD, Set.of());
        byte[] older = Files.readAllBytes(file);
        String first = keys.current();
        String second = keys.renew(Set.of(first));
        Files.write(file, older);

        keys.dropExpired();
        assertThat(keys.current()).isEqualTo(second);
        assertThatThrownBy(() -> keys.renew(Set.of(first, second)))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("replaced by an older one");
        assertThatThrownBy(() -> keys.destroy(first)).isInstanceOf(KeysetProblem.class);
        assertThat(file).hasBinaryContent(older);
    }

    @Test
    void the_file_holds_no_key_in_clear_and_says_how_it_is_protected() throws IOException {
        Path file = folder.resolve("keyset");
        KeysetFile.open(file, PASSWORD, Set.of());

        assertThat(Files.readString(file))
                .startsWith("livc-keyset v1 PBEWITHHMACSHA512ANDAES_256 iterations=250000\n")
                .doesNotContain("type.googleapis.com");
    }
}
