package dev.dovetail.model;

import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.metadata.RemoteCustomization;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the types and fields of a remote schema are called here. <em>Own</em> names are those of the remote itself; they
 * are what everything but a role's schema and an answer speaks of.
 */
public final class RemoteNaming {
    /** Everything keeps its name. */
    public static final RemoteNaming PLAIN = new RemoteNaming(null, Map.of(), Map.of());

    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final @Nullable String namespace;
    private final Map<String, String> types;
    private final Map<String, String> owns;
    private final Map<String, Map<String, String>> fields;

    private RemoteNaming(
            @Nullable String namespace, Map<String, String> types, Map<String, Map<String, String>> fields) {
        this.namespace = namespace;
        this.types = types;
        this.fields = fields;
        this.owns = new HashMap<>();
        types.forEach((own, shown) -> owns.put(shown, own));
    }

    /** Throws {@link Unresolvable} when two things would get one name. */
    static RemoteNaming of(@Nullable RemoteCustomization customization, TypeDefinitions types) {
        if (customization == null) {
            return PLAIN;
        }
        var naming = new RemoteNaming(
                customization.rootFieldsNamespace(), typeNames(customization, types), fieldNames(customization, types));
        naming.checkInterfaces(types);
        naming.checkDistinct(types);
        return naming;
    }

    /** The field under which the root fields stand; null when there is none. */
    public @Nullable String namespace() {
        return namespace;
    }

    public String type(String own) {
        return types.getOrDefault(own, own);
    }

    /** The own name of a type. */
    public String ownType(String shown) {
        return owns.getOrDefault(shown, shown);
    }

    /** @param ownType the object or interface that has the field */
    public String field(String ownType, String ownField) {
        return fields.getOrDefault(ownType, Map.of()).getOrDefault(ownField, ownField);
    }

    /** Whether {@code __typename} of an answer may have to be changed. */
    public boolean renamesTypes() {
        return !types.isEmpty();
    }

    /** Only the types that get another name. */
    private static Map<String, String> typeNames(RemoteCustomization customization, TypeDefinitions types) {
        var names = new HashMap<String, String>();
        var namespace = customization.rootFieldsNamespace();
        var roots = roots(types);
        var renaming = customization.typeNames();
        if (renaming != null) {
            types.types().keySet().stream()
                    .filter(name -> !name.startsWith("__") && !BUILT_IN.contains(name))
                    .filter(name -> namespace != null || !roots.contains(name))
                    .forEach(name -> names.put(name, renaming.apply(name)));
        }
        if (namespace != null) {
            roots.forEach(name -> names.put(name, namespace + name));
        }
        if (renaming != null) {
            names.putAll(renaming.mapping());
        }
        names.keySet().retainAll(types.types().keySet());
        names.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
        return names;
    }

    private static Set<String> roots(TypeDefinitions types) {
        return Stream.of(types.queryType(), types.mutationType(), types.subscriptionType())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, Map<String, String>> fieldNames(
            RemoteCustomization customization, TypeDefinitions types) {
        var names = new HashMap<String, Map<String, String>>();
        for (var each : customization.fieldNames()) {
            var ofType = new HashMap<String, String>();
            fields(types.types().get(each.parentType()))
                    .forEach(field -> ofType.put(field.name(), each.renaming().apply(field.name())));
            ofType.putAll(each.renaming().mapping());
            names.put(each.parentType(), ofType);
        }
        return names;
    }

    static List<FieldDefinition> fields(@Nullable TypeDefinition type) {
        return switch (type) {
            case ObjectDefinition object -> object.fields();
            case InterfaceDefinition face -> face.fields();
            case null -> List.of();
            case TypeDefinition.ScalarDefinition _,
                    TypeDefinition.EnumDefinition _,
                    TypeDefinition.UnionDefinition _,
                    TypeDefinition.InputObjectDefinition _ -> List.of();
        };
    }

    private void checkInterfaces(TypeDefinitions all) {
        for (var type : all.types().values()) {
            if (type instanceof InterfaceDefinition(var face, var _, var faceFields, var possible)) {
                for (var object : possible) {
                    faceFields.forEach(each -> checkSame(face, object, each.name()));
                }
            }
        }
    }

    private void checkSame(String face, String object, String field) {
        var ofFace = field(face, field);
        var ofObject = field(object, field);
        if (!ofFace.equals(ofObject)) {
            throw new Unresolvable("Remote schema customization inconsistency: field name mapping for field \"" + field
                    + "\" of interface \"" + face + "\" is inconsistent with mapping for type \"" + object
                    + "\". Interface field name maps to \"" + ofFace + "\". Type field name maps to \"" + ofObject
                    + "\".");
        }
    }

    private void checkDistinct(TypeDefinitions all) {
        var twice = repeated(all.types().keySet().stream().map(this::type));
        if (!twice.isEmpty()) {
            throw new Unresolvable(
                    "Type name mappings are not distinct; the following types appear more than once: " + twice);
        }
        for (var type : all.types().values()) {
            var ofType = repeated(fields(type).stream().map(each -> field(type.name(), each.name())));
            if (!ofType.isEmpty()) {
                var kind = type instanceof InterfaceDefinition ? "interface" : "object";
                throw new Unresolvable("Field name mappings for " + kind + " type \"" + type.name()
                        + "\" are not distinct; the following fields appear more than once: " + ofType);
            }
        }
    }

    private static String repeated(Stream<String> names) {
        var seen = new HashSet<String>();
        return names.filter(name -> !seen.add(name))
                .distinct()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
    }
}
