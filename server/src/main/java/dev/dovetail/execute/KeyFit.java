package dev.dovetail.execute;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A key in the form that the other side's type wants: an Int column may feed a String argument, a bigint an Int. What
 * does not fit stays, for the other side to refuse.
 */
final class KeyFit {
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

    private static JsonNode number(JsonNode text) {
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text.stringValue()));
        } catch (NumberFormatException _) {
            return text;
        }
    }
}
