package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.metadata.AbstractTypes.CustomInterface;
import dev.dovetail.metadata.AbstractTypes.CustomUnion;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.CustomTypes.CustomObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Checks the interfaces and unions of custom types, against objects that are checked already. */
final class AbstractTypeStage {
    private final CustomTypes metadata;
    private final Predicate<String> isOutput;
    private final Map<String, CustomType> resolved;

    /** @param resolved holds the objects; interfaces and unions are added */
    AbstractTypeStage(CustomTypes metadata, Predicate<String> isOutput, Map<String, CustomType> resolved) {
        this.metadata = metadata;
        this.isOutput = isOutput;
        this.resolved = resolved;
    }

    /** Throws {@link Unresolvable} at the first fault. */
    void resolve() {
        metadata.abstracts().interfaces().forEach(this::face);
        metadata.abstracts().unions().forEach(this::union);
        metadata.objects().forEach(this::checkInterfaces);
    }

    private void face(CustomInterface face) {
        var fields = new LinkedHashMap<String, CustomType.Field>();
        for (var field : face.fields()) {
            var type = TypeText.parse(field.type());
            if (!isOutput.test(type.typeName())) {
                throw new Unresolvable("the type \"" + type.typeName() + "\" of field \"" + field.name() + "\" in \""
                        + face.name() + "\" does not exist or is none to answer with");
            }
            var earlier = fields.put(field.name(), new CustomType.Field(field.name(), field.description(), type));
            if (earlier != null) {
                throw new Unresolvable(
                        "interface \"" + face.name() + "\" has more than one field \"" + field.name() + "\"");
            }
        }
        if (fields.isEmpty()) {
            throw new Unresolvable("interface \"" + face.name() + "\" has no fields");
        }
        var members = metadata.objects().stream()
                .filter(object -> object.interfaces().contains(face.name()))
                .map(CustomObject::name)
                .toList();
        resolved.put(face.name(), new CustomType.Interface(face.name(), face.description(), fields, members));
    }

    private void union(CustomUnion union) {
        if (union.types().isEmpty()) {
            throw new Unresolvable("union \"" + union.name() + "\" has no types");
        }
        var names = new HashSet<String>();
        for (var name : union.types()) {
            if (!names.add(name)) {
                throw new Unresolvable("union \"" + union.name() + "\" has the type \"" + name + "\" twice");
            }
            if (metadata.object(name).isEmpty()) {
                throw new Unresolvable("the type \"" + name + "\" of union \"" + union.name()
                        + "\" does not exist or is no object type of the custom types");
            }
        }
        resolved.put(union.name(), new CustomType.Union(union.name(), union.description(), union.types()));
    }

    private void checkInterfaces(CustomObject object) {
        var names = new HashSet<String>();
        for (var name : object.interfaces()) {
            if (!(resolved.get(name) instanceof CustomType.Interface face)) {
                throw new Unresolvable(
                        "the interface \"" + name + "\" of object \"" + object.name() + "\" does not exist");
            }
            if (!names.add(name)) {
                throw new Unresolvable("object \"" + object.name() + "\" has the interface \"" + name + "\" twice");
            }
            face.fields().values().forEach(field -> checkField(object, face, field));
        }
    }

    private void checkField(CustomObject object, CustomType.Interface face, CustomType.Field wanted) {
        var own = object.fields().stream()
                .filter(field -> field.name().equals(wanted.name()))
                .findFirst()
                .orElseThrow(() -> new Unresolvable("object \"" + object.name() + "\" has no field \"" + wanted.name()
                        + "\" as its interface \"" + face.name() + "\" wants"));
        if (!fits(TypeText.parse(own.type()), wanted.type())) {
            throw new Unresolvable("the field \"" + wanted.name() + "\" of object \"" + object.name()
                    + "\" has the type " + own.type() + ", where its interface \"" + face.name() + "\" wants "
                    + wanted.type());
        }
    }

    /** A field may promise more than its interface: a member of a union, or that there is no null. */
    private boolean fits(TypeSyntax own, TypeSyntax wanted) {
        return switch (wanted) {
            case TypeSyntax.NonNull(var wantedOf) -> own instanceof TypeSyntax.NonNull(var of) && fits(of, wantedOf);
            case TypeSyntax.ListOf(var wantedOf) ->
                bare(own) instanceof TypeSyntax.ListOf(var of) && fits(of, wantedOf);
            case TypeSyntax.Named(var wantedName) ->
                bare(own) instanceof TypeSyntax.Named(var name)
                        && (name.equals(wantedName) || isMember(name, wantedName));
        };
    }

    private boolean isMember(String object, String of) {
        return switch (resolved.get(of)) {
            case CustomType.Interface face -> face.members().contains(object);
            case CustomType.Union union -> union.members().contains(object);
            case null, default -> false;
        };
    }

    private static TypeSyntax bare(TypeSyntax type) {
        return type instanceof TypeSyntax.NonNull(var of) ? of : type;
    }
}
