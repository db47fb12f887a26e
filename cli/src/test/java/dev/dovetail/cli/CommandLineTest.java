package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CLI-03 CLI-11")
class CommandLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            metadata apply                        ~ dovetail metadata apply {} []
            md apply --dry-run -o yaml            ~ dovetail metadata apply {--dry-run=true, --output=yaml} []
            md apply --output=json                ~ dovetail metadata apply {--output=json} []
            --endpoint http://x md diff a b       ~ dovetail metadata diff {--endpoint=http://x} [a, b]
            metadata ic ls                        ~ dovetail metadata inconsistency list {} []
            init --admin-secret -x -- --dir       ~ dovetail init {--admin-secret=-x} [--dir]
            metadata apply --no-color=false       ~ dovetail metadata apply {--no-color=false} []
            metadata diff - -h                    ~ dovetail metadata diff {--help=true} [-]
            """)
    void understands(String words, String meaning) {
        var line = CommandLine.parse(Commands.ROOT, List.of(words.split(" +")));
        assertThat(String.join(" ", line.path()) + " " + line.options() + " " + line.arguments())
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            metadta                     ~ there is no command metadta; is it metadata?
            dmeo                        ~ there is no command dmeo; is it demo?
            metadata dmeo               ~ there is no command dmeo
            metadata xyz                ~ there is no command xyz
            metadata apply --dryrun     ~ there is no option --dryrun; is it --dry-run?
            metadata apply --dry-run=1 x ~ nothing is known of x
            metadata apply -o           ~ -o needs a value: FORM
            completion                  ~ SHELL is missing
            metadata diff a b c         ~ nothing is known of c
            """)
    void refuses(String words, String message) {
        var failed = Objects.requireNonNull(
                catchThrowableOfType(Failed.class, () -> CommandLine.parse(Commands.ROOT, List.of(words.split(" +")))));
        assertThat(failed.text()).startsWith(message + "\nTry \"dovetail ");
        assertThat(failed.status()).isEqualTo(Exit.USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "metadata",
                "metadata apply",
                "metadata ic",
                "init",
                "version",
                "completion",
                "actions create",
                "actions codegen",
                "actions use-codegen"
            })
    void everyCommandExplainsItself(String words) {
        var help = call((words + " --help").strip().split(" "));
        assertThat(help.status()).isZero();
        assertThat(help.out()).startsWith("Usage: dovetail").contains("--admin-secret SECRET");
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(110));
    }

    @Test
    void aGroupAloneIsNoCommand() {
        var usage = call("metadata");
        assertThat(usage.status()).isEqualTo(Exit.USAGE);
        assertThat(usage.out()).contains("apply").contains("inconsistency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionKnowsCommandsAndOptions(String shell) {
        var script = call("completion", shell);
        assertThat(script.status()).isZero();
        assertThat(script.out()).contains("inconsistency").contains("dry-run").contains("unified-yaml");
    }

    @Test
    void bashCompletesWithIt() throws Exception {
        var script = call("completion", "bash").out()
                + "COMP_WORDS=(dovetail md apply --dr); COMP_CWORD=3; _dovetail; echo \"${COMPREPLY[@]}\"\n";
        var process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("--dry-run\n");
    }

    @Test
    void noOtherShellIsCompleted() {
        assertThat(call("completion", "tcsh").err()).contains("bash, zsh and fish");
    }

    private static Called call(String... words) {
        return Called.in(Path.of("."), Map.of(), words);
    }
}
