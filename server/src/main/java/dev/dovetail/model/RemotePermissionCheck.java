package dev.dovetail.model;

import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
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
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.graphql.syntax.ValuePrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the schema that a role is permitted against the remote schema itself: types, fields, arguments, enum values and
 * union members may be left out, and nothing else may differ. In the reference's words.
 */
final class RemotePermissionCheck {
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final TypeDefinitions remote;
    private final TypeDefinitions permitted;
    private final PresetReader reader;
    private final Map<RemoteInput, RemotePreset> presets = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private RemotePermissionCheck(TypeDefinitions remote, TypeDefinitions permitted) {
        this.remote = remote;
        this.permitted = permitted;
        this.reader = new PresetReader(permitted.types());
    }

    /**
     * The presets found. Throws {@link Unresolvable} with all that is wrong, up to the first fault that ends the check.
     *
     * @param ofTypes directives that stand at types and fields
     */
    static Map<RemoteInput, RemotePreset> presets(
            TypeDefinitions remote, TypeDefinitions permitted, List<Directive> ofTypes) {
        var check = new RemotePermissionCheck(remote, permitted);
        try {
            ofTypes.forEach(check::ofType);
            permitted.types().values().forEach(check::type);
        } catch (Unresolvable end) {
            check.faults.add(end.reason());
        }
        if (!check.faults.isEmpty()) {
            throw new Unresolvable("validation for the given role-based schema failed " + reasons(check.faults));
        }
        return check.presets;
    }

    private static String reasons(List<String> faults) {
        return faults.size() == 1
                ? "because " + faults.getFirst()
                : faults.stream()
                        .map(fault -> " • " + fault + "\n")
                        .collect(Collectors.joining("", "for the following reasons:\n", ""));
    }

    /** An introspection tells of no directives, so that a type or field can have none. */
    private void ofType(Directive directive) {
        if (!directive.name().equals(PresetReader.DIRECTIVE)) {
            throw missing("Directive", directive.name());
        }
        faults.add("Preset directives can be defined only on INPUT_FIELD_DEFINITION or ARGUMENT_DEFINITION");
    }

    private void type(TypeDefinition type) {
        var upstream = remote.types().get(type.name());
        switch (type) {
            case ScalarDefinition(var name, var _) -> {
                if (!BUILT_IN.contains(name) && !(upstream instanceof ScalarDefinition)) {
                    throw missing("Scalar", name);
                }
            }
            case EnumDefinition given -> {
                if (upstream instanceof EnumDefinition known) {
                    enumeration(given, known);
                } else {
                    throw missing("Enum", given.name());
                }
            }
            case ObjectDefinition given -> {
                if (upstream instanceof ObjectDefinition known) {
                    object(given, known);
                } else {
                    throw missing("Object", given.name());
                }
            }
            case InterfaceDefinition given -> {
                if (upstream instanceof InterfaceDefinition known) {
                    fields("Interface", given.name(), given.fields(), known.fields());
                } else {
                    throw missing("Interface", given.name());
                }
            }
            case UnionDefinition given -> {
                if (upstream instanceof UnionDefinition known) {
                    union(given, known);
                } else {
                    throw missing("Union", given.name());
                }
            }
            case InputObjectDefinition given -> {
                if (upstream instanceof InputObjectDefinition known) {
                    inputs(
                            given.name(),
                            given.fields(),
                            known.fields(),
                            name -> RemoteInput.ofObject(given.name(), name));
                } else {
                    throw missing("Input object", given.name());
                }
            }
        }
    }

    private static Unresolvable missing(String kind, String name) {
        return new Unresolvable("\"" + kind + "\": \"" + name + "\" does not exist in the upstream remote schema");
    }

    private void enumeration(EnumDefinition given, EnumDefinition known) {
        var names = given.values().stream().map(EnumValueDefinition::name).toList();
        repeated(names, twice -> "duplicate enum values: " + twice + " found in the \"" + given.name() + "\" enum");
        var unknown = without(
                names, known.values().stream().map(EnumValueDefinition::name).toList());
        if (!unknown.isEmpty()) {
            faults.add("enum \"" + given.name() + "\" contains the following enum values that do not exist "
                    + "in the corresponding upstream remote enum: " + list(unknown));
        }
    }

    private void union(UnionDefinition given, UnionDefinition known) {
        var unknown = without(given.members(), known.members());
        if (!unknown.isEmpty()) {
            throw new Unresolvable("union \"" + given.name() + "\" contains members which do not exist in the members"
                    + " of the remote schema union :" + list(unknown));
        }
    }

    private void object(ObjectDefinition given, ObjectDefinition known) {
        var unknown = without(given.interfaces(), known.interfaces());
        var declared = unknown.stream()
                .filter(face -> permitted.types().get(face) instanceof InterfaceDefinition)
                .toList();
        if (!declared.isEmpty()) {
            faults.add("custom interfaces are not supported. Object\"" + given.name()
                    + "\" implements the following custom interfaces: " + list(declared));
        }
        var undeclared = without(unknown, declared);
        if (!undeclared.isEmpty()) {
            faults.add("object \"" + given.name() + "\" is trying to implement the following interfaces"
                    + " that do not exist in the corresponding upstream remote object: " + list(undeclared));
        }
        fields("Object", given.name(), given.fields(), known.fields());
    }

    /** @param kind of the type: Object or Interface */
    private void fields(String kind, String type, List<FieldDefinition> given, List<FieldDefinition> known) {
        repeated(
                given.stream().map(FieldDefinition::name).toList(),
                twice -> "duplicate fields: " + twice + "found in the \"" + kind + "\" \"" + type + '"');
        for (var field : given) {
            var upstream = known.stream()
                    .filter(each -> each.name().equals(field.name()))
                    .findFirst()
                    .orElseThrow(() -> new Unresolvable(
                            "field \"" + field.name() + "\" does not exist in the \"" + kind + "\": \"" + type + '"'));
            sameType(kind + " field", field.name(), upstream.type(), field.type());
            inputs(
                    field.name(),
                    field.arguments(),
                    upstream.arguments(),
                    name -> RemoteInput.argument(type, field.name(), name));
        }
    }

    private void sameType(String kind, String name, TypeSyntax known, TypeSyntax given) {
        if (!given.equals(known)) {
            faults.add("expected type of \"" + name + "\"(\"" + kind + "\") to be " + known + " but received " + given);
        }
    }

    /** @param owner the field that takes the arguments, or the input object */
    private void inputs(
            String owner,
            List<InputDefinition> given,
            List<InputDefinition> known,
            Function<String, RemoteInput> place) {
        repeated(
                given.stream().map(InputDefinition::name).toList(),
                twice -> "duplicate arguments: " + twice + "found in the field: \"" + owner + '"');
        var missing = without(required(known), required(given));
        if (!missing.isEmpty()) {
            throw new Unresolvable("field: \"" + owner
                    + "\" expects the following non nullable arguments to be present: " + list(missing));
        }
        for (var input : given) {
            var upstream = known.stream()
                    .filter(each -> each.name().equals(input.name()))
                    .findFirst()
                    .orElseThrow(() -> new Unresolvable("input argument \"" + input.name()
                            + "\" does not exist in the input object:\"" + owner + '"'));
            input(owner, input, upstream, place.apply(input.name()));
        }
    }

    private static List<String> required(List<InputDefinition> inputs) {
        return inputs.stream()
                .filter(each -> !each.type().nullable())
                .map(InputDefinition::name)
                .toList();
    }

    private void input(String owner, InputDefinition given, InputDefinition known, RemoteInput place) {
        var preset = preset(given.directives(), owner);
        sameType("Input object argument", given.name(), known.type(), given.type());
        if (!text(given.defaultValue()).equals(text(known.defaultValue()))) {
            faults.add("expected default value of input value: \"" + given.name() + "\"of input object \"" + owner
                    + "\" to be " + text(known.defaultValue()) + " but received " + text(given.defaultValue()));
        }
        if (preset != null) {
            presets.put(place, reader.read(given, preset));
        }
    }

    private static @Nullable Directive preset(List<Directive> directives, String owner) {
        Directive preset = null;
        for (var directive : directives) {
            if (!directive.name().equals(PresetReader.DIRECTIVE)) {
                throw missing("Directive", directive.name());
            }
            if (preset != null) {
                throw new Unresolvable(
                        "found multiple preset directives at \"Input object argument\" \"" + owner + '"');
            }
            preset = directive;
        }
        return preset;
    }

    private static String text(@Nullable Value value) {
        return value == null ? "" : ValuePrinter.print(value);
    }

    /** @param saying what there is to say of the names */
    private static void repeated(Collection<String> names, UnaryOperator<String> saying) {
        var seen = new HashSet<String>();
        var twice = names.stream().filter(name -> !seen.add(name)).distinct().toList();
        if (!twice.isEmpty()) {
            throw new Unresolvable(saying.apply(list(twice)));
        }
    }

    private static List<String> without(Collection<String> names, Collection<String> known) {
        return names.stream().filter(name -> !known.contains(name)).toList();
    }

    /** {@code "a", "b", and "c"}. */
    private static String list(List<String> names) {
        var quoted = names.stream().map(name -> '"' + name + '"').toList();
        return switch (quoted.size()) {
            case 1 -> quoted.getFirst();
            case 2 -> quoted.getFirst() + " and " + quoted.getLast();
            default -> String.join(", ", quoted.subList(0, quoted.size() - 1)) + ", and " + quoted.getLast();
        };
    }
}
