package dev.dovetail.app;

import dev.dovetail.auth.AuthMode;
import dev.dovetail.auth.SecretDigest;
import dev.dovetail.json.Json;
import dev.dovetail.name.RoleName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Who gets in. */
record AuthOptions(AuthMode mode, boolean preserve401) {

    static final Option<String> ADMIN_SECRET = Option.of(
                    "admin-secret",
                    "HASURA_GRAPHQL_ADMIN_SECRET",
                    Syntax.TEXT,
                    "",
                    "The administrator's secret; without one everybody is administrator")
            .alsoEnv("HASURA_GRAPHQL_ACCESS_KEY");
    static final Option<String> ACCESS_KEY =
            Option.onlyFlag("access-key", Syntax.TEXT, "The old name of --admin-secret");
    static final Option<String> ADMIN_SECRETS = Option.of(
            "admin-secrets",
            "HASURA_GRAPHQL_ADMIN_SECRETS",
            Syntax.JSON,
            "",
            "Several secrets, any of which is accepted: [\"one\", \"two\"]");
    static final Option<String> UNAUTHORIZED_ROLE = Option.of(
            "unauthorized-role",
            "HASURA_GRAPHQL_UNAUTHORIZED_ROLE",
            Syntax.TEXT,
            "",
            "Role of requests that bring no secret; without it they are refused");
    static final Option<Boolean> PRESERVE_401 = Option.of(
            "preserve-401-errors",
            "HASURA_GRAPHQL_PRESERVE_401_ERRORS",
            Syntax.SWITCH,
            "false",
            "Let the GraphQL endpoint tell a failed authentication by status 401 instead of 200");
    static final Option<String> JWT = Option.of(
                    "jwt-secret",
                    "HASURA_GRAPHQL_JWT_SECRET",
                    Syntax.JSON,
                    "",
                    "How JSON web tokens are verified: {\"type\": \"HS256\", \"key\": \"…\"}")
            .notYet();
    static final Option<String> JWTS = Option.of(
                    "jwt-secrets", "HASURA_GRAPHQL_JWT_SECRETS", Syntax.JSON, "", "Several of them, as a list")
            .notYet();
    static final Option<String> HOOK = Option.of(
                    "auth-hook", "HASURA_GRAPHQL_AUTH_HOOK", Syntax.URL, "", "Webhook that authenticates requests")
            .notYet();

    static final OptionGroup GROUP = new OptionGroup(
            "Authentication",
            List.of(
                    ADMIN_SECRET,
                    ACCESS_KEY,
                    ADMIN_SECRETS,
                    UNAUTHORIZED_ROLE,
                    PRESERVE_401,
                    JWT,
                    JWTS,
                    HOOK,
                    Option.of(
                                    "auth-hook-mode",
                                    "HASURA_GRAPHQL_AUTH_HOOK_MODE",
                                    Syntax.choice("GET", "POST"),
                                    "GET",
                                    "HTTP method of the webhook")
                            .alsoEnv("HASURA_GRAPHQL_AUTH_HOOK_TYPE")
                            .notYet(),
                    Option.of(
                                    "auth-hook-send-request-body",
                                    "HASURA_GRAPHQL_AUTH_HOOK_SEND_REQUEST_BODY",
                                    Syntax.SWITCH,
                                    "true",
                                    "Send the request to a webhook with method POST")
                            .notYet(),
                    Option.of("sso-providers", "HASURA_GRAPHQL_SSO_PROVIDERS", Syntax.JSON, "", "Single sign-on")
                            .notYet(),
                    Option.onlyEnv(
                                    "HASURA_GRAPHQL_DYNAMIC_SECRETS_ALLOWED_PATH_PREFIX",
                                    Syntax.TEXT,
                                    "",
                                    "Where files with secrets may lie")
                            .notYet()));

    static AuthOptions of(Settings settings) {
        var secrets = secrets(settings);
        var unauthorized = settings.find(UNAUTHORIZED_ROLE);
        if (!secrets.isEmpty()) {
            var role = unauthorized == null ? null : new RoleName(unauthorized);
            return new AuthOptions(new AuthMode.AdminSecret(secrets, role), settings.get(PRESERVE_401));
        }
        for (var option : List.of(UNAUTHORIZED_ROLE, JWT, JWTS, HOOK)) {
            if (settings.isSet(option)) {
                throw new UsageException(option.name() + " (" + option.env()
                        + ") requires --admin-secret (HASURA_GRAPHQL_ADMIN_SECRET) to be set");
            }
        }
        return new AuthOptions(new AuthMode.Open(), settings.get(PRESERVE_401));
    }

    /** As digests at once: nothing else keeps the secrets themselves. */
    private static List<SecretDigest> secrets(Settings settings) {
        var secrets = new ArrayList<SecretDigest>();
        add(secrets, settings.find(ADMIN_SECRET));
        add(secrets, settings.find(ACCESS_KEY));
        var list = settings.find(ADMIN_SECRETS);
        if (list != null) {
            parse(list).forEach(secret -> add(secrets, secret));
        }
        return secrets;
    }

    private static void add(List<SecretDigest> secrets, @Nullable String secret) {
        if (secret == null) {
            return;
        }
        if (secret.isEmpty()) {
            throw new UsageException("an admin secret is empty");
        }
        secrets.add(SecretDigest.of(secret));
    }

    private static List<String> parse(String json) {
        try {
            var list = Json.read(json);
            if (list.isArray()) {
                return list.valueStream().map(secret -> secret.asString("")).toList();
            }
        } catch (JacksonException e) {
            // told below, without the text: it holds secrets
        }
        throw new UsageException(ADMIN_SECRETS.name() + ": expecting a JSON list of strings");
    }
}
