package dev.dovetail.app;

import dev.dovetail.http.CorsPolicy;
import java.util.List;

/** What web pages may do, and the console. */
record BrowserOptions(CorsPolicy cors, boolean console) {

    static final Option<CorsPolicy> CORS_DOMAIN = Option.of(
            "cors-domain",
            "HASURA_GRAPHQL_CORS_DOMAIN",
            new Syntax<>("domains", "", CorsPolicy::parse),
            "*",
            "Pages that may call from a browser: https://app.example.com, https://*.example.com:8080, …");
    static final Option<Boolean> DISABLE_CORS = Option.of(
            "disable-cors", "HASURA_GRAPHQL_DISABLE_CORS", Syntax.SWITCH, "false", "Send no CORS headers at all");
    static final Option<Boolean> CONSOLE = Option.of(
                    "enable-console", "HASURA_GRAPHQL_ENABLE_CONSOLE", Syntax.SWITCH, "false", "Serve the console")
            .notYet();

    static final OptionGroup GROUP = new OptionGroup(
            "Browsers",
            List.of(
                    CORS_DOMAIN,
                    DISABLE_CORS,
                    CONSOLE,
                    Option.of(
                                    "console-assets-dir",
                                    "HASURA_GRAPHQL_CONSOLE_ASSETS_DIR",
                                    Syntax.TEXT,
                                    "",
                                    "Folder of the console's files; Dovetail's console brings its own")
                            .ignored(),
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
        return new BrowserOptions(
                settings.get(DISABLE_CORS) ? new CorsPolicy.Disabled() : settings.get(CORS_DOMAIN),
                settings.get(CONSOLE));
    }
}
