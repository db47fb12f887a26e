package dev.dovetail.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an action takes, answers and calls.
 *
 * @param kind of a query always synchronous
 * @param outputType GraphQL type syntax, for example {@code [UserOutput!]!}
 * @param handler a web address that may hold {@code {{VARIABLE}}}
 * @param ignoredClientHeaders null: the usual list
 * @param timeout in seconds; null: 30
 * @param maximumAge in seconds: an asynchronous call that has waited longer is not made any more; null: no limit
 * @param checkScalars whether scalars of Postgres are checked in what is sent and answered, beyond the reference
 */
public record ActionDefinition(
        ActionType type,
        ActionKind kind,
        List<ActionArgument> arguments,
        String outputType,
        String handler,
        List<HeaderConf> headers,
        boolean forwardClientHeaders,
        @Nullable List<String> ignoredClientHeaders,
        @Nullable Integer timeout,
        @Nullable Integer maximumAge,
        boolean checkScalars,
        @Nullable RequestTransformConf requestTransform,
        @Nullable ResponseTransformConf responseTransform,
        ObjectNode rest) {

    public ActionDefinition {
        arguments = List.copyOf(arguments);
        headers = List.copyOf(headers);
    }

    public enum ActionType {
        QUERY,
        MUTATION
    }

    public enum ActionKind {
        SYNCHRONOUS,
        ASYNCHRONOUS
    }

    /** @param type GraphQL type syntax */
    public record ActionArgument(
            String name, String type, @Nullable String description) {}
}
