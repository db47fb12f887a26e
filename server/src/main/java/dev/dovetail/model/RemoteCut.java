package dev.dovetail.model;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.SdlDefinition;
import dev.dovetail.graphql.sdl.SdlReader;
import dev.dovetail.graphql.sdl.TypeCheck;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a permission leaves of a remote schema. Its SDL is held against the remote schema and checked in itself. */
final class RemoteCut {
    private final TypeDefinitions types;
    private final Map<RemoteInput, RemotePreset> presets;

    private RemoteCut(TypeDefinitions types, Map<RemoteInput, RemotePreset> presets) {
        this.types = types;
        this.presets = presets;
    }

    /** Throws {@link Unresolvable} when the SDL is no part of the remote schema or does not hang together. */
    static RemoteView of(TypeDefinitions remote, String sdl) {
        var permitted = read(remote, sdl);
        var presets = RemotePermissionCheck.presets(remote, permitted, SdlReader.directivesOfTypes(sdl));
        var cut = new RemoteCut(RemoteDescriptions.taken(permitted, remote), presets);
        cut.check();
        cut.presetWholeObjects();
        return new RemoteView(cut.types, cut.presets);
    }

    private static TypeDefinitions read(TypeDefinitions remote, String sdl) {
        try {
            var definitions = SdlReader.definitions(sdl);
            refuseRepeated(definitions);
            var types = SdlReader.read(sdl);
            return definitions.stream().anyMatch(each -> each instanceof SdlDefinition.Roots)
                    ? withRoots(types, types.queryType(), remote, types.mutationType())
                    : withRoots(types, remote.queryType(), remote, remote.mutationType());
        } catch (ApiException malformed) {
            throw new Unresolvable(
                    malformed.failure() instanceof Failure.Own own ? own.message() : "the SDL is malformed");
        }
    }

    private static void refuseRepeated(List<SdlDefinition> definitions) {
        var seen = new HashSet<String>();
        var twice = definitions.stream()
                .filter(each -> each instanceof SdlDefinition.Type(var _, var extension) && !extension)
                .map(each -> ((SdlDefinition.Type) each).definition().name())
                .filter(name -> !seen.add(name))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw new Unresolvable("validation for the given role-based schema failed because "
                    + "duplicate type names found: "
                    + twice.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")));
        }
    }

    /** A root that the SDL does not name is the remote's, if the SDL has it. */
    private static TypeDefinitions withRoots(
            TypeDefinitions types, String query, TypeDefinitions remote, @Nullable String mutation) {
        var own = mutation == null ? remote.mutationType() : mutation;
        if (!query.equals(remote.queryType()) || (own != null && !own.equals(remote.mutationType()))) {
            throw new Unresolvable("the roots of the schema are not those of the remote schema");
        }
        return new TypeDefinitions(
                types.types(), query, own != null && types.types().containsKey(own) ? own : null, null);
    }

    private void check() {
        if (!(types.types().get(types.queryType()) instanceof ObjectDefinition)) {
            throw new Unresolvable(types.queryType() + " has to be an object type");
        }
        var faults = TypeCheck.faults(types);
        if (!faults.isEmpty()) {
            throw new Unresolvable(faults.getFirst());
        }
        for (var type : types.types().values()) {
            if (type instanceof InterfaceDefinition(var name, var _, var fields, var possible)) {
                possible.forEach(object -> fields.forEach(field -> checkProvided(name, object, field)));
            }
        }
    }

    /** Else a field that the object leaves out could be had by way of the interface. */
    private void checkProvided(String face, String object, FieldDefinition field) {
        var provided = RemoteNaming.fields(types.types().get(object)).stream()
                .anyMatch(each -> each.name().equals(field.name()));
        if (!provided) {
            throw new Unresolvable("Interface field '" + face + "'.\"" + field.name() + "\" expected, but '" + object
                    + "' does not provide it");
        }
        checkPresets(face, object, field.name());
        checkPresets(object, face, field.name());
    }

    /** Else an argument that one of them presets could be given, or left out, by way of the other. */
    private void checkPresets(String type, String other, String field) {
        presets.forEach((place, preset) -> {
            if (place.type().equals(type)
                    && field.equals(place.field())
                    && !preset.equals(presets.get(RemoteInput.argument(other, field, place.name())))) {
                throw new Unresolvable("the argument \"" + place.name() + "\" of \"" + field
                        + "\" must have the same preset in \"" + type + "\" and in \"" + other + '"');
            }
        });
    }

    /** An input object of which clients give nothing is given as a whole, for GraphQL has no empty ones. */
    private void presetWholeObjects() {
        var before = -1;
        while (presets.size() != before) {
            before = presets.size();
            for (var type : types.types().values()) {
                if (type instanceof InputObjectDefinition(var name, var _, var inputs)) {
                    inputs.forEach(input -> presetWhole(RemoteInput.ofObject(name, input.name()), input));
                }
                for (var field : RemoteNaming.fields(type)) {
                    field.arguments()
                            .forEach(input ->
                                    presetWhole(RemoteInput.argument(type.name(), field.name(), input.name()), input));
                }
            }
        }
    }

    private void presetWhole(RemoteInput place, InputDefinition input) {
        if (presets.containsKey(place)
                || !(types.types().get(input.type().typeName())
                        instanceof InputObjectDefinition(var name, var _, var inputs))) {
            return;
        }
        var whole = new LinkedHashMap<String, RemotePreset>();
        for (var each : inputs) {
            var preset = presets.get(RemoteInput.ofObject(name, each.name()));
            if (preset == null) {
                return;
            }
            whole.put(each.name(), preset);
        }
        presets.put(place, new RemotePreset.ObjectOf(whole));
    }
}
