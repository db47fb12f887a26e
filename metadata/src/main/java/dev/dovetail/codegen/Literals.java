package dev.dovetail.codegen;

import dev.dovetail.json.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Texts and values as literals of programming languages. */
final class Literals {
    private static final Pattern ENDING = Pattern.compile("\"{3,}|\"+\\z");

    private Literals() {}

    /** In double quotes, as all of them read it. */
    static String quoted(String text) {
        return Json.write(Json.string(text));
    }

    /** Java's text block, or Python's; indented by so many blanks. What would end it too early is escaped. */
    static String block(String text, int indent) {
        var safe = ENDING.matcher(text.stripTrailing().replace("\\", "\\\\"))
                .replaceAll(quotes ->
                        Matcher.quoteReplacement("\\\"".repeat(quotes.group().length())));
        return "\"\"\"\n" + safe.indent(indent).stripTrailing() + "\"\"\"";
    }

    /** JavaScript's. */
    static String template(String text) {
        return "`" + text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${") + "`";
    }

    /** Go's raw text where the text allows it. */
    static String raw(String text) {
        return text.contains("`") ? quoted(text) : "`" + text + "`";
    }

    /** JavaScript that a person would write so. */
    static String javascript(JsonNode value, int indent) {
        var within = " ".repeat(indent + 2);
        if (value.isObject() && !value.isEmpty()) {
            return value.properties().stream()
                    .map(each -> within + each.getKey() + ": " + javascript(each.getValue(), indent + 2) + ",\n")
                    .collect(Collectors.joining("", "{\n", " ".repeat(indent) + "}"));
        }
        if (value.isArray() && !value.isEmpty()) {
            return value.valueStream()
                    .map(each -> javascript(each, indent))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return Json.write(value);
    }

    static String python(JsonNode value, int indent) {
        var within = " ".repeat(indent + 4);
        return switch (value.getNodeType()) {
            case OBJECT ->
                value.isEmpty()
                        ? "{}"
                        : value.properties().stream()
                                .map(each -> within + quoted(each.getKey()) + ": " + python(each.getValue(), indent + 4)
                                        + ",\n")
                                .collect(Collectors.joining("", "{\n", " ".repeat(indent) + "}"));
            case ARRAY ->
                value.valueStream().map(each -> python(each, indent)).collect(Collectors.joining(", ", "[", "]"));
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case NULL, MISSING -> "None";
            case STRING, NUMBER, BINARY, POJO -> Json.write(value);
        };
    }
}
