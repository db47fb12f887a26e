package dev.dovetail.openapi;

import dev.dovetail.json.Json;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Custom types of schemas. A schema that is both sent and answered becomes two types, since GraphQL keeps them apart.
 * What GraphQL has no type for (a map, an alternative) is the scalar {@code JSON}.
 */
final class Types {
    static final String JSON = "JSON";

    private static final Set<String> RESERVED = Set.of(
            "Int",
            "Float",
            "String",
            "Boolean",
            "ID",
            "Query",
            "Mutation",
            "Subscription",
            "query_root",
            "mutation_root",
            "subscription_root",
            JSON,
            "uuid",
            "timestamptz",
            "date",
            "bigint");

    /** Far more than any service has that people wrote. */
    private static final int TYPES_MAX = 10_000;

    private static final int LISTS_MAX = 30;

    private static final Set<String> NO_ENUM_VALUES = Set.of("true", "false", "null");

    private final Description in;
    private final String prefix;
    private final GraphqlNames names = new GraphqlNames(RESERVED);
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Map<Known, String> known = new HashMap<>();
    private final Map<Side, Map<JsonNode, String>> nameless = new EnumMap<>(Side.class);
    /** Lists that are being made, each of lists of the one after it. */
    private final Set<JsonNode> lists = Collections.newSetFromMap(new IdentityHashMap<>());

    private final SequencedMap<String, ObjectNode> objects = new LinkedHashMap<>();
    private final SequencedMap<String, ObjectNode> inputs = new LinkedHashMap<>();
    private final SequencedMap<String, ObjectNode> enums = new LinkedHashMap<>();
    private final Deque<Runnable> open = new ArrayDeque<>();
    private boolean usesJson;

    enum Side {
        SENT,
        ANSWERED
    }

    /** @param reference of a schema; enumerations are the same type on both sides */
    private record Known(String reference, Side side) {}

    Types(Description in, String prefix) {
        this.in = in;
        this.prefix = prefix;
        for (var side : Side.values()) {
            nameless.put(side, new IdentityHashMap<>());
        }
    }

    /**
     * The GraphQL type of a schema, nullable.
     *
     * @param called what it is called when it has no name itself
     */
    String of(JsonNode written, Side side, String called) {
        var type = typeOf(written, side, called);
        // Fields are made after their object is known by its name, one object after the other however deep they nest.
        while (!open.isEmpty()) {
            open.removeFirst().run();
        }
        return type;
    }

    boolean mayBeNull(JsonNode written) {
        return Schema.of(written, in).nullable();
    }

    private String typeOf(JsonNode written, Side side, String called) {
        var schema = Schema.of(written, in);
        if (schema.mixed() && schema.properties().isEmpty()) {
            return json();
        }
        return switch (schema.type()) {
            case "array" -> list(in.resolve(written), schema.node().path("items"), side, called);
            case "object" -> object(written, schema, side, called);
            case "string" -> string(schema, called);
            case "integer" -> schema.format().equals("int64") ? "bigint" : "Int";
            case "number" -> "Float";
            case "boolean" -> "Boolean";
            default -> json();
        };
    }

    /** A list of itself has no type. */
    private String list(JsonNode list, JsonNode items, Side side, String called) {
        if (lists.size() > LISTS_MAX || !lists.add(list)) {
            return json();
        }
        try {
            var item = typeOf(items, side, called + "Item");
            return "[" + item + (mayBeNull(items) ? "]" : "!]");
        } finally {
            lists.remove(list);
        }
    }

    private String json() {
        usesJson = true;
        return JSON;
    }

    private String string(Schema schema, String called) {
        var values = schema.values();
        var areNames = values.stream().allMatch(each -> GraphqlNames.isName(each) && !NO_ENUM_VALUES.contains(each));
        if (!values.isEmpty() && areNames) {
            return enumeration(schema, values, called);
        }
        return switch (schema.format()) {
            case "uuid" -> "uuid";
            case "date-time" -> "timestamptz";
            case "date" -> "date";
            default -> "String";
        };
    }

    private String enumeration(Schema schema, List<String> values, String called) {
        var key = schema.reference() == null ? null : new Known(schema.reference(), Side.SENT);
        var earlier = key == null ? null : known.get(key);
        if (earlier != null) {
            return earlier;
        }
        var wanted = prefix + name(schema, called);
        if (key == null && hasValues(enums.get(wanted), values)) {
            return wanted;
        }
        var name = claim(wanted);
        if (key != null) {
            known.put(key, name);
        }
        var type = described(name, schema.description());
        var list = type.putArray("values");
        values.forEach(value -> list.addObject().put("value", value));
        enums.put(name, type);
        return name;
    }

    private static boolean hasValues(@Nullable ObjectNode enumeration, List<String> values) {
        return enumeration != null
                && enumeration.path("values").values().stream()
                        .map(each -> each.path("value").asString(""))
                        .toList()
                        .equals(values);
    }

    private String object(JsonNode written, Schema schema, Side side, String called) {
        var unnamed = Objects.requireNonNull(nameless.get(side));
        var key = schema.reference() == null ? null : new Known(schema.reference(), side);
        var earlier = key == null ? unnamed.get(written) : known.get(key);
        if (earlier != null) {
            return earlier;
        }
        var wanted = prefix + name(schema, called);
        var fields = fields(schema, side, wanted);
        if (fields.isEmpty()) {
            return json();
        }
        var name = claim(side == Side.SENT && !wanted.endsWith("Input") ? wanted + "Input" : wanted);
        if (key == null) {
            unnamed.put(written, name);
        } else {
            known.put(key, name);
        }
        var type = described(name, schema.description());
        var list = type.putArray("fields");
        (side == Side.SENT ? inputs : objects).put(name, type);
        open.add(() -> fields.forEach((field, of) -> list.add(field(schema, side, name, field, of))));
        return name;
    }

    private String claim(String wanted) {
        if (objects.size() + inputs.size() + enums.size() >= TYPES_MAX) {
            throw new IllegalArgumentException("the description makes more than " + TYPES_MAX + " types");
        }
        return names.claim(wanted);
    }

    private String name(Schema schema, String called) {
        var reference = schema.reference();
        return GraphqlNames.pascal(reference == null ? called : reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** Those properties that can be fields on this side. */
    private SequencedMap<String, JsonNode> fields(Schema schema, Side side, String type) {
        var fields = new LinkedHashMap<String, JsonNode>();
        schema.properties().forEach((name, property) -> {
            var hidden = in.resolve(property).path(side == Side.SENT ? "readOnly" : "writeOnly");
            if (hidden.asBoolean(false)) {
                return;
            }
            if (GraphqlNames.isName(name)) {
                fields.put(name, property);
            } else {
                remarks.add("The field " + Json.write(Json.string(name)) + " of " + type
                        + " is left out: GraphQL takes no such name");
            }
        });
        return fields;
    }

    private ObjectNode field(Schema schema, Side side, String owner, String name, JsonNode property) {
        var type = typeOf(property, side, owner + GraphqlNames.pascal(name));
        var of = Schema.of(property, in);
        var isOptional = side == Side.SENT && of.node().has("default");
        var isRequired = schema.required().contains(name) && !of.nullable() && !isOptional;
        var field = Json.object().put("name", name).put("type", isRequired ? type + "!" : type);
        var description = in.resolve(property).path("description").asString("").strip();
        if (!description.isEmpty()) {
            field.put("description", description);
        }
        return field;
    }

    private static ObjectNode described(String name, @Nullable String description) {
        var type = Json.object().put("name", name);
        if (description != null) {
            type.put("description", description);
        }
        return type;
    }

    Set<String> remarks() {
        return remarks;
    }

    /** As {@code metadata.custom_types}. */
    ObjectNode all() {
        var all = Json.object();
        put(all, "input_objects", inputs);
        put(all, "objects", objects);
        if (usesJson) {
            all.putArray("scalars").addObject().put("name", JSON).put("description", "any JSON value");
        }
        put(all, "enums", enums);
        return all;
    }

    private static void put(ObjectNode all, String kind, SequencedMap<String, ObjectNode> types) {
        if (!types.isEmpty()) {
            var list = all.putArray(kind);
            types.values().forEach(list::add);
        }
    }
}
