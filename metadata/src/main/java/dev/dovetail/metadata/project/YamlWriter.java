package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * Writes a JSON value as YAML, in the one form in which the reference's CLI writes it. That form is a fact to be met to
 * the byte and has no counterpart among the options of a library's printer (lists are indented, except the outermost);
 * it needs no more than this.
 */
final class YamlWriter {
    private static final int STEP = 2;
    /** A longer key must be announced by a question mark. */
    private static final int KEY_BYTES_MAX = 128;

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** Ends with a line feed. */
    static String write(JsonNode value) {
        var writer = new YamlWriter();
        if (isBlock(value)) {
            writer.block(value, 0, false);
        } else {
            writer.inline(value, 0);
        }
        return writer.out.toString();
    }

    private static boolean isBlock(JsonNode value) {
        return value.isContainer() && !value.isEmpty();
    }

    /** {@code started}: the cursor stands behind the dash of a list, where the first line begins. */
    private void block(JsonNode value, int indent, boolean started) {
        switch (value) {
            case ObjectNode object -> mapping(object, indent, started);
            case ArrayNode array -> sequence(array, indent, started);
            default -> throw new IllegalArgumentException("no block: " + value);
        }
    }

    private void mapping(ObjectNode object, int indent, boolean started) {
        var first = started;
        for (var entry : object.properties()) {
            pad(first ? 0 : indent);
            first = false;
            key(entry.getKey(), indent);
            if (isBlock(entry.getValue())) {
                out.append('\n');
                block(entry.getValue(), indent + STEP, false);
            } else {
                out.append(' ');
                inline(entry.getValue(), indent);
            }
        }
    }

    private void key(String key, int indent) {
        var simple = key.length() <= KEY_BYTES_MAX;
        out.append(simple ? "" : "? ");
        text(key, YamlText.keyStyle(key), indent);
        if (!simple) {
            out.append('\n');
            pad(indent);
        }
        out.append(':');
    }

    private void sequence(ArrayNode array, int indent, boolean started) {
        var first = started;
        for (var element : array) {
            pad(first ? 0 : indent);
            first = false;
            out.append("- ");
            if (isBlock(element)) {
                block(element, indent + STEP, true);
            } else {
                inline(element, indent);
            }
        }
    }

    /** {@code indent} is that of the surrounding block. */
    private void inline(JsonNode value, int indent) {
        if (value instanceof POJONode node && node.getPojo() instanceof Include include) {
            doubleQuoted(include.text());
        } else if (value.isString()) {
            var text = value.stringValue();
            var style = Include.mistakable(text) ? YamlText.Style.SINGLE_QUOTED : YamlText.style(text);
            text(text, style, indent);
            if (style == YamlText.Style.LITERAL) {
                return;
            }
        } else {
            out.append(Json.write(value));
        }
        out.append('\n');
    }

    private void text(String text, YamlText.Style style, int indent) {
        switch (style) {
            case PLAIN -> out.append(text);
            case SINGLE_QUOTED ->
                out.append('\'').append(text.replace("'", "''")).append('\'');
            case DOUBLE_QUOTED -> doubleQuoted(text);
            case LITERAL -> literal(text, indent + STEP);
        }
    }

    private void literal(String text, int indent) {
        out.append('|');
        if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
            out.append(STEP);
        }
        if (!text.endsWith("\n")) {
            out.append('-');
        } else if (text.equals("\n") || text.endsWith("\n\n")) {
            out.append('+');
        }
        out.append('\n');
        var body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (var line : body.split("\n", -1)) {
            pad(line.isEmpty() ? 0 : indent);
            out.append(line).append('\n');
        }
    }

    private void doubleQuoted(String text) {
        out.append('"');
        text.codePoints().forEach(this::escaped);
        out.append('"');
    }

    private void escaped(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 0 -> out.append("\\0");
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case 0x0B -> out.append("\\v");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            case 0x1B -> out.append("\\e");
            default -> {
                if (YamlText.printable(c)) {
                    out.appendCodePoint(c);
                } else {
                    var form = c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X";
                    out.append(form.formatted(c));
                }
            }
        }
    }

    private void pad(int width) {
        out.append(" ".repeat(width));
    }
}
