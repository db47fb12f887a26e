package dev.dovetail.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The engine's own statement, prepared, sent to Postgres by pgbench. */
record PgLoad(List<String> command) {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern PARAMETER = Pattern.compile("\\$([0-9]+)");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

    /** @param explained an entry of explain's answer, with {@code statement} and {@code arguments} */
    static PgLoad of(JsonNode explained, Cluster cluster, String database, Path folder, int connections)
            throws IOException {
        var file = folder.resolve("statement.sql");
        Files.writeString(file, script(explained.path("statement").stringValue()) + ";\n");
        var command = new ArrayList<>(List.of(
                cluster.program("pgbench").toString(),
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(connections),
                "-j",
                "1",
                "-f",
                file.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(cluster.port()),
                "-U",
                "postgres"));
        var number = 0;
        for (var argument : explained.path("arguments")) {
            command.addAll(List.of("-D", "a" + ++number + "=" + text(argument)));
        }
        command.add(database);
        return new PgLoad(command);
    }

    double run(int seconds) {
        var words = new ArrayList<>(command);
        words.addAll(1, List.of("-T", String.valueOf(seconds)));
        var found = RATE.matcher(Command.output(words));
        if (!found.find()) {
            throw new IllegalStateException("pgbench told no rate");
        }
        return Double.parseDouble(found.group(1));
    }

    /** A colon is pgbench's sign for a variable, also within literals: there it is written as an escape. */
    static String script(String statement) {
        var quoted = LITERAL.matcher(statement)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().contains(":")
                                ? "E" + found.group().replace("\\", "\\\\").replace(":", "\\x3a")
                                : found.group()));
        return PARAMETER.matcher(quoted).replaceAll(":a$1");
    }

    private static String text(JsonNode argument) {
        if (!argument.isArray()) {
            return argument.stringValue();
        }
        var items = new ArrayList<String>();
        for (var item : argument) {
            items.add("\"" + item.stringValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        return "{" + String.join(",", items) + "}";
    }
}
