package dev.dovetail.operation.legacy;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.json.Json;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.schema.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** Bound fields and inputs that no GraphQL type stands behind: only their meanings count. */
final class Made {
    private Made() {}

    static BoundField field(
            String key, FieldMeaning meaning, SequencedMap<String, Input.Entry> inputs, List<BoundField> fields) {
        var definition = new FieldDef<Meaning>(key, null, new LinkedHashMap<>(), type(key), meaning, null);
        return new BoundField(key, definition, inputs, new LinkedHashMap<>(), fields, null, Path.ROOT);
    }

    static BoundField field(String key, FieldMeaning meaning, List<BoundField> fields) {
        return field(key, meaning, new LinkedHashMap<>(), fields);
    }

    static Input.Entry entry(String name, InputMeaning meaning, Input value) {
        return new Input.Entry(new InputField<>(name, null, type(name), null, meaning), value);
    }

    private static TypeUse<Meaning> type(String name) {
        return TypeUse.Named.of(new ScalarType<>(name, null));
    }

    static void argument(SequencedMap<String, Input.Entry> inputs, ArgumentName name, Input value) {
        inputs.put(name.wire(), entry(name.wire(), new InputMeaning.Argument(name), value));
    }

    static Input.Fields object(SequencedMap<String, Input.Entry> of, JsonNode json, Path path) {
        return new Input.Fields(of, new ValueSource.Literal(json), path);
    }

    /** An object whose parts are looked at one by one, never as a whole. */
    static Input.Fields object(SequencedMap<String, Input.Entry> of, Path path) {
        return object(of, Json.object(), path);
    }

    static Input.Items list(List<Input> of, JsonNode json, Path path) {
        return new Input.Items(of, new ValueSource.Literal(json), path);
    }

    /** A list whose items are looked at one by one, never as a whole. */
    static Input.Items list(List<Input> of, Path path) {
        return list(of, Json.array(), path);
    }

    static Input name(String name, Path path) {
        return new Input.EnumName("name", name, new ValueSource.Literal(Json.string(name)), path);
    }

    static Input names(List<String> names, Path path) {
        return list(names.stream().map(each -> name(each, path)).toList(), path);
    }
}
