package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What the services beside the engine answer. */
record Lessons(Upstream upstream) {
    static final int ROWS = 100;
    private static final int BOXES = 40;
    private static final int ITEMS = 10;
    private static final Pattern ALIAS = Pattern.compile("(_\\d+) ?: ?profile");

    /** Before the metadata is applied, which asks for the types. */
    void teach() throws IOException {
        upstream.answer("/picks", picks());
        upstream.answer("/greet", Json.object().put("greeting", "hello"));
        upstream.answer("/reshaped", Json.object().put("text", "hello"));
        upstream.answer("/label", label(1));
        upstream.answer("/labels", labels());
        upstream.answer("/custom", shelf("item_"));
        try (var types = Chinook.own("profiles.json")) {
            var read = Json.read(types.readAllBytes());
            upstream.answer("/graphql/types", read);
            upstream.answer("/custom/types", read);
        }
    }

    static JsonNode picks() {
        var list = Json.array();
        IntStream.rangeClosed(1, ROWS).forEach(i -> list.addObject().put("trackId", i * 7));
        return list;
    }

    private static JsonNode labels() {
        var list = Json.array();
        IntStream.rangeClosed(1, ROWS).forEach(i -> list.add(label(i)));
        return list;
    }

    private static JsonNode label(int number) {
        return Json.object().put("label", "label " + number);
    }

    /** Under these keys, from now on. */
    void profiles(List<String> keys) {
        var answer = Json.object();
        var data = answer.putObject("data");
        keys.forEach(key -> data.putObject(key).put("name", "Track " + key).put("email", key + "@example.com"));
        upstream.answer("/graphql", answer);
    }

    /** As many as the engine asked for under names of its own: it is asked in vain once to hear them. */
    void profiles(Engine engine, Scenario scenario) {
        upstream.answer("/graphql", Json.object().set("data", Json.object()));
        engine.post("/v1/graphql", scenario.body(), scenario.headers());
        var query = Json.read(upstream.last()).path("query").stringValue();
        profiles(ALIAS.matcher(query).results().map(found -> found.group(1)).toList());
    }

    /** As one list, each telling its key. */
    void listedProfiles() {
        var answer = Json.object();
        var list = answer.putObject("data").putArray("_0");
        IntStream.rangeClosed(1, ROWS)
                .forEach(i -> list.addObject()
                        .put("name", "Track " + i)
                        .put("email", i + "@example.com")
                        .put("__match", i));
        upstream.answer("/graphql", answer);
    }

    void shelf() {
        upstream.answer("/graphql", shelf(""));
    }

    /** @param prefix of the names of an item's fields */
    private static JsonNode shelf(String prefix) {
        var answer = Json.object();
        var boxes = answer.putObject("data").putArray("shelf");
        for (var box = 0; box < BOXES; box++) {
            var items = boxes.addObject().put("title", "Box " + box).putArray("items");
            for (var item = 0; item < ITEMS; item++) {
                var each = items.addObject().put(prefix + "id", item).put(prefix + "name", "Item " + item);
                each.putObject(prefix + "owner").put("name", "Owner " + item).put("email", item + "@example.com");
            }
        }
        return answer;
    }
}
