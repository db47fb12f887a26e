package dev.dovetail.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.name.RoleName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Every mode against every way to ask. */
class AuthenticatorTest {
    private static final AuthMode OPEN = new AuthMode.Open();
    private static final AuthMode SECRET = new AuthMode.AdminSecret(List.of(SecretDigest.of("s3cret")), null);
    private static final AuthMode ANONYMOUS =
            new AuthMode.AdminSecret(List.of(SecretDigest.of("s3cret")), new RoleName("anonymous"));
    private static final AuthMode TWO_SECRETS =
            new AuthMode.AdminSecret(List.of(SecretDigest.of("old"), SecretDigest.of("new")), null);

    private static final String MISSING =
            "access-denied: x-hasura-admin-secret/x-hasura-access-key required, but not found";
    private static final String WRONG = "access-denied: invalid \"x-hasura-admin-secret\"/\"x-hasura-access-key\"";

    @Test
    void aServerWithoutASecretBelievesEverybody() {
        check(OPEN, List.of(), "admin {x-hasura-role=admin}");
        check(OPEN, List.of("x-hasura-role: user"), "user {x-hasura-role=user}");
        check(OPEN, List.of("x-hasura-role: "), "admin {x-hasura-role=admin}");
        check(
                OPEN,
                List.of("x-hasura-user-id: 7", "x-hasura-role: user", "authorization: x"),
                "user {x-hasura-role=user, x-hasura-user-id=7}");
        check(OPEN, List.of("x-hasura-admin-secret: whatever"), "admin {x-hasura-role=admin}");
    }

    @Test
    void theSecretOpensEveryRole() {
        for (var mode : List.of(SECRET, ANONYMOUS)) {
            check(mode, List.of("x-hasura-admin-secret: s3cret"), "admin {x-hasura-role=admin}");
            check(mode, List.of("x-hasura-access-key: s3cret"), "admin {x-hasura-role=admin}");
            check(
                    mode,
                    List.of("x-hasura-admin-secret: s3cret", "x-hasura-role: user", "x-hasura-user-id: 7"),
                    "user {x-hasura-role=user, x-hasura-user-id=7}");
        }
        check(TWO_SECRETS, List.of("x-hasura-admin-secret: old"), "admin {x-hasura-role=admin}");
        check(TWO_SECRETS, List.of("x-hasura-admin-secret: new"), "admin {x-hasura-role=admin}");
    }

    @Test
    void aWrongSecretOpensNothing() {
        for (var mode : List.of(SECRET, ANONYMOUS, TWO_SECRETS)) {
            check(mode, List.of("x-hasura-admin-secret: wrong"), WRONG);
            check(mode, List.of("x-hasura-access-key: wrong"), WRONG);
            check(mode, List.of("x-hasura-admin-secret: "), WRONG);
            check(mode, List.of("x-hasura-admin-secret: s3cre"), WRONG);
            check(mode, List.of("x-hasura-admin-secret: S3CRET"), WRONG);
            check(mode, List.of("x-hasura-admin-secret: wrong", "x-hasura-access-key: s3cret"), WRONG);
        }
    }

    @Test
    void withoutASecretOneIsNobodyOrTheUnauthorizedRole() {
        check(SECRET, List.of(), MISSING);
        check(SECRET, List.of("x-hasura-role: admin"), MISSING);
        check(ANONYMOUS, List.of(), "anonymous {x-hasura-role=anonymous}");
        check(ANONYMOUS, List.of("x-hasura-role: admin", "x-hasura-user-id: 1"), "anonymous {x-hasura-role=anonymous}");
    }

    @Test
    void backendOnlyPermissionsAreForWhoIsTrusted() {
        check(
                OPEN,
                List.of("x-hasura-use-backend-only-permissions: true"),
                "admin backend {x-hasura-role=admin, x-hasura-use-backend-only-permissions=true}");
        check(
                SECRET,
                List.of("x-hasura-admin-secret: s3cret", "x-hasura-use-backend-only-permissions: Yes"),
                "admin backend {x-hasura-role=admin, x-hasura-use-backend-only-permissions=Yes}");
        check(
                OPEN,
                List.of("x-hasura-use-backend-only-permissions: no"),
                "admin {x-hasura-role=admin, x-hasura-use-backend-only-permissions=no}");
        check(ANONYMOUS, List.of("x-hasura-use-backend-only-permissions: true"), "anonymous {x-hasura-role=anonymous}");
        var refusal = catchThrowableOfType(
                ApiException.class,
                () -> new Authenticator(OPEN)
                        .authenticate(headers(List.of("x-hasura-use-backend-only-permissions: 1"))));
        assertThat(refusal.getMessage()).contains("Not a valid boolean text");
    }

    @Test
    void aHeaderHasOneValue() {
        var twice = "invalid-headers: the header \"x-hasura-role\" came more than once, with different values";
        check(OPEN, List.of("x-hasura-role: user", "x-hasura-role: admin"), twice);
        check(OPEN, List.of("x-hasura-role: user", "x-hasura-role: user"), "user {x-hasura-role=user}");
        check(OPEN, List.of("accept: a", "accept: b"), "admin {x-hasura-role=admin}");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(SECRET.toString()).doesNotContain("s3cret");
    }

    private static void check(AuthMode mode, List<String> headers, String expected) {
        assertThat(outcome(mode, headers)).as("%s", headers).isEqualTo(expected);
    }

    private static String outcome(AuthMode mode, List<String> headers) {
        try {
            var session = new Authenticator(mode).authenticate(headers(headers));
            return session.role() + (session.backendOnly() ? " backend " : " ") + session.variables();
        } catch (ApiException refusal) {
            return refusal.getMessage().replace(" at $", "");
        }
    }

    private static SequencedMap<String, List<String>> headers(List<String> lines) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            var parts = line.split(": ", 2);
            headers.computeIfAbsent(parts[0], absent -> new ArrayList<>()).add(parts[1]);
        }
        return headers;
    }
}
