package dev.dovetail.acceptance;

import dev.dovetail.cli.Main;
import dev.dovetail.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The command line, called in this process: in a folder, with variables of its own. */
record Cli(Path folder, Map<String, String> environment) {

    static Cli in(Path folder) {
        return new Cli(folder, Map.of());
    }

    Cli with(String variable, String value) {
        var more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Cli(folder, more);
    }

    record Result(int status, String out, String err) {
        /** Everything that was said, for messages and searches. */
        String all() {
            return out + err;
        }
    }

    Result run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = Main.run(new Surroundings(environment, folder, utf8(out), utf8(err), false), words);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
