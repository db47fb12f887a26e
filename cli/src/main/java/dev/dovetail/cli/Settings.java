package dev.dovetail.cli;

import dev.dovetail.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a command is told beside its own options. Of a setting counts the flag, else the variable in the environment,
 * else that in the file {@code .env}, else {@code config.yaml}, else the default.
 */
final class Settings {
    private static final String PREFIX = "HASURA_GRAPHQL_";
    private static final String DEFAULT_ENDPOINT = "http://localhost:8080";

    private final Function<String, @Nullable String> flags;
    private final Map<String, String> environment;
    private final Map<String, String> envFile;
    private final ProjectFolder project;

    private Settings(
            Function<String, @Nullable String> flags,
            Map<String, String> environment,
            Map<String, String> envFile,
            ProjectFolder project) {
        this.flags = flags;
        this.environment = environment;
        this.envFile = envFile;
        this.project = project;
    }

    static Settings of(Surroundings surroundings, Function<String, @Nullable String> flags) {
        var chosen = flags.apply("--project");
        var folder = surroundings.folder();
        var project = chosen == null
                ? ProjectFolder.around(folder)
                : ProjectFolder.at(folder.resolve(chosen).normalize());
        var envFile = flags.apply("--envfile");
        var base = project.exists() ? project.folder() : folder;
        var path = base.resolve(envFile == null ? ".env" : envFile);
        return new Settings(flags, surroundings.environment(), EnvFile.read(path, envFile != null), project);
    }

    ProjectFolder project() {
        return project.withMetadata(value(null, "metadata_directory"), value(null, "metadata_file"));
    }

    /** Without a slash at its end. */
    URI endpoint() {
        var text = or(value("--endpoint", "endpoint"), DEFAULT_ENDPOINT);
        try {
            var uri = URI.create(text.replaceAll("/+$", ""));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException ignored) {
            // Said below, as for any other text that is no address.
        }
        throw Failed.usage(
                "the endpoint \"" + text + "\" is no address like http://localhost:8080" + origin("endpoint"));
    }

    URI address(String apiPath, String fallback) {
        var path = or(value(null, "api_paths." + apiPath), fallback).replaceAll("^/+", "");
        return URI.create(endpoint() + "/" + path);
    }

    @Nullable
    String adminSecret() {
        var flag = flags.apply("--admin-secret");
        var several = flag == null ? value(null, "admin_secrets") : null;
        if (several != null) {
            return firstOf(several);
        }
        var secret = flag == null ? value(null, "admin_secret") : flag;
        return secret == null ? value(null, "access_key") : secret;
    }

    private static @Nullable String firstOf(String secrets) {
        try {
            var first = Json.read(secrets).path(0);
            return first.isString() ? first.stringValue() : null;
        } catch (JacksonException e) {
            throw Failed.usage("admin_secrets must be a list of texts, like [\"one\", \"two\"]");
        }
    }

    boolean trustsEverybody() {
        return "true".equals(value("--insecure-skip-tls-verify", "insecure_skip_tls_verify"));
    }

    /** A file with certificates to trust. */
    @Nullable
    Path certificateAuthority() {
        var file = value("--certificate-authority", "certificate_authority");
        return file == null ? null : project.base().resolve(file);
    }

    Level level() {
        return Level.of(or(value("--log-level", "log_level"), "info"));
    }

    /** Of actions that are made. */
    String actionKind() {
        return or(value("--kind", "actions.kind"), "synchronous");
    }

    /** What addresses of handlers that are made begin with. */
    String actionWebhook() {
        return or(value("--webhook", "actions.handler_webhook_baseurl"), "http://localhost:3000");
    }

    /** What code is written for; null when none was chosen. */
    @Nullable
    String codegenFramework() {
        return value("--framework", "actions.codegen.framework");
    }

    /** Relative to the project. */
    @Nullable
    String codegenFolder() {
        return value("--output-dir", "actions.codegen.output_dir");
    }

    /** Where a setting comes from, as a clause of a sentence; for messages. */
    String origin(String key) {
        if (flags.apply("--" + key.replace('_', '-')) != null) {
            return " (from the flag --" + key.replace('_', '-') + ")";
        }
        if (present(environment, variable(key)) != null) {
            return " (from the variable " + variable(key) + ")";
        }
        if (present(envFile, variable(key)) != null) {
            return " (from " + variable(key) + " in the .env file)";
        }
        return project.setting(key) == null ? "" : " (from " + ProjectFolder.CONFIG + ")";
    }

    private @Nullable String value(@Nullable String flag, String key) {
        var given = flag == null ? null : flags.apply(flag);
        if (given != null) {
            return given;
        }
        var variable = present(environment, variable(key));
        if (variable != null) {
            return variable;
        }
        var inFile = present(envFile, variable(key));
        return inFile == null ? project.setting(key) : inFile;
    }

    private static String or(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }

    private static @Nullable String present(Map<String, String> values, String name) {
        var value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static String variable(String key) {
        return PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
