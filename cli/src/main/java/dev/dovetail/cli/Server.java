package dev.dovetail.cli;

import dev.dovetail.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server that the settings lead to. */
final class Server {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Settings settings;
    private final Consumer<String> debug;

    Server(Settings settings, Consumer<String> debug) {
        this.settings = settings;
        this.debug = debug;
    }

    /** The answer to {@code export_metadata}, whole and as the server orders it. */
    ObjectNode export() {
        if (command("export_metadata", Json.object()) instanceof ObjectNode metadata) {
            return metadata;
        }
        throw notOurs(metadataAddress(), "it exported no object");
    }

    JsonNode command(String type, ObjectNode arguments) {
        var command = Json.object().put("type", type);
        command.set("args", arguments);
        return command(command);
    }

    /** Throws {@link Refusal} when the server understands and says no, {@link Failed} when it does not get that far. */
    JsonNode command(ObjectNode command) {
        var address = metadataAddress();
        var answer = send(address, Json.writeBytes(command));
        var json = json(address, answer);
        if (answer.status() == OK) {
            return json;
        }
        var code = json.path("code").asString("");
        if (answer.status() == UNAUTHORIZED || code.equals("access-denied")) {
            throw Failed.noServer(secretRefused(json));
        }
        if (code.isEmpty() || answer.status() == NOT_FOUND) {
            throw notOurs(address, "it answered with status " + answer.status());
        }
        throw new Refusal(json);
    }

    /** What the server calls itself. */
    String version() {
        var address = settings.address("version", "v1/version");
        var version = json(address, send(address, null)).path("version");
        if (!version.isString()) {
            throw notOurs(address, "it tells no version");
        }
        return version.stringValue();
    }

    private URI metadataAddress() {
        return settings.address("v1_metadata", "v1/metadata");
    }

    private Http.Answer send(URI address, byte @Nullable [] body) {
        var start = System.nanoTime();
        var answer = new Http(settings).send(address, body);
        debug.accept(address + " answered " + answer.status() + " in "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        return answer;
    }

    private String secretRefused(JsonNode answer) {
        var said = settings.endpoint() + " refuses access: "
                + answer.path("error").asString("").replaceAll("\\.$", "");
        return settings.adminSecret() == null
                ? said + ". It wants an admin secret: --admin-secret, HASURA_GRAPHQL_ADMIN_SECRET, or admin_secret in "
                        + ProjectFolder.CONFIG
                : said + ". The admin secret is wrong" + settings.origin("admin_secret");
    }

    private static JsonNode json(URI address, Http.Answer answer) {
        try {
            var json = Json.read(answer.body());
            if (json.isContainer()) {
                return json;
            }
        } catch (JacksonException ignored) {
            // Said below, as for any other answer that is not ours.
        }
        throw notOurs(address, "it answered with status " + answer.status() + " and no JSON");
    }

    private static Failed notOurs(URI address, String because) {
        return Failed.noServer(address + " is no Dovetail, nor what speaks like one: " + because);
    }
}
