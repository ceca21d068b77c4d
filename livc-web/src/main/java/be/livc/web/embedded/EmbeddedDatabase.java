package be.livc.web.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The database the program brings along: made on the first start, found again on the next, stopped with the program.
 * Connections are to the loopback interface, with generated passwords.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private final DataFolder data;
    private final PostgresServer server;

    private EmbeddedDatabase(DataFolder data, PostgresServer server) {
        this.data = data;
        this.server = server;
    }

    /**
     * Locks the folder, makes what is missing in it and starts the server.
     *
     * @throws StartRefused with one clear sentence when it cannot
     */
    static EmbeddedDatabase start(Path folder) {
        DataFolder data = DataFolder.open(folder);
        try {
            return new EmbeddedDatabase(data, startServer(data));
        } catch (IOException e) {
            data.close();
            throw new StartRefused(
                    "The built-in PostgreSQL could not be started in %s: %s.".formatted(data.path(), e),
                    "Check that the disk has room and that the folder belongs to this account.",
                    e);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** The JDBC address of the database of the program. */
    String url() {
        return server.url("livc");
    }

    /** The generated password of a role of {@code db/roles.sql}. */
    String passwordOf(Role role) {
        return data.secrets().readOrCreate(role.secret());
    }

    @Override
    public void close() {
        server.close();
        data.close();
    }

    private static PostgresServer startServer(DataFolder data) throws IOException {
        Accounts.createPrivateFolder(data.postgres());
        ServerBinaries binaries = ServerBinaries.unpackInto(data.postgres());
        ServerAccount account = ServerAccount.find(data, binaries);
        Path cluster = new ClusterSetUp(data, binaries, account).findOrMake();
        PostgresServer server = new PostgresServer(binaries, account, cluster);
        server.start();
        return server;
    }
}
