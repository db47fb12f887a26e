package dev.dovetail.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A printed statement with the values of its parameters written in, so that it stands for itself. */
public final class Inlined {
    private final String text;
    private final List<@Nullable Object> values;
    private final StringBuilder out;
    private int at;

    private Inlined(String text, List<@Nullable Object> values) {
        this.text = text;
        this.values = values;
        this.out = new StringBuilder(text.length() + 100);
    }

    /** @param values null, a {@link String} or a {@code String[]} for each of {@code $1…} */
    public static String of(String text, List<@Nullable Object> values) {
        var inlined = new Inlined(text, values);
        while (inlined.at < text.length()) {
            inlined.step();
        }
        return inlined.out.toString();
    }

    private void step() {
        switch (text.charAt(at)) {
            case '\'' -> quoted('\'', false);
            case '"' -> quoted('"', false);
            case '$' -> parameter();
            default -> {
                if (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_') {
                    name();
                } else {
                    out.append(text.charAt(at++));
                }
            }
        }
    }

    /** A name may have a dollar within. */
    private void name() {
        var from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            out.append(text.charAt(at++));
        }
        var isEscape = at == from + 1 && Character.toLowerCase(text.charAt(from)) == 'e';
        if (isEscape && at < text.length() && text.charAt(at) == '\'') {
            quoted('\'', true);
        }
    }

    /** What looks like a parameter within quotes is none. A doubled quote ends one quotation and begins the next. */
    private void quoted(char quote, boolean escapes) {
        do {
            if (escapes && text.charAt(at) == '\\') {
                out.append(text.charAt(at++));
            }
            out.append(text.charAt(at++));
        } while (text.charAt(at) != quote);
        out.append(text.charAt(at++));
        if (escapes && at < text.length() && text.charAt(at) == quote) {
            quoted(quote, true);
        }
    }

    private void parameter() {
        var end = at + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            out.append(text.charAt(at++));
            return;
        }
        value(values.get(Integer.parseInt(text.substring(at + 1, end)) - 1));
        at = end;
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("NULL");
            case String one -> Quoting.literal(out, one);
            case String[] many -> {
                out.append("ARRAY[");
                for (var i = 0; i < many.length; i++) {
                    out.append(i == 0 ? "" : ", ");
                    value(many[i]);
                }
                out.append("]::text[]");
            }
            default -> throw new IllegalArgumentException("no value of a parameter: " + value.getClass());
        }
    }
}
