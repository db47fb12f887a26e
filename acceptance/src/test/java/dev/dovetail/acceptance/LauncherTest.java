package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CLI-03: the launcher reaches every command there is, and tells of it")
class LauncherTest {
    /** How help begins the line of a command. */
    private static final Pattern ROW =
            Pattern.compile("^ {2}([a-z]+)(?:, [a-z]+| \\[command])* +\\S", Pattern.MULTILINE);

    /** All its names, the short ones too. */
    private static final Pattern NAMES =
            Pattern.compile("^ {2}([a-z]+(?:, [a-z]+)*)(?: \\[command])? +\\S", Pattern.MULTILINE);

    private static final Pattern KNOWN = Pattern.compile("^cli_commands=\"([^\"]*)\"$", Pattern.MULTILINE);

    private static final Pattern TYPED = Pattern.compile("\\./dovetail ([a-z]+)");

    @TempDir
    private Path folder = Path.of("");

    private Launcher launcher() throws IOException {
        return Launcher.in(folder);
    }

    @BeforeEach
    void there_are_commands() {
        assertThat(ofTheCommandLine()).contains("metadata", "actions", "init", "version", "completion");
    }

    @Test
    void every_command_of_the_command_line_is_started() throws Exception {
        var launcher = launcher();
        for (var command : ofTheCommandLine()) {
            var help = launcher.run(command, "--help");
            assertThat(help.all()).startsWith("Usage: dovetail " + command);
            assertThat(help.status()).isZero();
        }
        assertThat(launcher.run("help", "actions", "create").out()).startsWith("Usage: dovetail actions create NAME");
        assertThat(launcher.run("md", "ic", "--help").out()).startsWith("Usage: dovetail metadata inconsistency");
    }

    @Test
    void help_and_completion_know_all_of_them() throws Exception {
        var launcher = launcher();
        var listed = rows(launcher.run("help").out());
        assertThat(listed).containsAll(ofTheCommandLine()).contains("demo", "serve", "build", "help");
        assertThat(listed).containsAll(typedOnPages());
        var completed = launcher.run("completion", "fish").out();
        assertThat(listed).allSatisfy(command -> assertThat(completed).containsPattern("-a " + command + "(?![a-z])"));
    }

    @Test
    void what_is_no_command_is_said_to_be_none() throws Exception {
        var launcher = launcher();
        var mistyped = launcher.run("dmeo");
        assertThat(mistyped.err()).startsWith("dovetail: there is no command dmeo; is it demo?");
        assertThat(mistyped.status()).isEqualTo(2);
        assertThat(launcher.run("help", "nonsense").status()).isEqualTo(2);
    }

    @Test
    void the_launcher_knows_all_commands_of_the_command_line() throws Exception {
        var known = KNOWN.matcher(Files.readString(Path.of("..", "dovetail")));
        assertThat(known.find()).isTrue();
        var all = NAMES.matcher(Cli.in(Path.of("")).run("--help").out())
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")));
        assertThat(known.group(1).strip().split(" ")).containsExactlyInAnyOrderElementsOf(all.toList());
        assertThat(known.group(1)).contains(" md ");
    }

    @Test
    void neither_a_mistake_nor_a_question_builds() throws Exception {
        var launcher = launcher();
        launcher.forget();
        for (var words : List.of(List.of("biuld"), List.of("help", "biuld"), List.of("biuld", "--help"))) {
            var mistyped = launcher.run(words.toArray(String[]::new));
            assertThat(mistyped.all()).isEqualTo("dovetail: there is no command biuld; see 'dovetail help'\n");
            assertThat(mistyped.status()).isEqualTo(2);
        }
        for (var words :
                List.of(List.of("help", "bench"), List.of("bench", "-h"), List.of("bench", "--quick", "--help"))) {
            var help = launcher.run(words.toArray(String[]::new));
            assertThat(help.all()).startsWith("Usage: dovetail bench [options]").contains("--quick");
            assertThat(help.status()).isZero();
        }
    }

    private static SequencedSet<String> ofTheCommandLine() {
        return rows(Cli.in(Path.of("")).run("--help").out());
    }

    private static SequencedSet<String> typedOnPages() throws IOException {
        var typed = new TreeSet<String>();
        for (var folder : List.of(Path.of(".."), Path.of("..", "docs"))) {
            try (var pages = Files.newDirectoryStream(folder, "*.md")) {
                for (var page : pages) {
                    TYPED.matcher(Files.readString(page)).results().forEach(found -> typed.add(found.group(1)));
                }
            }
        }
        assertThat(typed).contains("actions", "metadata", "demo");
        return typed;
    }

    private static SequencedSet<String> rows(String help) {
        return ROW.matcher(help).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
