package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.Scalars;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A key in the form that the other side's type wants: an Int column may feed a String argument, a bigint an Int. What
 * does not fit stays, for the other side to refuse.
 */
final class KeyFit {
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private KeyFit() {}

    /** Of a list its elements. */
    static JsonNode of(TypeSyntax type, JsonNode key) {
        if (key.isArray()) {
            var list = Json.array();
            key.forEach(each -> list.add(of(type, each)));
            return list;
        }
        return switch (type.typeName()) {
            case "String", "ID" -> key.isNumber() || key.isBoolean() ? Json.string(JsonText.of(key)) : key;
            case "Int", "Float" -> key.isString() ? number(key) : key;
            default -> key;
        };
    }

    /**
     * Throws {@link ApiException} when it is none of the type, as far as that is known here. Of numbers the bounds are
     * not: there are servers whose Int has 64 bits.
     */
    static void check(TypeSyntax type, JsonNode key) {
        if (key.isArray()) {
            key.forEach(each -> check(type, each));
        } else if (!key.isNumber() || !takesNumber(type.typeName(), key)) {
            checkBounds(type, key);
        }
    }

    /** As {@link #check}, also when it is beyond what GraphQL's own scalars hold. */
    static void checkBounds(TypeSyntax type, JsonNode key) {
        if (key.isArray()) {
            key.forEach(each -> checkBounds(type, each));
        } else if (BUILT_IN.contains(type.typeName()) && !key.isNull()) {
            Scalars.coerce(type.typeName(), key, Path.ROOT);
        }
    }

    private static boolean takesNumber(String scalar, JsonNode number) {
        return switch (scalar) {
            case "Float" -> true;
            case "Int" ->
                number.isIntegralNumber()
                        || number.decimalValue().stripTrailingZeros().scale() <= 0;
            default -> false;
        };
    }

    private static JsonNode number(JsonNode text) {
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text.stringValue()));
        } catch (NumberFormatException _) {
            return text;
        }
    }
}
