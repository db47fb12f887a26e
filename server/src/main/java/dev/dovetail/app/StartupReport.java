package dev.dovetail.app;

import dev.dovetail.auth.AuthMode;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What the log tells about the options when the server starts. No secret and no database url. */
final class StartupReport {
    private StartupReport() {}

    static ObjectNode configuration(Options options) {
        var info = Json.object();
        info.put("version", Version.TEXT);
        info.put("port", options.server().port());
        info.put("server_host", options.server().host());
        var apis = info.putArray("enabled_apis");
        options.server().apis().forEach(api -> apis.add(api.name().toLowerCase(Locale.ROOT)));
        info.put(
                "auth_mode",
                switch (options.auth().mode()) {
                    case AuthMode.Open _ -> "none: everybody is administrator";
                    case AuthMode.AdminSecret secret ->
                        secret.unauthorizedRole() == null ? "admin secret" : "admin secret or unauthorized role";
                });
        info.put("database", place(options.database()));
        info.put("console", options.browser().console());
        info.put("log_level", options.log().level().name().toLowerCase(Locale.ROOT));
        info.put("dev_mode", options.log().errors().devMode());
        info.put(
                "graceful_shutdown_timeout", options.server().gracefulShutdown().toSeconds());
        return info;
    }

    private static String place(DatabaseOptions database) {
        if (database.database() == null && database.metadata() == null) {
            return "none given: using a Postgres of our own in " + database.home();
        }
        return database.database() == null ? "metadata database only, no source" : "given";
    }

    /** One line for all options of which nothing comes, and what else an operator should know. */
    static List<Observation> warnings(Options options) {
        var warnings = new ArrayList<Observation>();
        if (!options.notYet().isEmpty()) {
            warnings.add(warning("these options have no effect yet: " + String.join(", ", options.notYet())));
        }
        if (!options.ignored().isEmpty()) {
            warnings.add(warning("these options mean nothing here: " + String.join(", ", options.ignored())));
        }
        options.browser().remarks().forEach(remark -> warnings.add(warning(remark)));
        return warnings;
    }

    private static Observation warning(String message) {
        return new Observation.Step(Level.WARN, "options", Json.object().put("message", message));
    }
}
