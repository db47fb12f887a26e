package dev.dovetail.graphql;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.NoMeaning;
import dev.dovetail.graphql.type.Schema;
import dev.dovetail.graphql.type.TypeUse;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Answers {@code __schema} and {@code __type} from a schema. Throws {@link ApiException} ({@code validation-failed})
 * for an answer of more than {@value #VALUES_MAX} values: types refer to each other in circles, so a short query can
 * ask for an endless answer.
 */
public final class Introspection {
    static final int VALUES_MAX = 10_000_000;

    private Introspection() {}

    /** The answer of a {@code __schema} field whose selected fields are given. */
    public static <M> JsonNode schema(Schema<M> schema, List<? extends IntrospectionField> selections) {
        return new SchemaAnswer(schema, types(schema)).schema(selections).json();
    }

    /** The answer of a {@code __type(name:)} field; JSON null when there is no such type. */
    public static <M> JsonNode type(Schema<M> schema, String name, List<? extends IntrospectionField> selections) {
        var type = types(schema).get(name);
        return type == null
                ? JsonNodeFactory.instance.nullNode()
                : new TypeAnswer().named(type, selections).json();
    }

    /**
     * Sorted by name, as the reference lists them: the schema's, introspection's own, and those that directives use.
     */
    private static SortedMap<String, NamedType<?>> types(Schema<?> schema) {
        var types = new TreeMap<String, NamedType<?>>(schema.types());
        IntrospectionTypes.of(NoMeaning.NONE).types().forEach(types::putIfAbsent);
        for (var directive : schema.directives()) {
            for (var argument : directive.arguments()) {
                TypeUse.Named<NoMeaning> use = argument.type().named();
                types.computeIfAbsent(use.name(), _ -> use.type().get());
            }
        }
        return Collections.unmodifiableSortedMap(types);
    }
}
