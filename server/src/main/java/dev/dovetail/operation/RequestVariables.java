package dev.dovetail.operation;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ValueJson;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.json.Json;
import dev.dovetail.model.NullRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The variables of one request: declared types, and values with the operation's defaults filled in. */
public final class RequestVariables {
    private final Map<String, Declared> declared;
    private final ObjectNode values;

    /** @param value null when neither the request nor a default gives one */
    record Declared(
            TypeSyntax type, boolean hasDefault, @Nullable JsonNode value) {}

    private RequestVariables(Map<String, Declared> declared, ObjectNode values) {
        this.declared = declared;
        this.values = values;
    }

    /** Checks the values given against the declarations and against what the operation uses. */
    static RequestVariables resolve(
            OperationDefinition operation, ObjectNode given, Set<String> used, NullRules nulls) {
        var declared = new LinkedHashMap<String, Declared>();
        var values = Json.object();
        for (var definition : operation.variables()) {
            var name = definition.name();
            var type = definition.type();
            var value = given.get(name);
            if (value == null && definition.defaultValue() != null) {
                value = ValueJson.toJson(definition.defaultValue());
            } else if (value == null && !type.nullable()) {
                throw ApiException.validation(
                        Path.ROOT, "expecting a value for non-nullable variable: \"" + name + "\"");
            } else if (value != null && value.isNull() && !type.nullable() && !nulls.forRequiredVariables()) {
                throw ApiException.validation(Path.ROOT, "null value found for non-nullable type: \"" + type + "\"");
            }
            var hasDefault =
                    definition.defaultValue() != null && !(definition.defaultValue() instanceof Value.NullValue);
            if (declared.put(name, new Declared(type, hasDefault, value)) != null) {
                throw new ApiException(
                        ErrorCode.PARSE_FAILED, Path.ROOT, "multiple definitions for variable \"" + name + "\"");
            }
            if (value != null) {
                values.set(name, value);
            }
        }
        checkUse(declared.keySet(), given, used);
        return new RequestVariables(declared, values);
    }

    private static void checkUse(Set<String> declared, ObjectNode given, Set<String> used) {
        for (var name : used) {
            if (!declared.contains(name)) {
                throw ApiException.validation(Path.ROOT, "unbound variable \"" + name + "\"");
            }
        }
        var unexpected = given.propertyNames().stream()
                .filter(name -> !used.contains(name))
                .toList();
        if (!unexpected.isEmpty()) {
            throw ApiException.validation(
                    Path.ROOT, "unexpected variables in variableValues: " + String.join(", ", unexpected));
        }
    }

    Optional<Declared> declared(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    /** All values, defaults included: what a plan's sources are evaluated against. */
    public ObjectNode values() {
        return values;
    }
}
