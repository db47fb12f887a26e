package dev.dovetail.name;

import java.util.Comparator;

/**
 * A function with its schema. On the wire either {@code "users"}, meaning schema {@code public}, or {@code {schema,
 * name}}.
 */
public record FunctionName(String schema, String name) implements Comparable<FunctionName> {
    public static final String PUBLIC = "public";

    private static final Comparator<FunctionName> ORDER =
            Comparator.comparing(FunctionName::schema).thenComparing(FunctionName::name);

    public static FunctionName inPublic(String name) {
        return new FunctionName(PUBLIC, name);
    }

    public boolean isPublic() {
        return schema.equals(PUBLIC);
    }

    /** {@code users} in the public schema, {@code schema.users} elsewhere: the form that messages use. */
    public String display() {
        return isPublic() ? name : schema + "." + name;
    }

    /** {@code users} in the public schema, {@code schema_users} elsewhere: the stem of GraphQL names. */
    public String graphqlStem() {
        return isPublic() ? name : schema + "_" + name;
    }

    @Override
    public int compareTo(FunctionName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return display();
    }
}
