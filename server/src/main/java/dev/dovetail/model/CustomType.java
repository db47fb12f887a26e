package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.type.EnumValueDef;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A type that actions use. Types of Postgres appear as {@link Scalar}s. */
public sealed interface CustomType {
    String name();

    record Scalar(String name, @Nullable String description) implements CustomType {}

    record Enum(String name, @Nullable String description, List<EnumValueDef> values) implements CustomType {}

    record InputObject(String name, @Nullable String description, List<Field> fields) implements CustomType {}

    record Object(String name, @Nullable String description, SequencedMap<String, Field> fields)
            implements CustomType {}

    /**
     * Stands for the objects that have it.
     *
     * @param members names of object types
     */
    record Interface(
            String name, @Nullable String description, SequencedMap<String, Field> fields, List<String> members)
            implements CustomType {}

    /** @param members names of object types */
    record Union(String name, @Nullable String description, List<String> members) implements CustomType {}

    record Field(String name, @Nullable String description, TypeSyntax type) {}
}
