package dev.dovetail.auth;

import static dev.dovetail.auth.SessionHeaders.ACCESS_KEY;
import static dev.dovetail.auth.SessionHeaders.ADMIN_SECRET;
import static dev.dovetail.auth.SessionHeaders.BACKEND_ONLY;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.name.RoleName;
import dev.dovetail.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Turns a request's headers into a session, or refuses with code {@code access-denied}. */
public final class Authenticator {
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n");

    private final AuthMode mode;

    public Authenticator(AuthMode mode) {
        this.mode = mode;
    }

    public AuthMode mode() {
        return mode;
    }

    /**
     * @param headers names in lower case
     * @throws ApiException when the client is not to be let in, or says contradicting things
     */
    public Session authenticate(SequencedMap<String, List<String>> headers) {
        var sent = SessionHeaders.of(headers);
        return switch (mode) {
            case AuthMode.Open() -> trusted(sent);
            case AuthMode.AdminSecret(var secrets, var unauthorizedRole) -> {
                var secret = secretIn(sent);
                if (secret == null) {
                    yield withoutSecret(unauthorizedRole);
                }
                if (secrets.stream().noneMatch(known -> known.matches(secret))) {
                    throw denied("invalid \"" + ADMIN_SECRET + "\"/\"" + ACCESS_KEY + "\"");
                }
                yield trusted(sent);
            }
        };
    }

    private static @Nullable String secretIn(SortedMap<String, String> sent) {
        var secret = sent.get(ADMIN_SECRET);
        return secret != null ? secret : sent.get(ACCESS_KEY);
    }

    /** Their own variables do not count: nobody has vouched for them. */
    private static Session withoutSecret(@Nullable RoleName unauthorizedRole) {
        if (unauthorizedRole == null) {
            throw denied(ADMIN_SECRET + "/" + ACCESS_KEY + " required, but not found");
        }
        return Session.of(unauthorizedRole, Map.of());
    }

    /** They may be whoever they say they are; without a role they are the administrator. */
    private static Session trusted(SortedMap<String, String> sent) {
        var backendOnly = backendOnly(sent.get(BACKEND_ONLY));
        sent.remove(ADMIN_SECRET);
        sent.remove(ACCESS_KEY);
        var role = sent.getOrDefault(Session.ROLE_VARIABLE, "");
        var session = Session.of(role.isEmpty() ? RoleName.ADMIN : new RoleName(role), sent);
        return new Session(session.role(), session.variables(), backendOnly, null, Map.of());
    }

    private static boolean backendOnly(@Nullable String value) {
        if (value == null || FALSE.contains(value.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (TRUE.contains(value.toLowerCase(Locale.ROOT))) {
            return true;
        }
        throw new ApiException(
                ErrorCode.BAD_REQUEST,
                Path.ROOT,
                "\"" + BACKEND_ONLY + "\":  Not a valid boolean text. True values are"
                        + " [\"true\",\"t\",\"yes\",\"y\"] and  False values are [\"false\",\"f\",\"no\",\"n\"]."
                        + " All values are case insensitive");
    }

    private static ApiException denied(String message) {
        return new ApiException(ErrorCode.ACCESS_DENIED, Path.ROOT, message);
    }
}
