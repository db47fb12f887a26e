package dev.dovetail.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of variables: {@code NAME=value} on each line, with {@code export}, quotes and comments as shells have them.
 */
final class EnvFile {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*[=:]\\s*(.*)");

    private EnvFile() {}

    /** Empty when there is no such file, unless it is demanded. */
    static Map<String, String> read(Path file, boolean demanded) {
        if (!demanded && !Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw Failed.files(file + ": cannot be read");
        }
    }

    static Map<String, String> parse(String name, String text) {
        var values = new LinkedHashMap<String, String>();
        var number = 0;
        for (var raw : text.split("\\R")) {
            number++;
            var line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var match = LINE.matcher(line);
            if (!match.matches()) {
                throw Failed.files(name + ":" + number + ": expected NAME=value");
            }
            values.put(match.group(1), value(match.group(2)));
        }
        return values;
    }

    private static String value(String text) {
        if (text.length() > 1 && text.startsWith("'") && text.indexOf('\'', 1) > 0) {
            return text.substring(1, text.indexOf('\'', 1));
        }
        if (text.startsWith("\"")) {
            var value = new StringBuilder();
            for (var i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
                var escape = text.charAt(i) == '\\' && i + 1 < text.length();
                var c = escape ? text.charAt(++i) : text.charAt(i);
                value.append(escape && c == 'n' ? '\n' : c);
            }
            return value.toString();
        }
        var comment = text.indexOf(" #");
        return (comment < 0 ? text : text.substring(0, comment)).strip();
    }
}
