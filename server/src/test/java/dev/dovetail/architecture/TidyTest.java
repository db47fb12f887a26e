package dev.dovetail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the formatter does not see: leftovers, traces of somebody's machine, and files that outgrow a reader. */
class TidyTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "dist", ".git", ".dovetail", ".idea");
    private static final Set<String> ENDINGS = Set.of(
            "java", "ts", "tsx", "css", "html", "xml", "json", "yaml", "yml", "md", "sql", "graphql", "properties");
    private static final Set<String> PROGRAMS = Set.of("dovetail", "run");

    // Written in pieces, so that this file passes its own test.
    private static final Pattern LEFTOVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern MACHINE = Pattern.compile("(^|[\\s\"'(=:])/(wo" + "rk|ro" + "ot|ho" + "me/\\w+)/");

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_LINE = 120;

    @Test
    void nothingIsLeftForLater() {
        assertThat(linesWhere((path, line) -> LEFTOVER.matcher(line).find())).isEmpty();
    }

    @Test
    void noTraceOfSomebodysMachine() {
        assertThat(linesWhere((path, line) -> MACHINE.matcher(line).find())).isEmpty();
    }

    @Test
    void linesFitTheScreen() {
        assertThat(linesWhere((path, line) -> product(path) && line.length() > LONGEST_LINE))
                .isEmpty();
    }

    @Test
    void filesFitTheHead() {
        assertThat(sources()
                        .filter(TidyTest::code)
                        .filter(path -> lines(path).size() > LONGEST_FILE)
                        .map(path -> ROOT.relativize(path) + " has more than " + LONGEST_FILE + " lines"))
                .isEmpty();
    }

    private static List<String> linesWhere(BiFunction<Path, String, Boolean> offends) {
        return sources()
                .flatMap(path -> {
                    var lines = lines(path);
                    return IntStream.range(0, lines.size())
                            .filter(number -> offends.apply(path, lines.get(number)))
                            .mapToObj(number -> ROOT.relativize(path) + ":" + (number + 1) + ": " + lines.get(number));
                })
                .toList();
    }

    private static boolean code(Path path) {
        var name = path.getFileName().toString();
        return PROGRAMS.contains(name) || Set.of("java", "ts", "tsx").contains(ending(name));
    }

    /** Tests hold data, whose lines may be as long as they are. */
    private static boolean product(Path path) {
        return code(path) && !path.toString().contains("/src/test/");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> sources() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var skip = SKIPPED.contains(folder.getFileName().toString());
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    var name = file.getFileName().toString();
                    if (PROGRAMS.contains(name) || ENDINGS.contains(ending(name))) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found.stream().sorted();
    }
}
