package dev.dovetail.app;

import dev.dovetail.model.Conventions;
import dev.dovetail.model.Naming;
import dev.dovetail.model.NullRules;
import dev.dovetail.model.Openness;
import java.util.List;
import java.util.Set;

/** What the GraphQL schemas look like and how requests are taken. */
record GraphqlOptions(
        boolean stringifyNumbers,
        boolean inferFunctionPermissions,
        boolean remoteSchemaPermissions,
        boolean booleanNullCollapse,
        boolean nullInNonNullableVariables,
        boolean configuredHeadersFirst,
        String namingConvention,
        boolean triesNativeQueries,
        boolean skipsRemoteNulls,
        boolean remoteDataFirst,
        Set<String> experimental) {

    Openness openness() {
        return new Openness(
                !remoteSchemaPermissions,
                inferFunctionPermissions,
                !experimental.contains("hide_update_many_fields"),
                !experimental.contains("hide_aggregation_predicates"),
                !experimental.contains("disable_postgres_arrays"),
                new Conventions(experimental.contains("naming_convention"), Naming.Convention.of(namingConvention)),
                new NullRules(
                        booleanNullCollapse,
                        nullInNonNullableVariables,
                        !experimental.contains("no_null_unbound_variable_default")));
    }

    /** Of the experimental features: those that are served. */
    private static final Set<String> SERVED =
            Set.of("naming_convention", "hide_update_many_fields", "hide_aggregation_predicates");

    /** The experimental features that were asked for and have no effect yet, as the start tells them. */
    List<String> notYet() {
        return experimental.stream()
                .filter(each -> !SERVED.contains(each))
                .sorted()
                .map(each -> EXPERIMENTAL.name() + "=" + each)
                .toList();
    }

    static final Option<Boolean> STRINGIFY = Option.of(
            "stringify-numeric-types",
            "HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES",
            Syntax.SWITCH,
            "false",
            "Answer bigint, numeric and double precision as strings");
    static final Option<Boolean> INFER_FUNCTIONS = Option.of(
            "infer-function-permissions",
            "HASURA_GRAPHQL_INFER_FUNCTION_PERMISSIONS",
            Syntax.SWITCH,
            "true",
            "Whoever may select a table may call the functions that answer its rows");
    static final Option<Boolean> REMOTE_PERMISSIONS = Option.of(
            "enable-remote-schema-permissions",
            "HASURA_GRAPHQL_ENABLE_REMOTE_SCHEMA_PERMISSIONS",
            Syntax.SWITCH,
            "false",
            "Show a role of remote schemas only what it is permitted; else every role sees all of them");
    static final Option<Boolean> NULL_COLLAPSE = Option.of(
            "v1-boolean-null-collapse",
            "HASURA_GRAPHQL_V1_BOOLEAN_NULL_COLLAPSE",
            Syntax.SWITCH,
            "false",
            "Let a comparison with null count as if it were not written, as version 1 did");
    static final Option<Boolean> NULL_VARIABLES = Option.of(
            "null-in-nonnullable-variables",
            "HASURA_GRAPHQL_BACKWARDS_COMPAT_NULL_IN_NONNULLABLE_VARIABLES",
            Syntax.SWITCH,
            "false",
            "Take null for variables that are not nullable, as versions before 2.36 did");
    static final Option<Boolean> HEADER_PRECEDENCE = Option.of(
            "configured-header-precedence",
            "HASURA_GRAPHQL_CONFIGURED_HEADER_PRECEDENCE",
            Syntax.SWITCH,
            "false",
            "Let headers configured in the metadata win over the client's when both go to a webhook");
    static final Option<String> NAMING = Option.of(
            "default-naming-convention",
            "HASURA_GRAPHQL_DEFAULT_NAMING_CONVENTION",
            Syntax.choice("hasura-default", "graphql-default"),
            "hasura-default",
            "Names of sources that choose none: snake_case or camelCase; takes the experimental naming_convention");
    static final Option<Set<String>> EXPERIMENTAL = Option.of(
            "experimental-features",
            "HASURA_GRAPHQL_EXPERIMENTAL_FEATURES",
            Syntax.listOf(
                    "list",
                    "inherited_roles",
                    "optimize_permission_filters",
                    "naming_convention",
                    "streaming_subscriptions",
                    "apollo_federation",
                    "hide_update_many_fields",
                    "bigquery_string_numeric_input",
                    "hide_aggregation_predicates",
                    "hide_stream_fields",
                    "disable_postgres_arrays",
                    "remove_empty_subscription_responses",
                    "no_null_unbound_variable_default"),
            "",
            "Features the reference keeps behind this list");

    static final Option<Boolean> UNTRIED_NATIVE_QUERIES = Option.of(
            "disable-native-query-validation",
            "HASURA_GRAPHQL_DISABLE_NATIVE_QUERY_VALIDATION",
            Syntax.SWITCH,
            "false",
            "Take native queries without asking Postgres what it thinks of them");

    static final Option<Boolean> REMOTE_NULLS = switchRow(
            "remote-schema-skip-nulls",
            "HASURA_GRAPHQL_REMOTE_SCHEMA_SKIP_NULLS",
            "Leave arguments that are null out of requests to remote schemas");
    static final Option<Boolean> REMOTE_DATA = switchRow(
            "remote-schema-prioritize-data",
            "HASURA_GRAPHQL_REMOTE_SCHEMA_PRIORITIZE_DATA",
            "Answer a remote schema's data although it also answered errors");

    static final OptionGroup GROUP = new OptionGroup(
            "GraphQL",
            List.of(
                    STRINGIFY,
                    INFER_FUNCTIONS,
                    REMOTE_PERMISSIONS,
                    NULL_COLLAPSE,
                    NULL_VARIABLES,
                    HEADER_PRECEDENCE,
                    NAMING,
                    EXPERIMENTAL,
                    switchRow(
                                    "enable-allowlist",
                                    "HASURA_GRAPHQL_ENABLE_ALLOWLIST",
                                    "Run only operations that are on the allow list")
                            .notYet(),
                    switchRow(
                                    "enable-apollo-federation",
                                    "HASURA_GRAPHQL_ENABLE_APOLLO_FEDERATION",
                                    "Be a subgraph of an Apollo gateway")
                            .notYet(),
                    REMOTE_NULLS,
                    REMOTE_DATA,
                    UNTRIED_NATIVE_QUERIES,
                    switchRow(
                                    "enable-persisted-queries",
                                    "HASURA_GRAPHQL_ENABLE_PERSISTED_QUERIES",
                                    "Remember queries by their hash")
                            .notYet(),
                    Option.of(
                                    "persisted-queries-ttl",
                                    "HASURA_GRAPHQL_PERSISTED_QUERIES_TTL",
                                    Syntax.atLeast(0, "seconds"),
                                    "5",
                                    "How long they are remembered")
                            .notYet(),
                    Option.of(
                                    "metadata-defaults",
                                    "HASURA_GRAPHQL_METADATA_DEFAULTS",
                                    Syntax.JSON,
                                    "",
                                    "Metadata that are there before any are written")
                            .notYet(),
                    Option.of(
                                    "query-plan-cache-size",
                                    "HASURA_GRAPHQL_QUERY_PLAN_CACHE_SIZE",
                                    Syntax.atLeast(0, "number"),
                                    "4000",
                                    "Plans that are kept; Dovetail counts their bytes instead")
                            .ignored(),
                    switchRow(
                                    "bigquery_string_numeric_input",
                                    "HASURA_GRAPHQL_BIGQUERY_STRING_NUMERIC_INPUT",
                                    "For BigQuery, which Dovetail does not serve")
                            .ignored()));

    private static Option<Boolean> switchRow(String flag, String env, String help) {
        return Option.of(flag, env, Syntax.SWITCH, "false", help);
    }

    static GraphqlOptions of(Settings settings) {
        var experimental = settings.find(EXPERIMENTAL);
        return new GraphqlOptions(
                settings.get(STRINGIFY),
                settings.get(INFER_FUNCTIONS),
                settings.get(REMOTE_PERMISSIONS),
                settings.get(NULL_COLLAPSE),
                settings.get(NULL_VARIABLES),
                settings.get(HEADER_PRECEDENCE),
                settings.get(NAMING),
                !settings.get(UNTRIED_NATIVE_QUERIES),
                settings.get(REMOTE_NULLS),
                settings.get(REMOTE_DATA),
                experimental == null ? Set.of() : experimental);
    }
}
