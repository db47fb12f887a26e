package dev.dovetail.planner;

import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.operation.BoundField;
import dev.dovetail.schema.FieldMeaning;
import java.util.List;
import java.util.Optional;

/**
 * The key under which an interface or union of a remote schema tells which of its types an object has. The client may
 * not have asked for it.
 */
record Discriminator(String key) {
    private static final String TYPE_NAME = "__typename";

    /** Nothing for a field of any other type. */
    static Optional<Discriminator> of(BoundField field) {
        var type = field.definition().type().named().type().get();
        return type instanceof InterfaceType || type instanceof UnionType
                ? Optional.of(of(field.fields()))
                : Optional.empty();
    }

    /** @param fields what is selected within */
    static Discriminator of(List<BoundField> fields) {
        var key = TYPE_NAME;
        while (isTaken(fields, key)) {
            key += "_";
        }
        return new Discriminator(key);
    }

    private static boolean isTaken(List<BoundField> fields, String key) {
        return fields.stream()
                .anyMatch(each -> each.key().equals(key) && !(each.meaning() instanceof FieldMeaning.TypeName));
    }

    String written() {
        return key.equals(TYPE_NAME) ? TYPE_NAME : key + ": " + TYPE_NAME;
    }
}
