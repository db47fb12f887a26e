package dev.dovetail.properties;

import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** Whether two answers are one, but for the order of lists that have none. */
final class Alike {
    private Alike() {}

    static boolean alike(JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.properties().stream()
                            .allMatch(each ->
                                    other.has(each.getKey()) && alike(each.getValue(), other.get(each.getKey())));
        }
        if (!one.isArray() || !other.isArray()) {
            return one.equals(other);
        }
        var left = new ArrayList<JsonNode>();
        other.forEach(left::add);
        for (var item : one) {
            var match = left.stream().filter(each -> alike(item, each)).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            left.remove(match.get());
        }
        return left.isEmpty();
    }
}
