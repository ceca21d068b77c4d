package be.livc.web.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The account the server's programs run under. PostgreSQL refuses root, so a program started by root (a container, a
 * first try on a fresh machine) runs them in a way that is not root:
 *
 * <ol>
 *   <li>{@code unshare --user}: a user namespace in which root is nobody, without any capability. The files stay
 *       root's, so it works in any folder; many containers forbid it.
 *   <li>{@code setpriv}: as the account nobody. The server's files are handed to it, and every folder above them must
 *       let it through.
 * </ol>
 */
final class ServerAccount {

    private static final int NOBODY = 65534;
    private static final Duration TRY = Duration.ofSeconds(20);

    private static final ServerAccount OWN_NAMESPACE =
            new ServerAccount(List.of("unshare", "--user", "--"), Accounts.ROOT, true);
    private static final ServerAccount AS_NOBODY = new ServerAccount(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"), NOBODY, true);

    private final List<String> prefix;
    private final int owner;
    private final boolean startedByRoot;

    private ServerAccount(List<String> prefix, int owner, boolean startedByRoot) {
        this.prefix = prefix;
        this.owner = owner;
        this.startedByRoot = startedByRoot;
    }

    /**
     * Finds the first way that works here, by asking the server for its version.
     *
     * @throws StartRefused when none does, with what the last try answered
     */
    static ServerAccount find(DataFolder data, ServerBinaries binaries) throws IOException {
        int current = Accounts.current();
        List<ServerAccount> ways = current == Accounts.ROOT
                ? List.of(OWN_NAMESPACE, AS_NOBODY)
                : List.of(new ServerAccount(List.of(), current, false));
        String answer = "";
        for (ServerAccount way : ways) {
            try {
                way.prepare(data, binaries);
                way.run(data.postgres(), TRY, binaries.program("postgres"), "--version");
                return way;
            } catch (CommandFailed e) {
                answer = e.output();
            }
        }
        throw current == Accounts.ROOT ? refusedAsRoot(data, answer) : refused(answer);
    }

    /** Runs one of the server's programs in the given folder and gives what it printed. */
    String run(Path folder, Duration limit, Path program, String... arguments) throws CommandFailed {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return Command.run(command, folder, limit);
    }

    /** Hands a file or a whole folder to this account. */
    void own(Path tree) throws IOException {
        if (startedByRoot) {
            Accounts.give(tree, owner);
        }
    }

    private void prepare(DataFolder data, ServerBinaries binaries) throws IOException {
        if (owner == NOBODY) {
            // To pass through, not to look around: the secrets keep their own closed folder.
            Files.setPosixFilePermissions(data.path(), PosixFilePermissions.fromString("rwx--x--x"));
        }
        own(binaries.folder());
        if (startedByRoot) {
            Files.setAttribute(data.postgres(), "unix:uid", owner);
        }
    }

    private static StartRefused refusedAsRoot(DataFolder data, String answer) {
        return new StartRefused(
                "PostgreSQL never runs as root, and no other account could run it in %s (%s)."
                        .formatted(data.path(), answer),
                "Start the program under an ordinary account, or choose a data folder that every account can reach,"
                        + " such as --livc.data=/var/lib/livc.");
    }

    private static StartRefused refused(String answer) {
        return new StartRefused(
                "The built-in PostgreSQL does not run on this machine (%s).".formatted(answer),
                "It needs glibc (not Alpine's musl) and a data folder from which programs may run; or name a server"
                        + " with spring.datasource.url.");
    }
}
