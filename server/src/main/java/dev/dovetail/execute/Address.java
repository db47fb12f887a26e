package dev.dovetail.execute;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The part of a web address that may be told: path, query and user may hold secrets. */
record Address(@Nullable String scheme, @Nullable String host, int port) {
    private static final Address UNKNOWN = new Address(null, null, -1);

    static Address of(String url) {
        try {
            var uri = URI.create(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return new Address(scheme, uri.getHost(), uri.getPort() < 0 ? standardPort(scheme) : uri.getPort());
        } catch (IllegalArgumentException _) {
            return UNKNOWN;
        }
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    void tell(ObjectNode into) {
        into.put("host", host);
        into.put("port", port);
        into.put("secure", "https".equals(scheme));
    }

    @Override
    public String toString() {
        return host == null ? "…" : scheme + "://" + host + ":" + port;
    }
}
