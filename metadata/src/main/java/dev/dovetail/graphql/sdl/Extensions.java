package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.sdl.TypeDefinition.EnumDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.UnionDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code extend type T {…}}. */
public final class Extensions {
    private Extensions() {}

    /** The base with the extension's parts after its own; null when they are not of one kind. */
    public static @Nullable TypeDefinition extend(TypeDefinition base, TypeDefinition extension) {
        return switch (base) {
            case ScalarDefinition scalar -> extension instanceof ScalarDefinition ? scalar : null;
            case EnumDefinition(var name, var description, var values) ->
                extension instanceof EnumDefinition more
                        ? new EnumDefinition(name, description, joined(values, more.values()))
                        : null;
            case ObjectDefinition(var name, var description, var fields, var interfaces) ->
                extension instanceof ObjectDefinition more
                        ? new ObjectDefinition(
                                name, description, joined(fields, more.fields()), joined(interfaces, more.interfaces()))
                        : null;
            case InterfaceDefinition(var name, var description, var fields, var possible) ->
                extension instanceof InterfaceDefinition more
                        ? new InterfaceDefinition(name, description, joined(fields, more.fields()), possible)
                        : null;
            case UnionDefinition(var name, var description, var members) ->
                extension instanceof UnionDefinition more
                        ? new UnionDefinition(name, description, joined(members, more.members()))
                        : null;
            case InputObjectDefinition(var name, var description, var fields) ->
                extension instanceof InputObjectDefinition more
                        ? new InputObjectDefinition(name, description, joined(fields, more.fields()))
                        : null;
        };
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
