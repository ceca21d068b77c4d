package be.livc.web.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Numeric accounts of the operating system and the ownership of files. */
final class Accounts {

    static final int ROOT = 0;

    private Accounts() {}

    /** The account this program runs under. */
    static int current() throws IOException {
        return ownerOf(Path.of("/proc/self"));
    }

    static int ownerOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    /** Gives a tree to another account; cheap when its top already belongs to it. */
    static void give(Path tree, int account) throws IOException {
        if (ownerOf(tree) == account) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            // The top comes last: a kill halfway is then made good by the next start.
            for (Path file :
                    files.sorted((a, b) -> b.getNameCount() - a.getNameCount()).toList()) {
                Files.setAttribute(file, "unix:uid", account, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", account, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Makes a folder only its owner can enter; one that exists keeps its permissions. */
    static void createPrivateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
