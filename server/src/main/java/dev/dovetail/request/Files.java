package dev.dovetail.request;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the files of a multipart request among the variables, where the client left null for them. */
final class Files {
    private Files() {}

    static RequestBody.Parsed place(RequestBody.Parsed parsed, List<GraphqlCall.PlacedFile> files) {
        for (var file : files) {
            if (!place(parsed, file)) {
                throw new ApiException(
                        ErrorCode.BAD_REQUEST,
                        Path.ROOT,
                        "there is no null at \"" + file.path() + "\" of the operations that a file could stand for");
            }
        }
        return parsed;
    }

    private static boolean place(RequestBody.Parsed parsed, GraphqlCall.PlacedFile placed) {
        var steps = List.of(placed.path().split("\\.", -1));
        var operation = 0;
        if (parsed.batch()) {
            operation = index(steps.getFirst());
            steps = steps.subList(1, steps.size());
        }
        var isThere = operation >= 0 && operation < parsed.operations().size();
        if (!isThere || steps.size() < 2 || !steps.getFirst().equals("variables")) {
            return false;
        }
        JsonNode at = parsed.operations().get(operation).variables();
        for (var step : steps.subList(1, steps.size() - 1)) {
            at = at.isArray() ? at.path(index(step)) : at.path(step);
        }
        return put(at, steps.getLast(), placed.file().node());
    }

    private static boolean put(JsonNode at, String last, JsonNode file) {
        var index = index(last);
        if (at instanceof ArrayNode list && index >= 0 && list.path(index).isNull()) {
            list.set(index, file);
            return true;
        }
        if (at instanceof ObjectNode object && object.path(last).isNull()) {
            object.set(last, file);
            return true;
        }
        return false;
    }

    private static int index(String step) {
        return step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : -1;
    }
}
