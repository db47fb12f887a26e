package dev.dovetail.model;

import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.EnumValueDefinition;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.EnumDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.graphql.syntax.ValuePrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code @preset(value: …, static: …)} in the schema that a role is permitted. A text that begins with
 * {@code x-hasura-} is a session variable, unless it is static.
 */
final class PresetReader {
    static final String DIRECTIVE = "preset";
    private static final String SESSION_PREFIX = "x-hasura-";
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final Map<String, TypeDefinition> types;

    /** @param types those of the role's schema */
    PresetReader(Map<String, TypeDefinition> types) {
        this.types = types;
    }

    /** Throws {@link Unresolvable}, in the reference's words. */
    RemotePreset read(InputDefinition input, Directive preset) {
        if (preset.arguments().isEmpty()) {
            throw new Unresolvable("no arguments found in the preset directive");
        }
        var value = preset.arguments().get("value");
        if (value == null) {
            throw new Unresolvable("preset argument \"value\" not found at \"" + input.name() + '"');
        }
        var isStatic = switch (preset.arguments().get("static")) {
            case null -> false;
            case Value.BooleanValue(var given) -> given;
            case Value _ -> throw new Unresolvable("expected preset static value to be a Boolean value");
        };
        return new One(input.name(), isStatic).of(input.type(), value);
    }

    private final class One {
        private final String input;
        private final boolean isStatic;

        One(String input, boolean isStatic) {
            this.input = input;
            this.isStatic = isStatic;
        }

        RemotePreset of(TypeSyntax type, Value value) {
            return switch (type) {
                case TypeSyntax.NonNull(var of) -> of(of, value);
                case TypeSyntax.ListOf(var of) -> list(of, value);
                case TypeSyntax.Named(var name) -> named(name, value);
            };
        }

        /** A single value stands for a list of one. */
        private RemotePreset list(TypeSyntax of, Value value) {
            if (value instanceof Value.ListValue(var items)) {
                return new RemotePreset.ListOf(
                        items.stream().map(item -> of(of, item)).toList());
            }
            if (value instanceof Value.StringValue(var text) && isSessionVariable(text)) {
                throw new Unresolvable("illegal preset value at \"" + input
                        + "\". Session arguments can only be set for singleton values");
            }
            return of(of, value);
        }

        private RemotePreset named(String name, Value value) {
            return switch (types.get(name)) {
                case ScalarDefinition _ -> scalar(name, value);
                case EnumDefinition(var _, var _, var values) -> enumValue(name, values, value);
                case InputObjectDefinition object -> object(object, value);
                case null -> {
                    if (BUILT_IN.contains(name)) {
                        yield scalar(name, value);
                    }
                    throw noInput(name);
                }
                case TypeDefinition.ObjectDefinition _,
                        TypeDefinition.InterfaceDefinition _,
                        TypeDefinition.UnionDefinition _ -> throw noInput(name);
            };
        }

        private RemotePreset scalar(String type, Value value) {
            return switch (value) {
                case Value.StringValue(var text)
                when isSessionVariable(text) && !isStatic ->
                    new RemotePreset.OfSession(text.toLowerCase(Locale.ROOT), type, Set.of());
                case Value.EnumValue _, Value.ListValue _, Value.ObjectValue _ ->
                    throw unexpected(type, value, "a scalar value");
                case Value _ -> new RemotePreset.Fixed(value);
            };
        }

        private RemotePreset enumValue(String type, List<EnumValueDefinition> values, Value value) {
            var names = values.stream().map(EnumValueDefinition::name).collect(Collectors.toUnmodifiableSet());
            return switch (value) {
                case Value.EnumValue(var name) -> {
                    if (!names.contains(name)) {
                        throw new Unresolvable('"' + name + "\" not found in the enum: \"" + type + '"');
                    }
                    yield new RemotePreset.Fixed(value);
                }
                case Value.StringValue(var text)
                when isSessionVariable(text) -> new RemotePreset.OfSession(text.toLowerCase(Locale.ROOT), type, names);
                case Value _ -> throw unexpected(type, value, "an enum value");
            };
        }

        private RemotePreset object(InputObjectDefinition type, Value value) {
            if (!(value instanceof Value.ObjectValue(var given))) {
                throw unexpected(type.name(), value, "an input object value");
            }
            var fields = new LinkedHashMap<String, RemotePreset>();
            given.forEach((name, part) -> {
                var definition = type.fields().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Unresolvable(
                                '"' + name + "\" does not exist in the input object \"" + type.name() + '"'));
                fields.put(name, new One(name, isStatic).of(definition.type(), part));
            });
            return new RemotePreset.ObjectOf(fields);
        }
    }

    private static boolean isSessionVariable(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith(SESSION_PREFIX);
    }

    private static Unresolvable noInput(String type) {
        return new Unresolvable("expected \"" + type + "\" to be an input type, but it's an output type");
    }

    private static Unresolvable unexpected(String type, Value value, String wanted) {
        return new Unresolvable(
                "expected preset value \"" + ValuePrinter.print(value) + "\" of type \"" + type + "\" to be " + wanted);
    }
}
