package be.livc.web.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The programs of PostgreSQL as the build brought them along, unpacked once per version. */
final class ServerBinaries {

    /** The version in the build; a test holds it against what the unpacked server says of itself. */
    static final String VERSION = "17.11";

    /** The only major version whose data this program opens. */
    static final String MAJOR = "17";

    private static final int OWNER_EXECUTE = 0100;

    private final Path folder;

    private ServerBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks this version under the given folder, unless that was done before, and removes older ones.
     *
     * @throws StartRefused on a machine for which the build has no server
     */
    static ServerBinaries unpackInto(Path folder) throws IOException {
        Path home = folder.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            Path draft = folder.resolve(VERSION + ".draft");
            FileSystemUtils.deleteRecursively(draft);
            unpack(archive(), draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            removeOthers(folder, home);
        }
        return new ServerBinaries(home);
    }

    /** The full path of one program, such as {@code initdb}. */
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Where everything of this version lies. */
    Path folder() {
        return folder;
    }

    private static String archive() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return switch (machine) {
            case "Linux amd64" -> "/postgres-linux-x86_64.txz";
            case "Linux aarch64" -> "/postgres-linux-arm_64.txz";
            default ->
                throw new StartRefused(
                        "The built-in PostgreSQL runs on Linux (x86-64 and ARM64) only; this is %s.".formatted(machine),
                        "Name a PostgreSQL " + MAJOR + " server with spring.datasource.url.");
        };
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream packed = ServerBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IOException("the program was built without " + archive);
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, target);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = entry.resolveIn(target);
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & OWNER_EXECUTE) != 0) {
                makeExecutable(file);
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }

    private static void removeOthers(Path folder, Path home) throws IOException {
        List<Path> versions;
        try (Stream<Path> children = Files.list(folder)) {
            versions = children.filter(child -> child.getFileName().toString().matches("\\d+(\\.\\d+)+"))
                    .toList();
        }
        for (Path version : versions) {
            if (!version.equals(home)) {
                FileSystemUtils.deleteRecursively(version);
            }
        }
    }
}
