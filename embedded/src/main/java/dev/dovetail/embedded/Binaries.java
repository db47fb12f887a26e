package dev.dovetail.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import org.tukaani.xz.XZInputStream;

/** The programs of Postgres, unpacked once into a folder named after their version. */
record Binaries(Path root, String version) {

    /** Unpacks beside the final folder and renames it, so that a half-unpacked one is never taken for whole. */
    static Binaries unpack(Path home) throws IOException, InterruptedException {
        var version = bundledVersion();
        var root = home.resolve("postgres-" + version);
        if (Files.isDirectory(root)) {
            return new Binaries(root, version);
        }
        var archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var part = home.resolve("postgres-" + version + ".part");
        Folders.delete(part);
        Files.createDirectories(part);
        try (var packed = Binaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new EmbeddedPostgresException("The embedded Postgres for this machine (" + archive
                        + ") is not part of this build. Use a Postgres of your own with --database-url.");
            }
            untar(packed, part);
        }
        Files.move(part, root, StandardCopyOption.ATOMIC_MOVE);
        return new Binaries(root, version);
    }

    String program(String name) {
        return root.resolve("bin").resolve(name).toString();
    }

    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    static String archiveName(String os, String arch) {
        var cpu = switch (arch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        if (!os.equals("Linux") || cpu.isEmpty()) {
            throw new EmbeddedPostgresException("There is no embedded Postgres for " + os + " on " + arch
                    + " (Linux on x86_64 and arm64 only). Use a Postgres of your own with --database-url.");
        }
        return "postgres-linux-" + cpu + ".txz";
    }

    private static String bundledVersion() throws IOException {
        var properties = new Properties();
        try (var in = Binaries.class.getResourceAsStream("binaries.properties")) {
            if (in == null) {
                throw new EmbeddedPostgresException("This build is damaged: it does not say which Postgres it brings.");
            }
            properties.load(in);
        }
        return properties.getProperty("version", "");
    }

    /** Java has no xz and many small systems have no xz program, but every Linux has tar. */
    private static void untar(InputStream packed, Path target) throws IOException, InterruptedException {
        var tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", target.toString(), "-f", "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var plain = new XZInputStream(packed);
                OutputStream sink = tar.getOutputStream()) {
            plain.transferTo(sink);
        }
        if (tar.waitFor() != 0) {
            throw new EmbeddedPostgresException(
                    "Could not unpack the embedded Postgres into " + target + " (is the disk full?)");
        }
    }
}
