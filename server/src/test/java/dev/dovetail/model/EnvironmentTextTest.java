package dev.dovetail.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.metadata.HeaderConf;
import dev.dovetail.metadata.UrlConf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** LIM-08: metadata read the environment, but not the engine's secrets in it. */
class EnvironmentTextTest {
    private static final EnvironmentText TEXT = new EnvironmentText(Map.of(
            "BASE", "http://handlers",
            "HASURA_GRAPHQL_ACTIONS_BASE", "http://actions",
            "HASURA_GRAPHQL_ADMIN_SECRET", "canary",
            "HASURA_GRAPHQL_ADMIN_SECRETS", "canary",
            "HASURA_GRAPHQL_ACCESS_KEY", "canary",
            "HASURA_GRAPHQL_JWT_SECRETS", "canary",
            "HASURA_GRAPHQL_METADATA_DATABASE_URL", "canary",
            "HASURA_GRAPHQL_DATABASE_URL", "canary")::get);

    @Test
    void variablesAreFilledIn() {
        assertThat(TEXT.render("{{BASE}}/x/{{ BASE }}")).isEqualTo("http://handlers/x/http://handlers");
        assertThat(TEXT.render("{{HASURA_GRAPHQL_ACTIONS_BASE}}/x")).isEqualTo("http://actions/x");
        assertThat(TEXT.url(new UrlConf.FromEnv("BASE"))).isEqualTo("http://handlers");
    }

    @Test
    void secretsOfTheEngineAreNot() {
        for (var name : List.of(
                "HASURA_GRAPHQL_ADMIN_SECRET",
                "HASURA_GRAPHQL_ADMIN_SECRETS",
                "HASURA_GRAPHQL_ACCESS_KEY",
                "HASURA_GRAPHQL_JWT_SECRETS",
                "HASURA_GRAPHQL_METADATA_DATABASE_URL",
                "HASURA_GRAPHQL_DATABASE_URL")) {
            check(name, () -> TEXT.render("http://h/{{" + name + "}}"));
            check(name, () -> TEXT.url(new UrlConf.FromEnv(name)));
            check(name, () -> TEXT.headers(List.of(new HeaderConf.Value("X", "{{" + name + "}}"))));
            check(name, () -> TEXT.headers(List.of(new HeaderConf.FromEnv("X", name))));
        }
    }

    private static void check(String variable, Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        Unresolvable.class,
                        e -> assertThat(e.reason()).isEqualTo("environment variable '" + variable + "' not set"));
    }
}
