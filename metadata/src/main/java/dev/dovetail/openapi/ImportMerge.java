package dev.dovetail.openapi;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ActionCodec;
import dev.dovetail.metadata.ActionMetadata;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.TransformCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what was imported beside what is there. */
public final class ImportMerge {
    private static final List<String> KINDS = List.of("input_objects", "objects", "scalars", "enums");

    private ImportMerge() {}

    /**
     * An action that takes another's place keeps its permissions.
     *
     * @param replace whether actions and types of the same names are replaced
     * @throws IllegalArgumentException when there is something of the same name that must stay, or a template that
     *     cannot be read
     */
    public static Metadata into(Metadata metadata, Imported imported, boolean replace) {
        var merged = metadata.withCustomTypes(types(metadata.customTypes(), imported.types(), replace));
        for (var each : imported.actions()) {
            var action = ActionCodec.decode(each, Path.ROOT);
            check(action);
            var there = metadata.action(action.name());
            if (there.isPresent() && !replace) {
                throw new IllegalArgumentException("there is an action " + action.name() + " already");
            }
            merged = merged.withAction(
                    there.map(known -> withPermissions(action, known)).orElse(action));
        }
        return merged;
    }

    private static void check(ActionMetadata action) {
        var definition = action.definition();
        try {
            TransformCodec.check(definition.requestTransform(), definition.responseTransform(), Path.ROOT);
        } catch (ApiException e) {
            throw new IllegalArgumentException("the action " + action.name() + ": " + e.getMessage(), e);
        }
    }

    private static ActionMetadata withPermissions(ActionMetadata action, ActionMetadata known) {
        return new ActionMetadata(action.name(), action.definition(), action.comment(), known.permissions());
    }

    private static CustomTypes types(CustomTypes there, ObjectNode imported, boolean replace) {
        var all = CustomTypesCodec.encode(there);
        var coming = CustomTypesCodec.encode(CustomTypesCodec.decode(imported, Path.ROOT));
        leaveScalars(all, coming);
        var known = new LinkedHashMap<String, JsonNode>();
        all.properties().forEach(kind -> kind.getValue().forEach(each -> known.put(name(each), each)));
        for (var kind : KINDS) {
            for (var type : coming.path(kind)) {
                var same = known.get(name(type));
                if (same != null) {
                    related(type, same);
                }
                if (same != null && !same.equals(type) && !replace) {
                    throw new IllegalArgumentException(
                            "there is another custom type " + name(type) + " already; a prefix keeps them apart");
                }
            }
        }
        coming.properties().forEach(kind -> kind.getValue().forEach(type -> remove(all, name(type))));
        coming.properties()
                .forEach(kind -> kind.getValue()
                        .forEach(type -> all.withArrayProperty(kind.getKey()).add(type)));
        return CustomTypesCodec.decode(all, Path.ROOT);
    }

    /** A scalar is nothing but its name: the one that is there serves, whatever its description says. */
    private static void leaveScalars(ObjectNode all, ObjectNode coming) {
        var there = all.path("scalars").valueStream().map(ImportMerge::name).toList();
        var kept = new ArrayList<JsonNode>();
        for (var scalar : coming.path("scalars")) {
            if (!there.contains(name(scalar))) {
                kept.add(scalar);
            }
        }
        coming.set("scalars", Json.array().addAll(kept));
    }

    /** No description of a service knows what people joined to its answers. */
    private static void related(JsonNode type, JsonNode there) {
        if (type instanceof ObjectNode object && there.has("relationships") && !type.has("relationships")) {
            object.set("relationships", there.path("relationships"));
        }
    }

    private static void remove(ObjectNode all, String name) {
        for (var kind : List.copyOf(all.propertyNames())) {
            var kept = new ArrayList<JsonNode>();
            all.path(kind).forEach(each -> {
                if (!name(each).equals(name)) {
                    kept.add(each);
                }
            });
            all.set(kind, Json.array().addAll(kept));
        }
    }

    private static String name(JsonNode type) {
        return type.path("name").asString("");
    }
}
