package dev.dovetail.graphql;

import dev.dovetail.graphql.type.Schema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Answers {@code __schema} and {@code __type} from a schema. */
public final class Introspection {
    private Introspection() {}

    /** The answer of a {@code __schema} field whose selected fields are given. */
    public static <M> JsonNode schema(Schema<M> schema, List<? extends IntrospectionField> selections) {
        throw new UnsupportedOperationException(schema.toString() + selections);
    }

    /** The answer of a {@code __type(name:)} field; JSON null when there is no such type. */
    public static <M> JsonNode type(Schema<M> schema, String name, List<? extends IntrospectionField> selections) {
        throw new UnsupportedOperationException(schema.toString() + name + selections);
    }
}
