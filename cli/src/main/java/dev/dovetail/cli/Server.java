package dev.dovetail.cli;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server that the settings lead to. */
final class Server {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** A metadata of many thousand tables takes its time. */
    private static final Duration ANSWER = Duration.ofMinutes(15);

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
        var answer = command("export_metadata", Json.object());
        if (answer instanceof ObjectNode metadata) {
            return metadata;
        }
        throw notOurs(settings.address("v1_metadata", "v1/metadata"), "it exported no object");
    }

    JsonNode command(String type, ObjectNode arguments) {
        var command = Json.object().put("type", type);
        command.set("args", arguments);
        return command(command);
    }

    /** Throws {@link Refusal} when the server understands and says no, {@link Failed} when it does not get that far. */
    JsonNode command(ObjectNode command) {
        var address = settings.address("v1_metadata", "v1/metadata");
        var response = send(request(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.writeBytes(command)))
                .build());
        var answer = json(address, response);
        if (response.statusCode() == OK) {
            return answer;
        }
        var code = answer.path("code").asString("");
        if (response.statusCode() == UNAUTHORIZED || code.equals("access-denied")) {
            throw Failed.noServer(secretRefused(answer));
        }
        if (code.isEmpty() || response.statusCode() == NOT_FOUND) {
            throw notOurs(address, "it answered with status " + response.statusCode());
        }
        throw new Refusal(answer);
    }

    private String secretRefused(JsonNode answer) {
        var said =
                settings.endpoint() + " refuses access: " + answer.path("error").asString("");
        return settings.adminSecret() == null
                ? said + ". It wants an admin secret: --admin-secret, HASURA_GRAPHQL_ADMIN_SECRET, or admin_secret in "
                        + ProjectFolder.CONFIG
                : said + ". The admin secret is wrong" + settings.origin("admin_secret");
    }

    /** What the server calls itself. */
    String version() {
        var address = settings.address("version", "v1/version");
        var answer = json(address, send(request(address).GET().build()));
        var version = answer.path("version");
        if (!version.isString()) {
            throw notOurs(address, "it tells no version");
        }
        return version.stringValue();
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(ANSWER);
        var secret = settings.adminSecret();
        if (secret != null) {
            request.header("X-Hasura-Admin-Secret", secret);
        }
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        if ("https".equals(request.uri().getScheme())) {
            builder.sslContext(Trust.context(settings));
        }
        var start = System.nanoTime();
        try {
            var response = builder.build().send(request, HttpResponse.BodyHandlers.ofByteArray());
            debug.accept(request.method() + " " + request.uri() + " answered " + response.statusCode() + " in "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
            return response;
        } catch (SSLException e) {
            throw Failed.noServer("no trusted connection to " + settings.endpoint() + ": " + e.getMessage()
                    + ". --certificate-authority names a file with the certificate to trust");
        } catch (HttpTimeoutException e) {
            throw unreachable("no answer in time");
        } catch (IOException e) {
            throw unreachable(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return e.getCause() instanceof UnresolvedAddressException
                    ? "no host of that name is known"
                    : "connection refused";
        }
        return String.valueOf(e.getMessage());
    }

    private Failed unreachable(String reason) {
        return Failed.noServer("cannot reach the server at " + settings.endpoint() + settings.origin("endpoint") + ": "
                + reason + ". --endpoint names another one");
    }

    private JsonNode json(URI address, HttpResponse<byte[]> response) {
        try {
            var answer = Json.read(response.body());
            if (answer.isContainer()) {
                return answer;
            }
        } catch (JacksonException ignored) {
            // Said below, as for any other answer that is not ours.
        }
        throw notOurs(address, "it answered with status " + response.statusCode() + " and no JSON");
    }

    private static Failed notOurs(URI address, String because) {
        return Failed.noServer(address + " is no Dovetail, nor what speaks like one: " + because);
    }
}
