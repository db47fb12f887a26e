package dev.dovetail.app;

import dev.dovetail.http.ConsoleFiles;
import dev.dovetail.http.CorsPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What web pages may do, and the console.
 *
 * @param consoleAssets a build of the console to serve instead of our own; null when none was named
 */
record BrowserOptions(
        CorsPolicy cors, boolean console, @Nullable Path consoleAssets) {

    static final Option<CorsPolicy> CORS_DOMAIN = Option.of(
            "cors-domain",
            "HASURA_GRAPHQL_CORS_DOMAIN",
            new Syntax<>("domains", "", CorsPolicy::parse),
            "*",
            "Pages that may call from a browser: https://app.example.com, https://*.example.com:8080, …");
    static final Option<Boolean> DISABLE_CORS = Option.of(
            "disable-cors", "HASURA_GRAPHQL_DISABLE_CORS", Syntax.SWITCH, "false", "Send no CORS headers at all");
    static final Option<Boolean> CONSOLE = Option.of(
            "enable-console",
            "HASURA_GRAPHQL_ENABLE_CONSOLE",
            Syntax.SWITCH,
            "false",
            "Serve the console at /console; needs the metadata API");
    static final Option<String> CONSOLE_ASSETS = Option.of(
            "console-assets-dir",
            "HASURA_GRAPHQL_CONSOLE_ASSETS_DIR",
            Syntax.TEXT,
            "",
            "Folder with a build of Dovetail's console to serve instead of the one within");

    static final OptionGroup GROUP = new OptionGroup(
            "Browsers",
            List.of(
                    CORS_DOMAIN,
                    DISABLE_CORS,
                    CONSOLE,
                    CONSOLE_ASSETS,
                    Option.of(
                                    "console-sentry-dsn",
                                    "HASURA_CONSOLE_SENTRY_DSN",
                                    Syntax.URL,
                                    "",
                                    "Where the console reports its errors; Dovetail's reports to nobody")
                            .ignored(),
                    Option.of(
                                    "ws-read-cookie",
                                    "HASURA_GRAPHQL_WS_READ_COOKIE",
                                    Syntax.SWITCH,
                                    "false",
                                    "Read cookies of websockets although CORS is disabled")
                            .notYet()));

    static BrowserOptions of(Settings settings) {
        var assets = settings.find(CONSOLE_ASSETS);
        return new BrowserOptions(
                settings.get(DISABLE_CORS) ? new CorsPolicy.Disabled() : settings.get(CORS_DOMAIN),
                settings.get(CONSOLE),
                assets == null ? null : Path.of(assets));
    }

    /** The folder that was named, when a console lies there: in images of the reference it is another one's. */
    ConsoleFiles consoleFiles() {
        var named = consoleAssets == null ? null : ConsoleFiles.in(consoleAssets);
        return named != null && named.exist() ? named : ConsoleFiles.inJar();
    }

    /** What the operator should know of the console, as sentences. */
    List<String> remarks() {
        if (!console) {
            return List.of();
        }
        var remarks = new ArrayList<String>();
        if (consoleAssets != null && !ConsoleFiles.in(consoleAssets).exist()) {
            remarks.add("no build of Dovetail's console in " + consoleAssets + ": serving the one within");
        }
        if (!consoleFiles().exist()) {
            remarks.add("this server was built without its console: nothing is served at /console");
        }
        return remarks;
    }
}
