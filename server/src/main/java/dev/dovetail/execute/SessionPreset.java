package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.plan.RemoteQuery;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a session variable, which is a text, what a remote schema's type wants. */
final class SessionPreset {
    private static final Pattern INT = Pattern.compile("-?\\d{1,400}");
    private static final Pattern FLOAT = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    private SessionPreset() {}

    /** Throws {@code not-found} without the variable and {@code coercion-error} when its text does not fit. */
    static JsonNode value(RemoteQuery.Variable variable, String sessionVariable, Inputs inputs) {
        var text = inputs.session().variable(sessionVariable);
        if (text == null) {
            throw new ApiException(
                    ErrorCode.NOT_FOUND,
                    Path.ROOT,
                    '"' + sessionVariable + "\" session variable expected, but not found");
        }
        return variable.enumValues().isEmpty() ? scalar(variable.type().typeName(), text) : enumValue(variable, text);
    }

    private static JsonNode scalar(String type, String text) {
        return switch (type) {
            case "Int" -> {
                if (!INT.matcher(text).matches()) {
                    throw refused(text, " cannot be coerced into an Int value");
                }
                yield JsonNodeFactory.instance.numberNode(new BigInteger(text));
            }
            case "Float" -> {
                if (!FLOAT.matcher(text).matches()) {
                    throw refused(text, " cannot be coerced into a Float value");
                }
                yield JsonNodeFactory.instance.numberNode(new BigDecimal(text));
            }
            case "Boolean" -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw refused(text, " cannot be coerced into a Boolean value");
                }
                yield BooleanNode.valueOf(text.equals("true"));
            }
            default -> Json.string(text);
        };
    }

    private static JsonNode enumValue(RemoteQuery.Variable variable, String text) {
        if (!NAME.matcher(text).matches()) {
            throw refused(text, " is not a valid GraphQL name");
        }
        if (!variable.enumValues().contains(text)) {
            throw refused(text, " is not one of the valid enum values");
        }
        return Json.string(text);
    }

    private static ApiException refused(String text, String why) {
        return new ApiException(ErrorCode.COERCION_ERROR, Path.ROOT, '"' + text + '"' + why);
    }
}
