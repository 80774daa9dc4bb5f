package dev.parley.e2e.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once below this module's target folder. */
final class PostgresPrograms {
    private static final Path HOME = Path.of("target", "postgresql").toAbsolutePath();

    private PostgresPrograms() {}

    /** The folder with {@code initdb} and {@code postgres}. */
    static synchronized Path folder() throws IOException {
        if (!Files.isDirectory(HOME)) {
            Files.createDirectories(HOME.getParent());
            var unfinished = Files.createTempDirectory(HOME.getParent(), "unpacking");
            unpack(unfinished);
            try {
                Files.move(unfinished, HOME, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(HOME)) { // else another run was quicker; both hold the same files
                    throw e;
                }
            }
        }
        return HOME.resolve("bin");
    }

    /** What a command has to begin with: PostgreSQL refuses to run as root, but not as nobody in a user namespace. */
    static List<String> prefix() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    private static void unpack(Path target) throws IOException {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        try (var packed = Objects.requireNonNull(
                        PostgresPrograms.class.getResourceAsStream("/postgres-linux-" + machine + ".txz"));
                var tar = new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(packed), 1 << 16))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.copy(target.resolve(entry.getLinkName()), path);
                } else {
                    Files.copy(tar, path);
                    if (path.startsWith(target.resolve("bin"))) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}
