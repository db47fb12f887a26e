package dev.dovetail.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer from outside must look like and how it is told to the client: names, types, nullability. Fields that
 * are not in the shape are dropped.
 */
public sealed interface Shape {
    boolean nullable();

    /**
     * A leaf.
     *
     * @param type the GraphQL scalar; {@code Int}, {@code Float}, {@code String}, {@code Boolean}, {@code ID} are
     *     checked and coerced, others are taken as they come
     */
    record Leaf(String type, boolean nullable) implements Shape {}

    record EnumLeaf(String type, Set<String> values, boolean nullable) implements Shape {}

    record ListOf(Shape of, boolean nullable) implements Shape {}

    /** @param type the GraphQL type's name */
    record ObjectShape(String type, List<Field> fields, boolean nullable) implements Shape {
        public ObjectShape {
            fields = List.copyOf(fields);
        }
    }

    /**
     * An interface or union of an action: {@code __typename} in the answer tells which of the objects it is.
     *
     * @param members by the names of their types
     */
    record OneOf(String type, SequencedMap<String, ObjectShape> members, boolean nullable) implements Shape {}

    /**
     * An interface or union of a remote schema.
     *
     * @param type its name here; objects of types that the role must not see are called by it
     * @param key under which the remote tells the type of an object
     * @param seen the types, by their names here, that the role may be told; null for any, such as the remote may have
     *     gained since it was asked for its schema
     * @param members what was asked of some types in particular, by their names here
     * @param common what was asked of all of them
     */
    record AnyOf(
            String type,
            String key,
            @Nullable Set<String> seen,
            SequencedMap<String, List<Field>> members,
            List<Field> common,
            boolean nullable)
            implements Shape {
        public AnyOf {
            seen = seen == null ? null : Set.copyOf(seen);
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
            common = List.copyOf(common);
        }
    }

    /** Told as it came. */
    record Verbatim(boolean nullable) implements Shape {}

    /** A field of an object, in the order of the client's answer. */
    sealed interface Field {
        String key();

        /** @param name the field's name in the answer from outside */
        record Taken(String key, String name, Shape shape) implements Field {}

        /** {@code __typename}. */
        record TypeName(String key) implements Field {}

        /** Must be there, though nobody asked for it; not told to the client. */
        record Present(String name) implements Field {
            @Override
            public String key() {
                return name;
            }
        }

        /** Null for now; a join will put its result here. */
        record Joined(String key) implements Field {}
    }
}
