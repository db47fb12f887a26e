package dev.dovetail.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a server finds wrong with metadata, said with the file and line it stands in where that is known. */
final class Faults {
    private final @Nullable LocalMetadata local;

    Faults(@Nullable LocalMetadata local) {
        this.local = local;
    }

    /** Why a whole command was refused. */
    String refusal(Refusal refusal) {
        var lines = new ArrayList<String>();
        var place = local == null || refusal.path().isEmpty()
                ? null
                : local.project().place(refusal.path()).map(local::shown).orElse(null);
        lines.add((place == null ? "" : place + ": ") + refusal.text());
        lines.addAll(objects(refusal.answer().path("internal")));
        return String.join("\n", lines);
    }

    /** Objects as {@code get_inconsistent_metadata} lists them; what else stands in the list is left out. */
    List<String> objects(JsonNode list) {
        var lines = new ArrayList<String>();
        for (var object : list) {
            if (object.path("reason").isString()) {
                lines.add(object(object));
            }
        }
        return lines;
    }

    private String object(JsonNode object) {
        var type = object.path("type").asString("");
        var name = object.path("name").asString(type);
        var reason = object.path("reason").stringValue();
        var place = local == null
                ? null
                : local.project().placeOf(type, name, reason).map(local::shown).orElse(null);
        return (place == null ? "" : place + ": ") + name + "\n    " + reason.replace("\n", "\n    ");
    }
}
