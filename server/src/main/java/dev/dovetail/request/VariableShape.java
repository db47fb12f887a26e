package dev.dovetail.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of the variables decides the plan: which are given, which are null, strings, numbers or lists of them; and the
 * values of booleans (they may steer {@code @include}) and of names of enums. Requests of equal shape share a plan.
 * Kinds are told apart because binding is what refuses a number where a string belongs, and a shared plan is not bound
 * again. Variables that hold objects have no shape, since their keys would have to be compared one by one, and neither
 * have files; such requests are planned each time.
 */
final class VariableShape {
    private VariableShape() {}

    /** Null when there is none. */
    static @Nullable String of(ObjectNode variables, Set<String> enums) {
        if (variables.isEmpty()) {
            return "";
        }
        var shape = new StringBuilder();
        for (var each : variables.properties()) {
            // Quoted: names and values come from the client and must not be able to look like another shape.
            quote(shape, each.getKey());
            shape.append(':');
            if (!append(shape, each.getValue(), enums.contains(each.getKey()))) {
                return null;
            }
            shape.append(';');
        }
        return shape.toString();
    }

    private static boolean append(StringBuilder shape, JsonNode value, boolean isEnum) {
        if (value.isBoolean()) {
            shape.append(value.booleanValue());
        } else if (isEnum && value.isString()) {
            quote(shape, value.stringValue());
        } else if (value.isArray() && !isEnum) {
            return appendList(shape, value);
        } else if (value.isContainer() || value.isPojo()) {
            return false;
        } else {
            shape.append(kind(value));
        }
        return true;
    }

    /** The kinds of the items, whatever their number and order. */
    private static boolean appendList(StringBuilder shape, JsonNode list) {
        var nulls = false;
        var strings = false;
        var numbers = false;
        for (var item : list) {
            if (item.isContainer() || item.isBoolean() || item.isPojo()) {
                return false;
            }
            nulls |= item.isNull();
            strings |= item.isString();
            numbers |= item.isNumber();
        }
        shape.append('[')
                .append(nulls ? "n" : "")
                .append(strings ? "s" : "")
                .append(numbers ? "d" : "")
                .append(']');
        return true;
    }

    private static char kind(JsonNode value) {
        return value.isNull() ? 'n' : value.isString() ? 's' : 'd';
    }

    private static void quote(StringBuilder shape, String text) {
        shape.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, shape);
        shape.append('"');
    }
}
