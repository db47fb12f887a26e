package dev.dovetail.graphql.syntax;

import dev.dovetail.graphql.ast.Value;
import java.util.SequencedMap;

/** Writes values as GraphQL text: always on one line, strings escaped as JSON escapes them. */
public final class ValuePrinter {
    private ValuePrinter() {}

    public static String print(Value value) {
        var out = new StringBuilder();
        print(value, out);
        return out.toString();
    }

    public static void print(Value value, StringBuilder out) {
        switch (value) {
            case Value.Variable(var name) -> out.append('$').append(name);
            case Value.IntValue(var number) -> out.append(number);
            case Value.FloatValue(var number) -> out.append(decimal(number.toString()));
            case Value.StringValue(var text) -> string(text, out);
            case Value.BooleanValue(var truth) -> out.append(truth);
            case Value.NullValue() -> out.append("null");
            case Value.EnumValue(var name) -> out.append(name);
            case Value.ListValue(var values) -> {
                out.append('[');
                var separator = "";
                for (var each : values) {
                    print(each, out.append(separator));
                    separator = ",";
                }
                out.append(']');
            }
            case Value.ObjectValue(var fields) -> fields(fields, '{', '}', out);
        }
    }

    /** {@code name:value} pairs between brackets. */
    public static void fields(SequencedMap<String, Value> fields, char open, char close, StringBuilder out) {
        out.append(open);
        var separator = "";
        for (var field : fields.entrySet()) {
            print(field.getValue(), out.append(separator).append(field.getKey()).append(':'));
            separator = ",";
        }
        out.append(close);
    }

    /** A decimal without point and exponent would be read back as an integer. */
    private static String decimal(String number) {
        return number.contains(".") || number.contains("E") ? number : number + ".0";
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
