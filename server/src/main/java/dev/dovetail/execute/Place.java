package dev.dovetail.execute;

import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** Where a value stands in an answer, as a chain from the value up to the root (null). */
record Place(@Nullable Place parent, Object step) {

    /** As GraphQL's {@code path}: response keys and positions. */
    static ArrayNode path(@Nullable Place place) {
        var steps = new ArrayList<Object>();
        for (var at = place; at != null; at = at.parent()) {
            steps.add(at.step());
        }
        var path = Json.array();
        for (var step : ((List<Object>) steps).reversed()) {
            if (step instanceof Integer index) {
                path.add(index);
            } else {
                path.add((String) step);
            }
        }
        return path;
    }
}
