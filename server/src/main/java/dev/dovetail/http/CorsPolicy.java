package dev.dovetail.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which web pages may call us from a browser. */
public sealed interface CorsPolicy {

    boolean allows(String origin);

    /**
     * Whether a browser may send its cookies along. Only to pages an operator has named: with {@code *} any page in the
     * world could act in the name of whoever is logged in.
     */
    boolean allowsCredentials();

    record Disabled() implements CorsPolicy {
        @Override
        public boolean allows(String origin) {
            return false;
        }

        @Override
        public boolean allowsCredentials() {
            return false;
        }
    }

    record Everybody() implements CorsPolicy {
        @Override
        public boolean allows(String origin) {
            return true;
        }

        @Override
        public boolean allowsCredentials() {
            return false;
        }
    }

    record Origins(Set<String> exact, List<Wildcard> wildcards) implements CorsPolicy {
        @Override
        public boolean allows(String origin) {
            return exact.contains(origin) || wildcards.stream().anyMatch(wildcard -> wildcard.matches(origin));
        }

        @Override
        public boolean allowsCredentials() {
            return true;
        }
    }

    /** {@code scheme://*.host:port}: exactly one label may stand for the star. */
    record Wildcard(String scheme, String host, @Nullable String port) {
        boolean matches(String origin) {
            var parts = Syntax.ORIGIN.matcher(origin);
            if (!parts.matches() || !parts.group("scheme").equals(scheme) || !samePort(parts)) {
                return false;
            }
            var whole = parts.group("host");
            var dot = whole.indexOf('.');
            return dot > 0 && whole.substring(dot + 1).equals(host);
        }

        private boolean samePort(Matcher parts) {
            var other = parts.group("port");
            return port == null ? other == null : port.equals(other);
        }
    }

    /**
     * Reads {@code *} or a comma-separated list of origins.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    static CorsPolicy parse(String text) {
        if (text.strip().equals("*")) {
            return new Everybody();
        }
        var exact = new LinkedHashSet<String>();
        var wildcards = new ArrayList<Wildcard>();
        for (var entry : text.split(",", -1)) {
            var domain = entry.strip();
            var parts = Syntax.ORIGIN.matcher(domain);
            if (!parts.matches()) {
                throw new IllegalArgumentException("invalid domain: '" + domain
                        + "'. All domains should have scheme + (optional wildcard) host + (optional port)");
            }
            if (parts.group("host").startsWith("*.")) {
                wildcards.add(
                        new Wildcard(parts.group("scheme"), parts.group("host").substring(2), parts.group("port")));
            } else {
                exact.add(domain);
            }
        }
        return new Origins(exact, wildcards);
    }

    /** The syntax of an origin, and of the entries of the list. */
    final class Syntax {
        private static final Pattern ORIGIN =
                Pattern.compile("(?<scheme>[A-Za-z0-9+.-]+)://(?<host>[^:/\\s]+)(:(?<port>[0-9]+))?");

        private Syntax() {}
    }
}
