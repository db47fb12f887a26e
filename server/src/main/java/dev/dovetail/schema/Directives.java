package dev.dovetail.schema;

import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.type.DirectiveDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.NoMeaning;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import java.math.BigInteger;
import java.util.List;

/** The directives every role may use in a document. */
public final class Directives {
    private static final List<String> ON_SELECTIONS = List.of("FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT");

    public static final List<DirectiveDef> ALL = List.of(
            new DirectiveDef(
                    "cached",
                    "whether this query should be cached (Hasura Cloud only)",
                    List.of("QUERY"),
                    List.of(
                            argument("refresh", "refresh the cache entry", "Boolean", new Value.BooleanValue(false)),
                            argument("ttl", "measured in seconds", "Int", new Value.IntValue(BigInteger.valueOf(60))))),
            new DirectiveDef("include", "whether this query should be included", ON_SELECTIONS, List.of(condition())),
            new DirectiveDef("skip", "whether this query should be skipped", ON_SELECTIONS, List.of(condition())));

    private Directives() {}

    private static InputField<NoMeaning> condition() {
        return new InputField<>("if", null, required("Boolean"), null, NoMeaning.NONE);
    }

    private static InputField<NoMeaning> argument(String name, String description, String type, Value defaultValue) {
        return new InputField<>(name, description, required(type), defaultValue, NoMeaning.NONE);
    }

    private static TypeUse<NoMeaning> required(String scalar) {
        return new TypeUse.NonNull<>(TypeUse.Named.of(new ScalarType<>(scalar, null)));
    }
}
