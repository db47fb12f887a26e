package dev.dovetail.graphql.ast;

/** A type as it is written: {@code [users!]!}. {@code toString()} gives that text. */
public sealed interface TypeSyntax {

    record Named(String name) implements TypeSyntax {
        @Override
        public String toString() {
            return name;
        }
    }

    record ListOf(TypeSyntax of) implements TypeSyntax {
        @Override
        public String toString() {
            return "[" + of + "]";
        }
    }

    /** Never wraps another {@code NonNull}. */
    record NonNull(TypeSyntax of) implements TypeSyntax {
        public NonNull {
            if (of instanceof NonNull) {
                throw new IllegalArgumentException("a non-null type of a non-null type: " + of);
            }
        }

        @Override
        public String toString() {
            return of + "!";
        }
    }

    default boolean nullable() {
        return !(this instanceof NonNull);
    }

    /** The innermost name. */
    default String typeName() {
        return switch (this) {
            case Named(var name) -> name;
            case ListOf(var of) -> of.typeName();
            case NonNull(var of) -> of.typeName();
        };
    }
}
