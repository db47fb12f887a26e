package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ActionCodec;
import dev.dovetail.metadata.ActionMetadata;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import java.util.Comparator;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Actions and their types, for whoever shows them. */
final class ActionViews {
    private ActionViews() {}

    static Question list(JsonNode args, Path path) {
        var window = Window.decode(Fields.of("ListActions", args, path));
        return state -> {
            var admitted = state.metadata().actions().stream()
                    .filter(each -> window.admits(
                            each.name().value(),
                            each.definition().handler(),
                            each.definition().outputType()))
                    .sorted(Comparator.comparing(each -> each.name().value()))
                    .toList();
            return window.page(state, "actions", admitted, ActionViews::row);
        };
    }

    private static JsonNode row(ActionMetadata action) {
        var definition = action.definition();
        return Out.object()
                .put("name", action.name().value())
                .put("type", definition.type().name().toLowerCase(Locale.ROOT))
                .put("kind", definition.kind().name().toLowerCase(Locale.ROOT))
                .put("output_type", definition.outputType())
                .put("handler", definition.handler())
                .put("comment", action.comment())
                .fullList("roles", action.permissions(), each -> NameCodec.text(each.role()))
                .done();
    }

    /** An action with the types that it takes and answers, and those within them. */
    static Question one(JsonNode args, Path path) {
        var name = Fields.of("GetAction", args, path).required("name", NameCodec::action);
        return state -> {
            var action = Lookup.action(state.metadata(), name);
            var answer = Window.version(state);
            answer.set("action", ActionCodec.encode(action));
            answer.set(
                    "custom_types",
                    CustomTypesCodec.encode(TypeSelection.of(state.metadata().customTypes(), action.definition())));
            answer.put("served", state.built().model().actions().containsKey(name));
            return answer;
        };
    }

    /** The types whose names are asked for, or all, as {@code set_custom_types} takes them; and who uses them. */
    static Question types(JsonNode args, Path path) {
        var fields = Fields.of("GetCustomTypes", args, path);
        var names = fields.optionalList("names", Fields::text);
        return state -> {
            var types = state.metadata().customTypes();
            var chosen = names == null ? types : TypeSelection.named(types, names);
            var users = Json.object();
            var parts = TypeSelection.parts(types);
            for (var action : state.metadata().actions()) {
                for (var used : TypeSelection.names(parts, action.definition())) {
                    users.withArray(used).add(action.name().value());
                }
            }
            var answer = Window.version(state);
            answer.set("custom_types", CustomTypesCodec.encode(chosen));
            answer.set("used_by", users);
            return answer;
        };
    }
}
