package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Reads {@code $.a.b[0]["odd key"]['another']}; the {@code $} and dots may be left out. */
final class JsonPath {
    private static final Pattern STEP = Pattern.compile(
            "\\.?(?:(?<name>[\\p{L}_][\\p{L}\\p{Nd}_-]*)|\\[(?:(?<index>[0-9]+)|\"(?<double>(?:[^\"\\\\]|\\\\.)*)\""
                    + "|'(?<single>(?:[^'\\\\]|\\\\.)*)')])");

    private JsonPath() {}

    static List<String> steps(String text, Path path) {
        var rest = text.startsWith("$") ? text.substring(1) : text;
        if (rest.isEmpty() && !text.equals("$")) {
            throw malformed(text, path);
        }
        var steps = new ArrayList<String>();
        var matcher = STEP.matcher(rest);
        for (var at = 0; at < rest.length(); at = matcher.end()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw malformed(text, path);
            }
            steps.add(step(matcher, text, path));
        }
        return steps;
    }

    private static String step(Matcher matcher, String text, Path path) {
        for (var plain : List.of("name", "index")) {
            var step = matcher.group(plain);
            if (step != null) {
                return step;
            }
        }
        var quoted = matcher.group("double");
        var inner = quoted != null
                ? quoted
                : matcher.group("single").replace("\\'", "'").replace("\"", "\\\"");
        try {
            return Json.read('"' + inner + '"').stringValue();
        } catch (JacksonException badEscape) {
            throw malformed(text, path);
        }
    }

    private static ApiException malformed(String text, Path path) {
        return new ApiException(
                ErrorCode.PARSE_FAILED,
                path,
                "parse json path error: " + text + ". Accept letters, digits, underscore (_) or hyphen (-) only"
                        + ". Use quotes enclosed in bracket ([\"...\"]) if there is any special character");
    }
}
