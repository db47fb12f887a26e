package dev.dovetail.model;

import dev.dovetail.metadata.SourceCustomization;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a source names what it shows. Every name a source yields goes through here: fields and arguments of the product
 * ({@link #field}), types of tables and functions ({@link #type}), types that only follow the convention
 * ({@link #plainType}), root fields ({@link #root}) and enum values ({@link #enumValue}). Names a user chose are kept
 * as written; only what is put around them follows.
 *
 * @param namespace the root field under which the source's root fields stand; null for none
 */
public record Naming(Convention convention, @Nullable String namespace, Affixes roots, Affixes types) {
    /** Nothing customized: as the reference names things when nobody asks for anything else. */
    public static final Naming PLAIN = new Naming(Convention.HASURA_DEFAULT, null, Affixes.NONE, Affixes.NONE);

    /** How parts of a name are put together. */
    public enum Convention {
        /** {@code snake_case} everywhere, enum values as they are. */
        HASURA_DEFAULT("hasura-default"),
        /** {@code camelCase} fields, {@code PascalCase} types, {@code UPPER_CASE} enum values. */
        GRAPHQL_DEFAULT("graphql-default");

        private final String wire;

        Convention(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        public static Convention of(String wire) {
            return wire.equals(GRAPHQL_DEFAULT.wire) ? GRAPHQL_DEFAULT : HASURA_DEFAULT;
        }
    }

    /** What stands before and after a name. */
    public record Affixes(@Nullable String prefix, @Nullable String suffix) {
        static final Affixes NONE = new Affixes(null, null);
    }

    static Naming of(SourceCustomization customization, Conventions conventions) {
        var own = customization.namingConvention();
        var convention = !conventions.followed()
                ? Convention.HASURA_DEFAULT
                : own == null ? conventions.usual() : Convention.of(own);
        return new Naming(
                convention,
                customization.rootNamespace(),
                new Affixes(customization.rootPrefix(), customization.rootSuffix()),
                new Affixes(customization.typePrefix(), customization.typeSuffix()));
    }

    /** A field or argument of the product, written in snake case: {@code order_by} or {@code orderBy}. */
    public String field(String snake) {
        return field(NameParts.of(snake));
    }

    public String field(NameParts parts) {
        return switch (convention) {
            case HASURA_DEFAULT -> parts.snake();
            case GRAPHQL_DEFAULT -> parts.camel();
        };
    }

    /** A type of this source: the convention, then prefix and suffix. */
    public String type(NameParts parts) {
        return customizedType(plainType(parts));
    }

    /** A type that sources of one convention share: {@code order_by}, {@code Int_comparison_exp}. */
    public String plainType(String snake) {
        return plainType(NameParts.of(snake));
    }

    public String plainType(NameParts parts) {
        return switch (convention) {
            case HASURA_DEFAULT -> parts.snake();
            case GRAPHQL_DEFAULT -> parts.pascal();
        };
    }

    /** Prefix and suffix for a type's name that is otherwise complete. */
    public String customizedType(String name) {
        return affixed(types, name);
    }

    /** Prefix and suffix for a root field's name that is otherwise complete; custom names get them, too. */
    public String root(String name) {
        return affixed(roots, name);
    }

    public String enumValue(String value) {
        return capitalizesEnums() ? value.toUpperCase(Locale.ROOT) : value;
    }

    public boolean capitalizesEnums() {
        return switch (convention) {
            case HASURA_DEFAULT -> false;
            case GRAPHQL_DEFAULT -> true;
        };
    }

    /** The field of an array relationship's aggregates, beside that of its rows. */
    public String aggregateField(String relationship) {
        return field(relationship + "_aggregate");
    }

    /** Its name in {@code order_by}: there only the ending follows the convention, as in the reference. */
    public String aggregateOrder(String relationship) {
        return field(new NameParts(relationship, false).then("aggregate"));
    }

    /** Its name in filters: as in {@code order_by}, but for a capital at the start. */
    public String aggregateFilter(String relationship) {
        return field(NameParts.custom(relationship).then("aggregate"));
    }

    private String affixed(Affixes affixes, String name) {
        var before = affixes.prefix() == null ? "" : affixes.prefix();
        var after = affixes.suffix() == null ? "" : affixes.suffix();
        return switch (convention) {
            case HASURA_DEFAULT -> before + name + after;
            case GRAPHQL_DEFAULT ->
                before + (before.isEmpty() ? name : NameParts.capital(name)) + NameParts.capital(after);
        };
    }
}
