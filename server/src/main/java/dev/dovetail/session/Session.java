package dev.dovetail.session;

import dev.dovetail.name.RoleName;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param variables names are lower-case and start with {@code x-hasura-}; the role is among them
 * @param backendOnly whether permissions marked backend_only apply
 * @param expiresAt when the proof of identity ends; null when it does not
 * @param responseHeaders headers that authentication wants in the answer, for example Set-Cookie
 */
public record Session(
        RoleName role,
        SortedMap<String, String> variables,
        boolean backendOnly,
        @Nullable Instant expiresAt,
        Map<String, String> responseHeaders) {

    public static final String ROLE_VARIABLE = "x-hasura-role";

    public static Session admin() {
        return of(RoleName.ADMIN, Map.of());
    }

    /** Adds the role to the variables. */
    public static Session of(RoleName role, Map<String, String> variables) {
        var all = new TreeMap<>(variables);
        all.put(ROLE_VARIABLE, role.value());
        return new Session(role, all, false, null, Map.of());
    }

    public @Nullable String variable(String lowerCaseName) {
        return variables.get(lowerCaseName);
    }
}
