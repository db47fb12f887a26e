package dev.dovetail.command;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.Out;
import dev.dovetail.model.Inconsistency;
import dev.dovetail.model.Model;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers that several commands give, in the reference's shapes. */
final class Answers {
    private Answers() {}

    static ObjectNode success() {
        return Json.object().put("message", "success");
    }

    static ObjectNode success(List<Model.Warning> warnings) {
        return Out.object()
                .put("message", "success")
                .list("warnings", warnings, Answers::warning)
                .done();
    }

    static ObjectNode consistency(Candidate candidate) {
        var faults = candidate.inconsistencies();
        return Out.object()
                .put("inconsistent_objects", faults(faults))
                .put("is_consistent", (Boolean) faults.isEmpty())
                .list("warnings", candidate.warnings(), Answers::warning)
                .done();
    }

    static ArrayNode faults(List<Inconsistency> inconsistencies) {
        var array = Json.array();
        inconsistencies.forEach(each -> array.add(fault(each)));
        return array;
    }

    private static JsonNode fault(Inconsistency inconsistency) {
        return Out.object()
                .put("definition", inconsistency.definition())
                .put("message", inconsistency.detail())
                .put("name", inconsistency.object().title())
                .put("reason", inconsistency.reason())
                .put("type", inconsistency.object().type())
                .done();
    }

    static JsonNode warning(Model.Warning warning) {
        return Json.object().put("code", warning.code()).put("message", warning.message());
    }
}
