package dev.dovetail.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of the variables decides the plan: which are given, which are null, which are lists; and the values of booleans (they may
 * steer {@code @include}) and of names of enums. Requests of equal shape share a plan. Variables that hold objects have no
 * shape: their keys would have to be compared one by one, and such requests are planned each time.
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
            shape.append(each.getKey()).append(':');
            if (!append(shape, each.getValue(), enums.contains(each.getKey()))) {
                return null;
            }
            shape.append(';');
        }
        return shape.toString();
    }

    private static boolean append(StringBuilder shape, JsonNode value, boolean isEnum) {
        if (value.isNull()) {
            shape.append('n');
        } else if (value.isBoolean() || (isEnum && value.isString())) {
            shape.append('=').append(value.asString());
        } else if (value.isString() || value.isNumber()) {
            shape.append('s');
        } else if (value.isArray() && !isEnum) {
            return appendList(shape, value);
        } else {
            return false;
        }
        return true;
    }

    private static boolean appendList(StringBuilder shape, JsonNode list) {
        var nulls = false;
        for (var item : list) {
            if (item.isContainer() || item.isBoolean()) {
                return false;
            }
            nulls |= item.isNull();
        }
        shape.append(nulls ? 'L' : 'l');
        return true;
    }
}
