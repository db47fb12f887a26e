package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code $.a.b[0]["odd key"]}; the {@code $} and the first dot may be left out. */
final class JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\.?([A-Za-z0-9_-]+)|\\[([0-9]+)]|\\[\"((?:[^\"\\\\]|\\\\.)*)\"]");

    private JsonPath() {}

    static List<String> steps(String text, Path path) {
        var rest = text.startsWith("$") ? text.substring(1) : text;
        var steps = new ArrayList<String>();
        var matcher = STEP.matcher(rest);
        var at = 0;
        while (at < rest.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new ApiException(
                        ErrorCode.PARSE_FAILED,
                        path,
                        "parse json path error: invalid property name or index at position " + at + " of \"" + text
                                + "\"");
            }
            steps.add(step(matcher.group(1), matcher.group(2), matcher.group(3)));
            at = matcher.end();
        }
        return steps;
    }

    private static String step(@Nullable String name, @Nullable String index, @Nullable String quoted) {
        if (name != null) {
            return name;
        }
        return index != null ? index : quoted == null ? "" : quoted.replaceAll("\\\\(.)", "$1");
    }
}
