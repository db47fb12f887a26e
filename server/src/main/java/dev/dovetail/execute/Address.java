package dev.dovetail.execute;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A web address taken apart. Only scheme, host and port may be told: the rest may hold secrets.
 *
 * @param user {@code name:password} as it stands in the address
 * @param target path and query, as a request line has them
 */
public record Address(String scheme, @Nullable String user, String host, int port, String target) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** {@link URI} itself gives no host when there is an underscore in it, as in names of containers. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(?<user>.*)@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^:@\\[\\]]+)(?::(?<port>[0-9]{1,5}))?");

    private static final int PORT_MAX = 65_535;

    /** Empty when it is no address of http or https. */
    public static Optional<Address> parse(String url) {
        try {
            return parse(new URI(url.strip()));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<Address> parse(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || uri.getRawAuthority() == null) {
            return Optional.empty();
        }
        var parts = AUTHORITY.matcher(uri.getRawAuthority());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var port = parts.group("port") == null ? standardPort(scheme) : Integer.parseInt(parts.group("port"));
        if (port < 1 || port > PORT_MAX) {
            return Optional.empty();
        }
        var host = parts.group("host");
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return Optional.of(new Address(scheme, parts.group("user"), bare, port, target(uri)));
    }

    private static String target(URI uri) {
        var ascii = URI.create(uri.toASCIIString());
        var path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    /** What may be told of an address: {@code https://host:443}. */
    public static String told(String url) {
        return told(parse(url));
    }

    static String told(Optional<Address> address) {
        return address.map(Address::toString).orElse("…");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
