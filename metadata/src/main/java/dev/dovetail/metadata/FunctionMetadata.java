package dev.dovetail.metadata;

import dev.dovetail.name.FunctionName;
import dev.dovetail.name.RoleName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tracked function.
 *
 * @param permissions the roles that may call it
 */
public record FunctionMetadata(
        FunctionName function,
        Configuration configuration,
        List<RoleName> permissions,
        @Nullable String comment) {
    public FunctionMetadata {
        permissions = List.copyOf(permissions);
    }

    /**
     * @param customRootFields by {@code function} and {@code function_aggregate}
     * @param exposedAs {@code query}, {@code mutation} or null: by the function's volatility
     * @param response raw: a table or logical model that the function answers
     */
    public record Configuration(
            @Nullable String customName,
            SequencedMap<String, String> customRootFields,
            @Nullable String sessionArgument,
            @Nullable String exposedAs,
            @Nullable JsonNode response) {
        public Configuration {
            customRootFields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(customRootFields));
        }

        public static Configuration none() {
            return new Configuration(null, new LinkedHashMap<>(), null, null, null);
        }
    }
}
