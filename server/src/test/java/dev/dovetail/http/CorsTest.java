package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorsTest {
    private static final String DOMAINS =
            "http://*.localhost, http://localhost:3000, https://*.foo.bar.com,https://*.p.com:8080";

    @Test
    void knowsWhoMayCall() {
        check("*", "https://anything.example", true);
        check(DOMAINS, "http://localhost:3000", true);
        check(DOMAINS, "http://localhost", false);
        check(DOMAINS, "https://localhost:3000", false);
        check(DOMAINS, "http://app.localhost", true);
        check(DOMAINS, "http://app.localhost:3000", false);
        check(DOMAINS, "https://foo.bar.com", false);
        check(DOMAINS, "https://app.foo.bar.com", true);
        check(DOMAINS, "https://a.b.foo.bar.com", false);
        check(DOMAINS, "https://evilfoo.bar.com", false);
        check(DOMAINS, "https://app.foo.bar.com.evil.com", false);
        check(DOMAINS, "http://app.foo.bar.com", false);
        check(DOMAINS, "https://x.p.com:8080", true);
        check(DOMAINS, "https://x.p.com", false);
        check(DOMAINS, "null", false);
        check(DOMAINS, "", false);
    }

    @Test
    void refusesDomainsWithoutScheme() {
        for (var wrong : new String[] {"localhost:3000", "", "http://", "https://ok.com,nope"}) {
            assertThatThrownBy(() -> CorsPolicy.parse(wrong)).as(wrong).hasMessageStartingWith("invalid domain: '");
        }
    }

    @Test
    void namedPagesGetCredentialsAndOthersNone() {
        checkAnswer("*", "https://a.example", "https://a.example", null);
        checkAnswer(DOMAINS, "https://app.foo.bar.com", "https://app.foo.bar.com", "true");
        checkAnswer(DOMAINS, "https://a.example", null, null);
        checkAnswer("off", "https://a.example", null, null);
    }

    private static void check(String domains, String origin, boolean allowed) {
        assertThat(CorsPolicy.parse(domains).allows(origin)).as(origin).isEqualTo(allowed);
    }

    private static void checkAnswer(
            String domains, String origin, @Nullable String allowOrigin, @Nullable String credentials) {
        try (var edge = new Edge()) {
            edge.cors = domains.equals("off") ? new CorsPolicy.Disabled() : CorsPolicy.parse(domains);
            edge.start();
            for (var path : new String[] {"/v1/version", "/nowhere"}) {
                var answer = edge.get(path, "Origin", origin).headers();
                assertThat(answer.firstValue("access-control-allow-origin").orElse(null))
                        .isEqualTo(allowOrigin);
                assertThat(answer.firstValue("access-control-allow-credentials").orElse(null))
                        .isEqualTo(credentials);
                assertThat(answer.firstValue("access-control-allow-methods").orElse(null))
                        .isEqualTo(allowOrigin == null ? null : "GET,POST,PUT,PATCH,DELETE,OPTIONS");
            }
            assertThat(edge.get("/v1/version").headers().firstValue("access-control-allow-origin"))
                    .isEmpty();
            var preflight = edge.send(
                    "OPTIONS", "/v1/graphql", "", "Origin", origin, "Access-Control-Request-Headers", "x-hasura-role");
            assertThat(preflight.statusCode()).isEqualTo(allowOrigin == null ? 405 : 204);
            assertThat(preflight
                            .headers()
                            .firstValue("access-control-allow-headers")
                            .orElse(null))
                    .isEqualTo(allowOrigin == null ? null : "x-hasura-role");
        }
    }
}
