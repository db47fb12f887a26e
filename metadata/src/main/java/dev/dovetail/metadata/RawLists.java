package dev.dovetail.metadata;

import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The top-level lists that are kept raw, seen as lists of named objects. */
public enum RawLists {
    QUERY_COLLECTIONS("query_collections", "name", "query_collections"),
    ALLOWLIST("allowlist", "collection", "allowlist"),
    CRON_TRIGGERS("cron_triggers", "name", "cron_trigger"),
    REST_ENDPOINTS("rest_endpoints", "name", "rest_endpoint");

    private final String key;
    private final String nameKey;
    private final String kind;

    RawLists(String key, String nameKey, String kind) {
        this.key = key;
        this.nameKey = nameKey;
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }

    public List<ObjectNode> elements(Metadata metadata) {
        var elements = new ArrayList<ObjectNode>();
        for (JsonNode each : metadata.rest().path(key)) {
            if (each instanceof ObjectNode object) elements.add(object);
        }
        return elements;
    }

    public List<String> names(Metadata metadata) {
        return elements(metadata).stream().map(this::name).toList();
    }

    public Optional<ObjectNode> find(Metadata metadata, String name) {
        return elements(metadata).stream()
                .filter(each -> name(each).equals(name))
                .findFirst();
    }

    /** Replaces the element of the same name, or appends it. */
    public Metadata put(Metadata metadata, ObjectNode element) {
        return with(metadata, Lists.put(elements(metadata), this::name, element));
    }

    public Metadata remove(Metadata metadata, String name) {
        return with(metadata, Lists.remove(elements(metadata), this::name, name));
    }

    private String name(ObjectNode element) {
        return element.path(nameKey).asString("");
    }

    private Metadata with(Metadata metadata, List<ObjectNode> elements) {
        var rest = Json.object();
        rest.setAll(metadata.rest());
        if (elements.isEmpty()) {
            rest.remove(key);
        } else {
            var array = Json.array();
            elements.forEach(array::add);
            rest.set(key, array);
        }
        return metadata.withRest(rest);
    }
}
