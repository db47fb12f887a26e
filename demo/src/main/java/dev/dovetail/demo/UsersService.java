package dev.dovetail.demo;

import dev.dovetail.demo.JsonServer.Answer;
import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * The actions' handlers: a REST service. {@code POST /create-user} takes an action's payload ({@code {"action": …,
 * "input": {"name": …}, "session_variables": …}}), stores the user and answers {@code {"id": …}}; input it cannot use
 * is answered with 400 and a message. {@code POST /contact} answers {@code {"email": …, "auth0_id": …}} of a name, and
 * a list of these for a list of inputs.
 */
public final class UsersService implements AutoCloseable {
    private static final int NAME_MAX_CHARS = 100;

    private final JsonServer server;

    private UsersService(JsonServer server) {
        this.server = server;
    }

    /** @param port 0 takes any free port */
    public static UsersService start(int port, UserStore store) throws IOException {
        SequencedMap<String, JsonServer.Route> routes = new LinkedHashMap<>();
        routes.put("/create-user", payload -> create(payload, store));
        routes.put("/contact", payload -> Answer.ok(contacts(payload.path("input"))));
        return new UsersService(JsonServer.start(port, routes));
    }

    public int port() {
        return server.port();
    }

    /** The action's handler address. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/create-user";
    }

    @Override
    public void close() {
        server.close();
    }

    private static Answer create(JsonNode payload, UserStore store) {
        var given = payload.path("input").path("name");
        if (!given.isString()) {
            return Answer.badRequest("a user needs a name");
        }
        var name = given.stringValue().strip();
        if (name.isEmpty()) {
            return Answer.badRequest("a user needs a name that is not blank");
        }
        if (name.length() > NAME_MAX_CHARS) {
            return Answer.badRequest("a name has at most " + NAME_MAX_CHARS + " characters");
        }
        var id = store.insert(name, auth0Id(name));
        return Answer.ok(Json.object().put("id", id.toString()));
    }

    /** Of one input, or of each in a list. */
    private static JsonNode contacts(JsonNode input) {
        if (!input.isArray()) {
            return contact(input.path("name").asString(""));
        }
        var all = Json.array();
        input.forEach(each -> all.add(contacts(each)));
        return all;
    }

    private static JsonNode contact(String name) {
        return Json.object()
                .put("email", name.toLowerCase(Locale.ROOT) + "@example.com")
                .put("auth0_id", auth0Id(name));
    }

    static String auth0Id(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower + "|" + lower;
    }
}
