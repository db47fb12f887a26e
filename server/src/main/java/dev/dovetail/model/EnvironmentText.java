package dev.dovetail.model;

import dev.dovetail.metadata.HeaderConf;
import dev.dovetail.metadata.UrlConf;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks up what the metadata takes from the environment. The engine's own settings are no business of the metadata. */
public final class EnvironmentText {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");

    /**
     * Settings of the engine that are secrets, and what begins like them. The reference refuses all its variables for
     * headers, and none in addresses; names that begin so are in use there for what is no secret.
     */
    private static final List<String> OWN_SECRETS = List.of(
            "HASURA_GRAPHQL_ADMIN_SECRET",
            "HASURA_GRAPHQL_ACCESS_KEY",
            "HASURA_GRAPHQL_JWT_SECRET",
            "HASURA_GRAPHQL_DATABASE_URL",
            "HASURA_GRAPHQL_METADATA_DATABASE_URL",
            "HASURA_GRAPHQL_READ_REPLICA_URLS",
            "HASURA_GRAPHQL_REDIS_URL",
            "HASURA_GRAPHQL_RATE_LIMIT_REDIS_URL",
            "HASURA_GRAPHQL_EE_LICENSE_KEY");

    private final Function<String, @Nullable String> environment;

    public EnvironmentText(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** Replaces every {@code {{NAME}}}. */
    String render(String template) {
        return REFERENCE.matcher(template).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    /** Throws {@link Unresolvable} when a variable is not set, as {@link #headers} does. */
    public String url(UrlConf url) {
        return switch (url) {
            case UrlConf.Literal(var template) -> render(template);
            case UrlConf.FromEnv(var variable) -> value(variable);
        };
    }

    public List<OutboundHeader> headers(List<HeaderConf> headers) {
        return headers.stream()
                .map(header -> switch (header) {
                    case HeaderConf.Value(var name, var template) -> new OutboundHeader(name, render(template));
                    case HeaderConf.FromEnv(var name, var variable) -> new OutboundHeader(name, value(variable));
                })
                .toList();
    }

    private String value(String variable) {
        var value = OWN_SECRETS.stream().anyMatch(variable::startsWith) ? null : environment.apply(variable);
        if (value == null) {
            throw new Unresolvable("environment variable '" + variable + "' not set");
        }
        return value;
    }
}
