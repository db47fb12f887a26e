package dev.dovetail.http;

import dev.dovetail.json.Json;
import dev.dovetail.request.GraphqlAnswer.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The one page of the console, as it is sent: every address under {@code /console} that is no file leads to it. */
final class ConsolePage {
    static final String ROOT = "/console";

    /**
     * The page may load from and talk to its own server only. Styles may stand inline because the editor measures its
     * text that way; fonts lie in style sheets as data.
     */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String FIRST = "api";
    private static final Pattern AHEAD = Pattern.compile("\\s*<!-- (\\w+) -->(.*?)\\s*<!-- /\\1 -->", Pattern.DOTALL);

    private ConsolePage() {}

    static List<Header> headers() {
        return List.of(
                new Header("Content-Security-Policy", POLICY),
                new Header("Referrer-Policy", "no-referrer"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("Cache-Control", "no-cache"));
    }

    /** Fills in what the build left open. */
    static byte[] fill(byte[] template, Console console, String path) {
        var settings = Json.object().put("version", console.version()).put("adminSecret", console.asksForSecret());
        return ahead(new String(template, StandardCharsets.UTF_8), path)
                .replace("%BASE%", wayBack(path))
                .replace("%SETTINGS%", escape(Json.write(settings)))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Leaves out what another page wants to have loaded ahead: the build puts that between {@code <!-- NAME -->} and
     * {@code <!-- /NAME -->}. The first page is that of no name.
     */
    private static String ahead(String html, String path) {
        var page = path.substring(ROOT.length()).split("/", 3);
        var name = page.length < 2 || page[1].isEmpty() ? FIRST : page[1];
        return AHEAD.matcher(html).replaceAll(part -> part.group(1).equals(name) ? "$2" : "");
    }

    /**
     * From the page's path to {@code /console/}. Relative, so that it holds behind a proxy that serves us under a path
     * we do not know: {@code /console} → {@code console/}, {@code /console/api} → {@code ./}, {@code /console/a/b} →
     * {@code ../}.
     */
    static String wayBack(String path) {
        var depth = path.substring(ROOT.length()).chars().filter(c -> c == '/').count();
        return depth == 0 ? "console/" : depth == 1 ? "./" : "../".repeat((int) depth - 1);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
