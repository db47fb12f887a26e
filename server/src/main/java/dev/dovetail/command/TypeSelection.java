package dev.dovetail.command;

import dev.dovetail.metadata.AbstractTypes;
import dev.dovetail.metadata.AbstractTypes.CustomInterface;
import dev.dovetail.metadata.AbstractTypes.CustomUnion;
import dev.dovetail.metadata.ActionDefinition;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.CustomTypes.CustomEnum;
import dev.dovetail.metadata.CustomTypes.CustomInputField;
import dev.dovetail.metadata.CustomTypes.CustomInputObject;
import dev.dovetail.metadata.CustomTypes.CustomObject;
import dev.dovetail.metadata.CustomTypes.CustomObjectField;
import dev.dovetail.metadata.CustomTypes.CustomScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Some of the custom types. */
final class TypeSelection {
    private TypeSelection() {}

    /** What an action takes and answers, and what is within. */
    static CustomTypes of(CustomTypes types, ActionDefinition action) {
        return named(types, names(types, action));
    }

    static CustomTypes named(CustomTypes types, Collection<String> names) {
        return new CustomTypes(
                types.scalars().stream()
                        .filter(each -> names.contains(each.name()))
                        .toList(),
                types.enums().stream()
                        .filter(each -> names.contains(each.name()))
                        .toList(),
                types.inputObjects().stream()
                        .filter(each -> names.contains(each.name()))
                        .toList(),
                types.objects().stream()
                        .filter(each -> names.contains(each.name()))
                        .toList(),
                new AbstractTypes(
                        types.abstracts().interfaces().stream()
                                .filter(each -> names.contains(each.name()))
                                .toList(),
                        types.abstracts().unions().stream()
                                .filter(each -> names.contains(each.name()))
                                .toList()));
    }

    /** The names of those there are, from the action inwards. */
    static SequencedSet<String> names(CustomTypes types, ActionDefinition action) {
        return names(parts(types), action);
    }

    /** @param parts of all types, so that whoever looks at many actions finds them once */
    static SequencedSet<String> names(Map<String, List<String>> parts, ActionDefinition action) {
        var open = new ArrayDeque<String>();
        action.arguments().forEach(each -> open.add(bare(each.type())));
        open.add(bare(action.outputType()));
        var found = new LinkedHashSet<String>();
        for (var name = open.poll(); name != null; name = open.poll()) {
            var within = parts.get(name);
            if (within != null && found.add(name)) open.addAll(within);
        }
        return found;
    }

    /** By the name of each type, the names of the types in it. */
    static Map<String, List<String>> parts(CustomTypes types) {
        var parts = new HashMap<String, List<String>>();
        Stream.concat(
                        types.scalars().stream().map(CustomScalar::name),
                        types.enums().stream().map(CustomEnum::name))
                .forEach(name -> parts.put(name, new ArrayList<>()));
        for (CustomInputObject type : types.inputObjects()) {
            parts.put(
                    type.name(),
                    new ArrayList<>(type.fields().stream()
                            .map(CustomInputField::type)
                            .map(TypeSelection::bare)
                            .toList()));
        }
        for (CustomInterface type : types.abstracts().interfaces()) {
            parts.put(type.name(), new ArrayList<>(bare(type.fields())));
        }
        for (CustomUnion type : types.abstracts().unions()) parts.put(type.name(), new ArrayList<>(type.types()));
        for (CustomObject type : types.objects()) {
            var within = new ArrayList<>(bare(type.fields()));
            within.addAll(type.interfaces());
            parts.put(type.name(), within);
            // Who answers an interface may answer any object that has it.
            for (var face : type.interfaces()) {
                var known = parts.get(face);
                if (known != null) known.add(type.name());
            }
        }
        return parts;
    }

    private static List<String> bare(List<CustomObjectField> fields) {
        return fields.stream()
                .map(CustomObjectField::type)
                .map(TypeSelection::bare)
                .toList();
    }

    /** {@code User} of {@code [User!]!}. */
    private static String bare(String type) {
        return type.replaceAll("[\\[\\]!\\s]", "");
    }
}
