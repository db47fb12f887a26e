package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Tells interfaces who implements them, which SDL says only the other way round. */
final class Implementations {
    private Implementations() {}

    static SequencedMap<String, TypeDefinition> fill(SequencedMap<String, TypeDefinition> types) {
        var implementers = implementers(types);
        var filled = new LinkedHashMap<String, TypeDefinition>();
        types.forEach((name, type) -> filled.put(
                name,
                type instanceof InterfaceDefinition(var _, var description, var fields, var _)
                        ? new InterfaceDefinition(name, description, fields, implementers.getOrDefault(name, List.of()))
                        : type));
        return filled;
    }

    private static Map<String, List<String>> implementers(SequencedMap<String, TypeDefinition> types) {
        var implementers = new LinkedHashMap<String, List<String>>();
        for (var type : types.values()) {
            if (type instanceof ObjectDefinition object) {
                object.interfaces()
                        .forEach(face -> implementers
                                .computeIfAbsent(face, _ -> new ArrayList<>())
                                .add(object.name()));
            }
        }
        return implementers;
    }
}
