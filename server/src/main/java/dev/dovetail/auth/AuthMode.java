package dev.dovetail.auth;

import dev.dovetail.name.RoleName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a server finds out who asks. */
public sealed interface AuthMode {

    /** Whoever reaches the server is an administrator, or the role they say they are. */
    record Open() implements AuthMode {}

    /**
     * The secret opens every role.
     *
     * @param secrets any of them is accepted; never empty
     * @param unauthorizedRole the role of requests without a secret; null when those are refused
     */
    record AdminSecret(List<SecretDigest> secrets, @Nullable RoleName unauthorizedRole) implements AuthMode {
        public AdminSecret {
            secrets = List.copyOf(secrets);
            if (secrets.isEmpty()) {
                throw new IllegalArgumentException("a server with an admin secret needs one");
            }
        }
    }
}
