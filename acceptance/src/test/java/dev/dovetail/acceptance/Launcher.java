package dev.dovetail.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The script {@code dovetail}, copied into a folder that looks to it like a repository with everything built: what it
 * starts are the classes of this test, so nothing is compiled and nothing is trained.
 */
final class Launcher {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;

    private Launcher(Path folder) {
        this.folder = folder;
    }

    /** Makes {@code ./dovetail} in the folder, which must be there. */
    static Launcher in(Path folder) throws IOException {
        copy("dovetail", folder);
        copy("pom.xml", folder);
        Files.createDirectories(folder.resolve("bench"));
        copy("bench/run", folder);
        copy("bench/help.txt", folder);
        for (var looked : List.of("cli/src/main", "console/src", "console/scripts")) {
            Files.createDirectories(folder.resolve(looked));
        }
        for (var looked : List.of("cli/pom.xml", "console/index.html", "console/vite.config.ts")) {
            Files.createFile(folder.resolve(looked));
        }
        Files.createFile(folder.resolve("console/package-lock.json"));
        for (var app : List.of("server", "demo", "cli")) {
            Files.createDirectories(folder.resolve(app).resolve("target/quick/lib"));
        }
        var built = folder.resolve("cli/target/quick");
        writeJar(built.resolve("dovetail-cli-0.jar"));
        // These must be the newest. An empty cache means that training was tried and is not to be tried again.
        Files.createFile(built.resolve("cli.aot"));
        Files.createFile(Files.createDirectories(folder.resolve(".dovetail")).resolve("built"));
        return new Launcher(folder);
    }

    /** From now on it looks as if nothing had been built yet. */
    void forget() throws IOException {
        Files.delete(folder.resolve(".dovetail/built"));
    }

    Cli.Result run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./dovetail"));
        command.addAll(List.of(words));
        return start(command);
    }

    /** As a shell understands it in the folder. */
    Cli.Result shell(String command) throws IOException, InterruptedException {
        return start(List.of("bash", "-c", command));
    }

    private Cli.Result start(List<String> command) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder.resolve(".dovetail"), "out", ".txt");
        var err = Files.createTempFile(folder.resolve(".dovetail"), "err", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("HASURA_GRAPHQL_") || name.startsWith("DOVETAIL_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running: " + command + "\n" + read(out) + read(err));
            }
            return new Cli.Result(process.exitValue(), read(out), read(err));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Nothing in it but where everything is. */
    private static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
    }

    private static void copy(String file, Path folder) throws IOException {
        Files.copy(REPOSITORY.resolve(file), folder.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
