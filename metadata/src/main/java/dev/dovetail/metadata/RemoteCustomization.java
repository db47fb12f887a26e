package dev.dovetail.metadata;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the types and fields of a remote schema are called here instead.
 *
 * @param rootFieldsNamespace the field under which its root fields stand; null: they stand beside all others
 * @param typeNames null: types keep their names
 */
public record RemoteCustomization(
        @Nullable String rootFieldsNamespace, @Nullable Renaming typeNames, List<FieldNames> fieldNames) {
    public RemoteCustomization {
        fieldNames = List.copyOf(fieldNames);
    }

    /**
     * @param prefix null for none, as the suffix
     * @param mapping goes before prefix and suffix
     */
    public record Renaming(
            @Nullable String prefix, @Nullable String suffix, SequencedMap<String, String> mapping) {
        public String apply(String name) {
            return (prefix == null ? "" : prefix) + name + (suffix == null ? "" : suffix);
        }
    }

    /** @param parentType an object or interface, by the name the remote gives it */
    public record FieldNames(String parentType, Renaming renaming) {}
}
