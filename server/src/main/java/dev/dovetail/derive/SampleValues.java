package dev.dovetail.derive;

import dev.dovetail.graphql.DocumentPrinter;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.json.Json;
import dev.dovetail.schema.Meaning;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A value for each variable that the schema takes, so that an operation can be bound before anybody calls it. */
final class SampleValues {
    private static final int DEEPEST = 50;

    /** Objects that need several of their kind are twice as many with each level. */
    private static final int MOST = 10_000;

    private final Map<String, NamedType<Meaning>> types;
    private int objects;

    private SampleValues(Map<String, NamedType<Meaning>> types) {
        this.types = types;
    }

    static ObjectNode of(Map<String, NamedType<Meaning>> types, Original original) {
        var samples = new SampleValues(types);
        var values = Json.object();
        var written = DocumentPrinter.print(original.definition().selections());
        for (var variable : original.definition().variables()) {
            var use = Pattern.compile("\\$" + variable.name() + "\\b");
            if (!use.matcher(written).find()) {
                throw new Underivable("the variable \"" + variable.name() + "\" is never used");
            }
            if (variable.defaultValue() == null) {
                values.set(variable.name(), samples.of(variable.type()));
            }
        }
        return values;
    }

    private JsonNode of(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> of(of);
            case TypeSyntax.ListOf _ -> Json.array();
            case TypeSyntax.Named(var name) -> named(name, types.get(name), 0);
        };
    }

    private JsonNode of(TypeUse<Meaning> type, int depth) {
        return switch (type) {
            case TypeUse.NonNull<Meaning>(var of) -> of(of, depth);
            case TypeUse.ListOf<Meaning> _ -> Json.array();
            case TypeUse.Named<Meaning> named ->
                named(named.name(), named.type().get(), depth);
        };
    }

    private JsonNode named(String name, @Nullable NamedType<Meaning> type, int depth) {
        return switch (type) {
            case null -> scalar(name);
            case ScalarType<Meaning> _ -> scalar(name);
            case EnumType<Meaning> values ->
                Json.string(
                        values.values().isEmpty()
                                ? ""
                                : values.values().getFirst().name());
            case InputObjectType<Meaning> object -> object(object, depth);
            case ObjectType<Meaning> _, InterfaceType<Meaning> _, UnionType<Meaning> _ ->
                throw new Underivable("no variable can have the type \"" + name + "\"");
        };
    }

    private JsonNode object(InputObjectType<Meaning> type, int depth) {
        if (++objects > MOST) {
            throw new Underivable("the types of the variables need more than " + MOST
                    + " objects within each other; variables for single values keep them few");
        }
        var object = Json.object();
        if (depth < DEEPEST) {
            type.fields().get().forEach((name, field) -> {
                if (field.required()) {
                    object.set(name, of(field.type(), depth + 1));
                }
            });
        }
        return object;
    }

    private static JsonNode scalar(String name) {
        return switch (name) {
            case "Int", "Float", "smallint", "bigint", "serial", "bigserial", "float8", "numeric" ->
                JsonNodeFactory.instance.numberNode(1);
            case "Boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "uuid" -> Json.string("00000000-0000-0000-0000-000000000000");
            case "date" -> Json.string("2000-01-01");
            case "timestamp", "timestamptz" -> Json.string("2000-01-01T00:00:00Z");
            case "json", "jsonb" -> Json.object();
            case "geometry", "geography" -> Json.read("{\"type\": \"Point\", \"coordinates\": [0, 0]}");
            default -> Json.string("a");
        };
    }
}
