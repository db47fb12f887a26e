package dev.dovetail.metadata.project;

import static dev.dovetail.metadata.project.ActionFiles.FIELD_IN_SDL;

import dev.dovetail.graphql.sdl.SdlDefinition;
import dev.dovetail.graphql.sdl.SdlReader;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.EnumDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.UnionDefinition;
import dev.dovetail.graphql.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts actions and their types together again: the SDL says which there are and what they look like, the YAML adds what
 * SDL cannot say. Throws {@link ProjectException}.
 */
final class ActionReader {
    private static final Set<String> ROOTS = Set.of("Query", "Mutation");

    private final SdlTrees sdl;
    private final SequencedMap<String, Tree> actions = new LinkedHashMap<>();
    /** Types in their kinds; all kinds share one space of names. */
    private final SequencedMap<String, SequencedMap<String, Tree>> types = new LinkedHashMap<>();

    private ActionReader(SdlTrees sdl) {
        this.sdl = sdl;
        ActionFiles.TYPE_KINDS.forEach(kind -> types.put(kind, new LinkedHashMap<>()));
    }

    /** Puts {@code actions} and {@code custom_types} into the metadata, where there are any. */
    static void read(String text, @Nullable Tree yaml, SequencedMap<String, Tree> metadata) {
        var reader = new ActionReader(new SdlTrees(text));
        reader.definitions(text);
        if (yaml != null && !yaml.isNull()) {
            reader.merge(yaml);
        }
        reader.refuseActionsWithoutHandler();
        var top = new Place(Layout.ACTIONS_SDL, 1);
        if (!reader.actions.isEmpty()) {
            metadata.put("actions", list(reader.actions, yaml == null ? top : yaml.place()));
        }
        var kinds = new LinkedHashMap<String, Tree>();
        reader.types.forEach((kind, types) -> {
            if (!types.isEmpty()) {
                kinds.put(kind, list(types, top));
            }
        });
        var other = yaml == null ? null : yaml.get("custom_types");
        if (other instanceof Tree.Fields(var fields, var _)) {
            fields.forEach((key, value) -> {
                if (!ActionFiles.TYPE_KINDS.contains(key) && !ActionFiles.MORE_TYPE_KINDS.contains(key)) {
                    kinds.put(key, value);
                }
            });
        }
        if (!kinds.isEmpty()) {
            metadata.put("custom_types", new Tree.Fields(kinds, top));
        }
    }

    private static Tree list(SequencedMap<String, Tree> named, Place place) {
        return new Tree.Items(List.copyOf(named.values()), place);
    }

    private void definitions(String text) {
        try {
            SdlReader.parse(text).forEach(this::definition);
        } catch (SyntaxException e) {
            var line = SdlLines.lineAt(text, e.offset());
            var problem = String.valueOf(e.getMessage()).replace(" at offset " + e.offset(), "");
            throw new ProjectException(new Place(Layout.ACTIONS_SDL, line), "not GraphQL: " + problem);
        }
    }

    private void definition(SdlDefinition definition) {
        switch (definition) {
            case SdlDefinition.Type(var type, var _) -> type(type);
            case SdlDefinition.Roots _ ->
                throw new ProjectException(
                        new Place(Layout.ACTIONS_SDL, 1),
                        "You cannot have schema definitions in Action/Type definitions");
            case SdlDefinition.DirectiveDeclaration(var name) ->
                throw new ProjectException(
                        new Place(Layout.ACTIONS_SDL, 1), "the directive @" + name + " has no meaning here");
        }
    }

    private void type(TypeDefinition type) {
        switch (type) {
            case ObjectDefinition object
            when ROOTS.contains(object.name()) ->
                object.fields().forEach(field -> {
                    var action = sdl.action(object.name(), field);
                    if (actions.put(field.name(), action) != null) {
                        throw new ProjectException(action.place(), "a second action " + field.name());
                    }
                });
            case ObjectDefinition object -> add("objects", sdl.object(object), object.name());
            case InputObjectDefinition input -> add("input_objects", sdl.inputObject(input), input.name());
            case EnumDefinition enumeration -> add("enums", sdl.enumeration(enumeration), enumeration.name());
            case ScalarDefinition scalar -> add("scalars", sdl.scalar(scalar), scalar.name());
            case InterfaceDefinition face -> add("interfaces", sdl.face(face), face.name());
            case UnionDefinition union -> add("unions", sdl.union(union), union.name());
        }
    }

    private void add(String kind, Tree type, String name) {
        var ofKind = types.computeIfAbsent(kind, none -> new LinkedHashMap<>());
        if (types.values().stream().anyMatch(known -> known.containsKey(name))) {
            throw new ProjectException(type.place(), "a second type " + name);
        }
        ofKind.put(name, type);
    }

    private void merge(Tree yaml) {
        var list = yaml.get("actions");
        for (var action : list == null ? List.<Tree>of() : list.elements()) {
            var name = name(action, "an action");
            var written = actions.get(name);
            if (written == null) {
                throw missing(action, "action " + name);
            }
            actions.put(name, action(written, action));
        }
        types.forEach((kind, known) -> {
            var custom = yaml.get("custom_types");
            var entries = custom == null ? null : custom.get(kind);
            for (var type : entries == null ? List.<Tree>of() : entries.elements()) {
                var name = name(type, "a type");
                var written = known.get(name);
                if (written == null) {
                    throw missing(type, "custom type " + name);
                }
                known.put(name, mergedType(written, type));
            }
        });
    }

    private static String name(Tree object, String what) {
        var name = object.text("name");
        if (name == null) {
            throw new ProjectException(object.place(), what + " without a name");
        }
        return name;
    }

    private static ProjectException missing(Tree object, String what) {
        return new ProjectException(object.place(), what + " is not present in " + Layout.ACTIONS_SDL);
    }

    private void refuseActionsWithoutHandler() {
        actions.forEach((name, action) -> {
            var definition = action.get("definition");
            if (definition == null || definition.get("handler") == null) {
                throw new ProjectException(action.place(), "action " + name + " has no handler in " + Layout.ACTIONS);
            }
        });
    }

    private static Tree action(Tree written, Tree yaml) {
        var merged = new LinkedHashMap<String, Tree>();
        merged.putAll(fields(yaml));
        var definition = new LinkedHashMap<String, Tree>();
        var added = yaml.get("definition");
        var said = fields(written.get("definition"));
        definition.putAll(added == null ? new LinkedHashMap<>() : fields(added));
        if ("".equals(added == null ? null : added.text("kind"))) {
            definition.remove("kind");
        }
        var more = definition.remove("arguments");
        ActionFiles.IN_SDL.forEach(definition::remove);
        definition.putAll(said);
        var arguments = said.get("arguments");
        if (arguments != null && more != null) {
            definition.put("arguments", members(arguments, more, "name"));
        }
        merged.put("definition", new Tree.Fields(definition, added == null ? yaml.place() : added.place()));
        return new Tree.Fields(merged, yaml.place());
    }

    /** The YAML's description wins, as in the reference. */
    private static Tree mergedType(Tree written, Tree yaml) {
        var merged = new LinkedHashMap<>(fields(written));
        fields(yaml).forEach((key, value) -> {
            var said = merged.get(key);
            switch (key) {
                case "fields" -> merged.put(key, said == null ? value : members(said, value, "name"));
                case "values" -> merged.put(key, said == null ? value : members(said, value, "value"));
                default -> merged.put(key, value);
            }
        });
        return new Tree.Fields(merged, written.place());
    }

    /** The members that the SDL has, each with what the YAML adds to it. */
    private static Tree members(Tree written, Tree yaml, String key) {
        var members = new ArrayList<Tree>();
        for (var member : written.elements()) {
            var merged = new LinkedHashMap<>(fields(member));
            for (var more : yaml.elements()) {
                if (String.valueOf(more.text(key)).equals(member.text(key))) {
                    fields(more).forEach((added, value) -> {
                        if (!added.equals(key) && (added.equals("arguments") || !FIELD_IN_SDL.contains(added))) {
                            merged.put(added, value);
                        }
                    });
                }
            }
            members.add(new Tree.Fields(merged, member.place()));
        }
        return new Tree.Items(members, written.place());
    }

    private static SequencedMap<String, Tree> fields(@Nullable Tree tree) {
        if (tree instanceof Tree.Fields(var fields, var _)) {
            return fields;
        }
        if (tree == null) {
            return new LinkedHashMap<>();
        }
        throw new ProjectException(tree.place(), "an object is expected here");
    }
}
