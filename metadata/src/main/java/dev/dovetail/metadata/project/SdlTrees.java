package dev.dovetail.metadata.project;

import dev.dovetail.graphql.sdl.EnumValueDefinition;
import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.EnumDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.UnionDefinition;
import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an SDL text says of actions and types, in the metadata's words. */
final class SdlTrees {
    private final SdlLines lines;

    SdlTrees(String text) {
        this.lines = SdlLines.of(text);
    }

    Place typePlace(TypeDefinition type) {
        return place(lines.type(type.name()));
    }

    Tree action(String root, FieldDefinition field) {
        var place = place(lines.member(root, field.name()));
        var definition = new LinkedHashMap<String, Tree>();
        definition.put("type", text(root.equals("Query") ? "query" : "mutation", place));
        if (!field.arguments().isEmpty()) {
            definition.put("arguments", inputs(field.arguments(), input -> place));
        }
        definition.put("output_type", text(field.type().toString(), place));
        var action = new LinkedHashMap<String, Tree>();
        action.put("name", text(field.name(), place));
        action.put("definition", new Tree.Fields(definition, place));
        return new Tree.Fields(action, place);
    }

    Tree object(ObjectDefinition type) {
        var named = named(type);
        named.put("fields", items(type.fields(), field -> field(type.name(), field), typePlace(type)));
        if (!type.interfaces().isEmpty()) {
            named.put("interfaces", names(type.interfaces(), typePlace(type)));
        }
        return new Tree.Fields(named, typePlace(type));
    }

    Tree face(InterfaceDefinition type) {
        var named = named(type);
        named.put("fields", items(type.fields(), field -> field(type.name(), field), typePlace(type)));
        return new Tree.Fields(named, typePlace(type));
    }

    Tree union(UnionDefinition type) {
        var named = named(type);
        named.put("types", names(type.members(), typePlace(type)));
        return new Tree.Fields(named, typePlace(type));
    }

    private static Tree names(List<String> names, Place place) {
        return items(names, name -> text(name, place), place);
    }

    Tree inputObject(InputObjectDefinition type) {
        var named = named(type);
        named.put("fields", inputs(type.fields(), input -> place(lines.member(type.name(), input.name()))));
        return new Tree.Fields(named, typePlace(type));
    }

    Tree enumeration(EnumDefinition type) {
        var named = named(type);
        named.put("values", items(type.values(), value -> value(type.name(), value), typePlace(type)));
        return new Tree.Fields(named, typePlace(type));
    }

    Tree scalar(ScalarDefinition type) {
        return new Tree.Fields(named(type), typePlace(type));
    }

    private SequencedMap<String, Tree> named(TypeDefinition type) {
        return described("name", type.name(), type.description(), typePlace(type));
    }

    private Tree field(String type, FieldDefinition field) {
        var place = place(lines.member(type, field.name()));
        var fields = described("name", field.name(), field.description(), place);
        fields.put("type", text(field.type().toString(), place));
        if (!field.arguments().isEmpty()) {
            fields.put("arguments", inputs(field.arguments(), input -> place));
        }
        return new Tree.Fields(fields, place);
    }

    private Tree value(String type, EnumValueDefinition value) {
        var place = place(lines.member(type, value.name()));
        return new Tree.Fields(described("value", value.name(), value.description(), place), place);
    }

    private static Tree inputs(List<InputDefinition> inputs, Function<InputDefinition, Place> places) {
        return items(
                inputs,
                input -> {
                    var place = places.apply(input);
                    var fields = described("name", input.name(), input.description(), place);
                    fields.put("type", text(input.type().toString(), place));
                    return new Tree.Fields(fields, place);
                },
                inputs.isEmpty() ? place(1) : places.apply(inputs.getFirst()));
    }

    private static <T> Tree items(List<T> elements, Function<T, Tree> tree, Place place) {
        return new Tree.Items(elements.stream().map(tree).toList(), place);
    }

    private static SequencedMap<String, Tree> described(
            String key, String name, @Nullable String description, Place place) {
        var fields = new LinkedHashMap<String, Tree>();
        fields.put(key, text(name, place));
        if (description != null) {
            fields.put("description", text(ActionSdl.described(description), place));
        }
        return fields;
    }

    private static Tree text(String text, Place place) {
        return new Tree.Leaf(Json.string(text), place);
    }

    private static Place place(int line) {
        return new Place(Layout.ACTIONS_SDL, line);
    }
}
