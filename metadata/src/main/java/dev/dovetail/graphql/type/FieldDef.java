package dev.dovetail.graphql.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A field of an object or interface. {@code deprecation} is the reason, absent when the field is not deprecated. */
public record FieldDef<M>(
        String name,
        @Nullable String description,
        SequencedMap<String, InputField<M>> arguments,
        TypeUse<M> type,
        M meaning,
        @Nullable String deprecation) {
    public FieldDef {
        arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
    }
}
