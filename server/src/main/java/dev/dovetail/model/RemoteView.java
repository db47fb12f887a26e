package dev.dovetail.model;

import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one role sees of a remote schema: all of it, or what its permission leaves. Everything in the remote's own
 * names.
 */
public final class RemoteView {
    private final TypeDefinitions types;
    private final Map<RemoteInput, RemotePreset> presets;
    private final Set<String> presetTypes;

    /** @param presets values that clients do not give */
    RemoteView(TypeDefinitions types, Map<RemoteInput, RemotePreset> presets) {
        this.types = types;
        this.presets = Map.copyOf(presets);
        this.presetTypes = presetTypes();
    }

    /** Presets are among them. */
    public TypeDefinitions types() {
        return types;
    }

    public @Nullable RemotePreset preset(RemoteInput input) {
        return presets.get(input);
    }

    /** Whether an input type holds a preset, however deep. */
    public boolean holdsPreset(String inputType) {
        return presetTypes.contains(inputType);
    }

    /** A field of an object or interface. */
    public Optional<FieldDefinition> field(String type, String name) {
        return RemoteNaming.fields(types.types().get(type)).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** The arguments that clients give. */
    public List<InputDefinition> arguments(String type, FieldDefinition field) {
        return field.arguments().stream()
                .filter(each -> preset(RemoteInput.argument(type, field.name(), each.name())) == null)
                .toList();
    }

    /** The input fields that clients give. */
    public List<InputDefinition> inputs(InputObjectDefinition object) {
        return object.fields().stream()
                .filter(each -> preset(RemoteInput.ofObject(object.name(), each.name())) == null)
                .toList();
    }

    private Set<String> presetTypes() {
        var found = new HashSet<String>();
        presets.keySet().stream()
                .filter(input -> input.field() == null)
                .map(RemoteInput::type)
                .forEach(found::add);
        if (found.isEmpty()) {
            return found;
        }
        var before = -1;
        while (found.size() != before) {
            before = found.size();
            for (var type : types.types().values()) {
                if (type instanceof InputObjectDefinition(var name, var _, var fields)
                        && fields.stream()
                                .anyMatch(each -> found.contains(each.type().typeName()))) {
                    found.add(name);
                }
            }
        }
        return found;
    }
}
