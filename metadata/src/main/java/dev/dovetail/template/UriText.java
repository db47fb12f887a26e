package dev.dovetail.template;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text made fit for a part of a web address. */
public final class UriText {
    /** What RFC 3986 calls unreserved, besides letters and digits. */
    private static final String UNRESERVED = "-._~";

    /** What forms leave as it is, too. */
    private static final String UNRESERVED_IN_FORMS = UNRESERVED + "!*'()";

    private static final Pattern SEPARATOR = Pattern.compile("[&;]");
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UriText() {}

    /** Everything but letters, digits and {@code -._~} is escaped, as UTF-8. */
    public static String escaped(String text) {
        return escaped(text, UNRESERVED);
    }

    /** As {@code encodeURIComponent} of JavaScript does it. */
    public static String escapedInForm(String text) {
        return escaped(text, UNRESERVED_IN_FORMS);
    }

    /** A whole query, {@code a=b&c=d}, in which things may be escaped already. */
    public static String query(String text) {
        var bare = text.startsWith("?") ? text.substring(1) : text;
        return SEPARATOR
                .splitAsStream(bare)
                .filter(pair -> !pair.isEmpty())
                .map(UriText::pair)
                .collect(Collectors.joining("&"));
    }

    private static String pair(String text) {
        var sign = text.indexOf('=');
        return sign < 0 ? part(text) : part(text.substring(0, sign)) + "=" + part(text.substring(sign + 1));
    }

    private static String part(String text) {
        var escaped = ESCAPED.matcher(text);
        var done = new StringBuilder(text.length());
        var from = 0;
        while (escaped.find()) {
            done.append(escaped(text.substring(from, escaped.start()).replace('+', ' ')));
            done.append(escaped.group());
            from = escaped.end();
        }
        return done.append(escaped(text.substring(from).replace('+', ' '))).toString();
    }

    private static String escaped(String text, String kept) {
        var escaped = new StringBuilder(text.length());
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (octet & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || kept.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return escaped.toString();
    }
}
