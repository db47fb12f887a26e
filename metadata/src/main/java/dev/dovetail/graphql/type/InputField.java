package dev.dovetail.graphql.type;

import dev.dovetail.graphql.ast.Value;
import org.jspecify.annotations.Nullable;

/** An argument of a field, or a field of an input object. The default value holds no variable. */
public record InputField<M>(
        String name,
        @Nullable String description,
        TypeUse<M> type,
        @Nullable Value defaultValue,
        M meaning) {

    /** Whether a request has to give it. */
    public boolean required() {
        return !type.nullable() && defaultValue == null;
    }
}
