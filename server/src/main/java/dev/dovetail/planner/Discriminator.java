package dev.dovetail.planner;

import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.operation.BoundField;
import dev.dovetail.schema.FieldMeaning;
import java.util.List;

/**
 * The key under which the interfaces and unions of a remote schema tell which of their types an object has. The client
 * may not have asked for it, and may have given the name to something else. It is one for all that a request asks for:
 * where fields are merged later, two could not stand side by side.
 */
record Discriminator(String key) {
    private static final String TYPE_NAME = "__typename";

    /** Whether the field answers objects of several types. */
    static boolean isNeeded(BoundField field) {
        var type = field.definition().type().named().type().get();
        return type instanceof InterfaceType || type instanceof UnionType;
    }

    /** @param fields all that one request asks for */
    static Discriminator of(List<BoundField> fields) {
        var key = TYPE_NAME;
        while (isTaken(fields, key)) {
            key += "_";
        }
        return new Discriminator(key);
    }

    private static boolean isTaken(List<BoundField> fields, String key) {
        return fields.stream()
                .anyMatch(each -> each.key().equals(key) && !(each.meaning() instanceof FieldMeaning.TypeName)
                        || isTaken(each.fields(), key));
    }

    String written() {
        return key.equals(TYPE_NAME) ? TYPE_NAME : key + ": " + TYPE_NAME;
    }
}
