package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a remote schema answers for a list of keys, by the key that each object tells. */
record Matches(boolean many, Map<String, List<JsonNode>> byKey) {

    static Matches of(JoinTarget.ToRemote target, JsonNode list) {
        var batch = Objects.requireNonNull(target.batch());
        var byKey = new LinkedHashMap<String, List<JsonNode>>();
        for (var each : list) {
            var key = JsonText.of(each.path(batch.match()));
            if (key != null) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(told(target, each, batch.match()));
            }
        }
        return new Matches(batch.many(), byKey);
    }

    private static JsonNode told(JoinTarget.ToRemote target, JsonNode object, String match) {
        var told = new RemoteShape(target.remote().naming()).apply(target.shape(), object);
        if (told instanceof ObjectNode node) {
            node.remove(match);
        }
        return told;
    }

    JsonNode of(JoinKeys.Tuple tuple) {
        var found = byKey.getOrDefault(tuple.texts().getFirst(), List.of());
        if (many) {
            return Json.array().addAll(found);
        }
        return found.isEmpty() ? Json.string(null) : found.getFirst();
    }
}
