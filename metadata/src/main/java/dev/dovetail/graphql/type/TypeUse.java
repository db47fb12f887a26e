package dev.dovetail.graphql.type;

/** A use of a type: {@code [users!]!}. The type itself is looked at only when asked for. */
public sealed interface TypeUse<M> {

    record Named<M>(String name, Lazy<NamedType<M>> type) implements TypeUse<M> {
        public static <M> Named<M> of(NamedType<M> type) {
            return new Named<>(type.name(), Lazy.ready(type));
        }

        @Override
        public String toString() {
            return print();
        }
    }

    record ListOf<M>(TypeUse<M> of) implements TypeUse<M> {
        @Override
        public String toString() {
            return print();
        }
    }

    /** Never wraps another {@code NonNull}. */
    record NonNull<M>(TypeUse<M> of) implements TypeUse<M> {
        public NonNull {
            if (of instanceof NonNull) {
                throw new IllegalArgumentException("a non-null type of a non-null type: " + of.print());
            }
        }

        @Override
        public String toString() {
            return print();
        }
    }

    default boolean nullable() {
        return !(this instanceof NonNull);
    }

    /** Without the outer {@code NonNull}. */
    default TypeUse<M> unwrapped() {
        return this instanceof NonNull<M>(var of) ? of : this;
    }

    /** The innermost type. */
    default Named<M> named() {
        return switch (this) {
            case Named<M> named -> named;
            case ListOf<M>(var of) -> of.named();
            case NonNull<M>(var of) -> of.named();
        };
    }

    /** The text as it stands in a schema: {@code [users!]!}. */
    default String print() {
        return switch (this) {
            case Named<M>(var name, var _) -> name;
            case ListOf<M>(var of) -> "[" + of.print() + "]";
            case NonNull<M>(var of) -> of.print() + "!";
        };
    }
}
