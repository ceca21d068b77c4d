package be.livc.web.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Finds the cluster of a data folder, or makes it with its roles and its database. A new one is made under another
 * name and renamed when complete: a kill at any moment leaves a whole cluster or none, and nothing existing is
 * ever made again.
 */
final class ClusterSetUp {

    private static final Duration INITDB = Duration.ofMinutes(5);

    private final DataFolder data;
    private final ServerBinaries binaries;
    private final ServerAccount account;

    ClusterSetUp(DataFolder data, ServerBinaries binaries, ServerAccount account) {
        this.data = data;
        this.binaries = binaries;
        this.account = account;
    }

    /**
     * The folder of the cluster, ready to be started.
     *
     * @throws StartRefused when another major version made it, or its passwords are lost
     */
    Path findOrMake() throws IOException {
        Path cluster = data.postgres().resolve("cluster");
        if (Files.isDirectory(cluster)) {
            refuseAnotherMajor(cluster);
            refuseLostPasswords(cluster);
        } else {
            Path draft = data.postgres().resolve("cluster.draft");
            removeUnfinished(draft);
            initialise(draft);
            createRoles(draft);
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
        }
        return cluster;
    }

    private static void refuseAnotherMajor(Path cluster) throws IOException {
        String major = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!major.equals(ServerBinaries.MAJOR)) {
            throw new StartRefused(
                    "The data in %s were made by PostgreSQL %s; this program brings version %s."
                            .formatted(cluster, major, ServerBinaries.MAJOR),
                    "Start them with the program they were made with, or move them over with pg_upgrade. Nothing was"
                            + " changed.");
        }
    }

    private void refuseLostPasswords(Path cluster) {
        for (Role role : Role.values()) {
            if (data.secrets().read(role.secret()).isEmpty()) {
                throw new StartRefused(
                        "The database in %s exists, but its password file %s is missing."
                                .formatted(cluster, data.secrets().file(role.secret())),
                        "Put the file back from the backup of the secrets. Nothing was changed.");
            }
        }
    }

    /** The {@code initdb} of a killed program works on by itself, and would write into what is made here. */
    private void removeUnfinished(Path draft) throws IOException {
        Leftovers.of(data.postgres()).endByForce();
        if (Files.exists(draft)) {
            Leftovers.of(draft).endByForce();
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private void initialise(Path cluster) throws IOException {
        Path passwordFile = data.postgres().resolve("initdb.password");
        Files.deleteIfExists(passwordFile);
        try {
            Secrets.write(passwordFile, data.secrets().readOrCreate(Role.SUPERUSER.secret()));
            account.own(passwordFile);
            // The built-in locale: an upgrade of the machine's C library cannot change the order inside an index.
            account.run(
                    data.postgres(),
                    INITDB,
                    binaries.program("initdb"),
                    "--pgdata=" + cluster,
                    "--username=" + Role.SUPERUSER.user(),
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions");
        } catch (CommandFailed e) {
            throw new StartRefused(
                    "The database could not be made in %s (%s).".formatted(data.postgres(), e.output()),
                    "Check that the disk has room and that the folder belongs to this account.",
                    e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void createRoles(Path cluster) throws IOException {
        String script = new ClassPathResource("db/roles.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("${owner_password}", data.secrets().readOrCreate(Role.OWNER.secret()))
                .replace("${app_password}", data.secrets().readOrCreate(Role.PROGRAM.secret()));
        try (PostgresServer server = new PostgresServer(binaries, account, cluster)) {
            server.start();
            try (Connection connection = DriverManager.getConnection(
                    server.url("postgres"),
                    Role.SUPERUSER.user(),
                    data.secrets().readOrCreate(Role.SUPERUSER.secret()))) {
                ScriptUtils.executeSqlScript(
                        connection, new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)));
            } catch (SQLException | ScriptException e) {
                // Without the cause: its text quotes the statement, and the statement holds a password.
                throw new StartRefused(
                        "The roles of the database could not be made.",
                        "Its own words are in %s.".formatted(cluster.resolveSibling(ServerConfiguration.LOG_FOLDER)));
            }
        }
    }
}
