package dev.dovetail.outbound;

import dev.dovetail.execute.Address;
import dev.dovetail.execute.Header;
import dev.dovetail.execute.HttpFailure;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers as they are written, checked so that none can end early and begin another. */
final class WireHeaders {
    private static final int NAME_MAX = 256;
    private static final String MARKS = "!#$%&'*+-.^_`|~";
    private static final int DELETE = 0x7F;

    /** The client writes these itself; a second opinion about where a body ends is how requests are smuggled. */
    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect");

    private WireHeaders() {}

    static MultiMap of(List<Header> headers, Address address) {
        var map = HttpHeaders.headers();
        for (var header : headers) {
            check(header);
            if (!FRAMING.contains(header.name().toLowerCase(Locale.ROOT))) {
                // Text beyond ASCII goes as UTF-8; a String would be written with question marks.
                map.add(header.name(), new AsciiString(header.value().strip().getBytes(StandardCharsets.UTF_8)));
            }
        }
        if (address.user() != null && !map.contains(HttpHeaders.AUTHORIZATION)) {
            var encoded =
                    Base64.getEncoder().encodeToString(decoded(address.user()).getBytes(StandardCharsets.UTF_8));
            map.add(HttpHeaders.AUTHORIZATION, "Basic " + encoded);
        }
        return map;
    }

    private static void check(Header header) {
        if (!isName(header.name())) {
            throw new HttpFailure(HttpFailure.Kind.INVALID_REQUEST_HEADER);
        }
        if (header.value().chars().anyMatch(WireHeaders::isControl)) {
            throw new HttpFailure(HttpFailure.Kind.INVALID_REQUEST_HEADER, header.name());
        }
    }

    /** A token of RFC 9110. */
    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= NAME_MAX && name.chars().allMatch(WireHeaders::isOfName);
    }

    private static boolean isOfName(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || MARKS.indexOf(c) >= 0;
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\t' || c == DELETE;
    }

    private static String decoded(String user) {
        return java.net.URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
