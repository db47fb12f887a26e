package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.name.SourceName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the custom types of actions. They stand or fall together, as in the reference. */
final class CustomTypeStage {
    private static final Set<String> BUILTIN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final CustomTypes metadata;
    private final Map<SourceName, SourceModel> sources;
    private final Collection<Catalog> catalogs;
    private final SequencedMap<String, CustomType> resolved = new LinkedHashMap<>();
    private final SequencedMap<String, List<CustomType.Field>> inputs = new LinkedHashMap<>();

    CustomTypeStage(CustomTypes metadata, Map<SourceName, SourceModel> sources, Collection<Catalog> catalogs) {
        this.metadata = metadata;
        this.sources = sources;
        this.catalogs = catalogs;
    }

    SequencedMap<String, CustomType> resolve(Faults faults) {
        try {
            declare();
            metadata.inputObjects().forEach(this::inputObject);
            metadata.objects().forEach(this::object);
            new AbstractTypeStage(metadata, this::isOutput, resolved).resolve();
            TypeRelationshipStage.check(new RemoteTargets(sources, Map.of(), Map.of()), metadata, resolved);
            return resolved;
        } catch (Unresolvable fault) {
            faults.add(new ObjectId.Types(), CustomTypesCodec.encode(metadata), fault.reason());
            return new LinkedHashMap<>();
        }
    }

    private void declare() {
        var names = new HashSet<String>();
        for (var scalar : metadata.scalars()) {
            claim(names, scalar.name());
            resolved.put(scalar.name(), new CustomType.Scalar(scalar.name(), scalar.description()));
        }
        for (var each : metadata.enums()) {
            claim(names, each.name());
            checkList("enum", each.name(), "values", each.values().stream().map(CustomTypes.CustomEnumValue::value));
            var values = each.values().stream()
                    .map(value -> new EnumValueDef(
                            value.value(),
                            value.description(),
                            Boolean.TRUE.equals(value.isDeprecated()) ? "No longer supported" : null))
                    .toList();
            resolved.put(each.name(), new CustomType.Enum(each.name(), each.description(), values));
        }
        metadata.inputObjects().forEach(each -> claim(names, each.name()));
        metadata.objects().forEach(each -> claim(names, each.name()));
        metadata.abstracts().interfaces().forEach(each -> claim(names, each.name()));
        metadata.abstracts().unions().forEach(each -> claim(names, each.name()));
        for (var source : sources.values()) {
            for (var table : source.tables().values()) {
                if (names.contains(table.typeName())) {
                    throw new Unresolvable(
                            "the type \"" + table.typeName() + "\" conflicts with the type of table \"" + table + "\"");
                }
            }
        }
    }

    private static void claim(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new Unresolvable("duplicate type name: \"" + name + "\"");
        }
        if (BUILTIN.contains(name)) {
            throw new Unresolvable("the name \"" + name + "\" is a built-in scalar");
        }
    }

    private static void checkList(String kind, String type, String what, Stream<String> names) {
        var seen = new LinkedHashSet<String>();
        var twice = names.filter(name -> !seen.add(name)).distinct().toList();
        if (seen.isEmpty()) {
            throw new Unresolvable("the " + kind + " \"" + type + "\" has no " + what);
        }
        if (!twice.isEmpty()) {
            throw new Unresolvable("the " + kind + " \"" + type + "\" has duplicate " + what + ": \""
                    + String.join("\", \"", twice) + '"');
        }
    }

    private void inputObject(CustomTypes.CustomInputObject object) {
        checkList(
                "input object",
                object.name(),
                "fields",
                object.fields().stream().map(CustomTypes.CustomInputField::name));
        var fields = object.fields().stream()
                .map(field -> {
                    var type = TypeText.parse(field.type());
                    if (isObject(type.typeName())) {
                        throw new Unresolvable("the field \"" + field.name() + "\" of input object \"" + object.name()
                                + "\" has the object type \"" + type.typeName() + "\", which no input can have");
                    }
                    checkKnown(type, object.name(), field.name());
                    return new CustomType.Field(field.name(), field.description(), type);
                })
                .toList();
        resolved.put(object.name(), new CustomType.InputObject(object.name(), object.description(), fields));
    }

    private void object(CustomTypes.CustomObject object) {
        var names = object.fields().stream().map(CustomTypes.CustomObjectField::name);
        checkList("object", object.name(), "fields", names);
        checkList("object", object.name(), "fields", namesWithRelationships(object));
        var fields = new LinkedHashMap<String, CustomType.Field>();
        for (var field : object.fields()) {
            if (field.arguments() != null) {
                throw new Unresolvable("the object \"" + object.name() + "\" can't have arguments");
            }
            var type = TypeText.parse(field.type());
            if (isInputObject(type.typeName())) {
                throw new Unresolvable("the field \"" + field.name() + "\" of object \"" + object.name()
                        + "\" has the input object type \"" + type.typeName() + "\"");
            }
            if (!isTable(type.typeName())) {
                checkKnown(type, object.name(), field.name());
            }
            fields.put(field.name(), new CustomType.Field(field.name(), field.description(), type));
        }
        resolved.put(object.name(), new CustomType.Object(object.name(), object.description(), fields));
    }

    private static Stream<String> namesWithRelationships(CustomTypes.CustomObject object) {
        return Stream.concat(
                object.fields().stream().map(CustomTypes.CustomObjectField::name),
                object.relationships().stream().map(each -> each.name().value()));
    }

    private boolean isObject(String name) {
        return metadata.object(name).isPresent() || metadata.abstracts().has(name);
    }

    /** The type of a table's rows, whose columns a handler may answer. */
    private boolean isTable(String name) {
        return sources.values().stream()
                .flatMap(source -> source.tables().values().stream())
                .anyMatch(table -> table.typeName().equals(name));
    }

    private boolean isInputObject(String name) {
        return metadata.inputObjects().stream().anyMatch(each -> each.name().equals(name));
    }

    private void checkKnown(TypeSyntax type, String owner, String field) {
        if (!isKnown(type.typeName())) {
            throw new Unresolvable("the type \"" + type.typeName() + "\" of field \"" + field + "\" in \"" + owner
                    + "\" does not exist");
        }
    }

    /** A custom type, a scalar of GraphQL, or a type of some source's database. */
    boolean isKnown(String name) {
        return BUILTIN.contains(name)
                || resolved.containsKey(name)
                || isInputObject(name)
                || isObject(name)
                || isDatabaseType(name);
    }

    private boolean isDatabaseType(String name) {
        return PgTypes.isCommon(name)
                || catalogs.stream()
                        .flatMap(catalog -> catalog.tables().values().stream())
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> PgTypes.scalar(column.type()).equals(name));
    }

    /** That relationships and objects do not go together is the reference's rule, whose SQL could not reach within. */
    void checkAsynchronous(String output) {
        if (resolved.get(output) instanceof CustomType.Object object
                && metadata.object(output)
                        .filter(each -> each.relationships().isEmpty())
                        .isEmpty()) {
            var objects = object.fields().values().stream()
                    .filter(field -> isObject(field.type().typeName())
                            || isTable(field.type().typeName()))
                    .map(field -> "\"" + field.name() + "\"")
                    .toList();
            if (!objects.isEmpty()) {
                throw new Unresolvable(
                        "Async action relations cannot be used with object fields: " + String.join(", ", objects));
            }
        }
    }

    /** Each one's fields; one map for all actions. */
    SequencedMap<String, List<CustomType.Field>> inputObjects() {
        if (inputs.isEmpty()) {
            for (var type : resolved.values()) {
                if (type instanceof CustomType.InputObject input) {
                    inputs.put(input.name(), input.fields());
                }
            }
        }
        return inputs;
    }

    boolean isInput(String name) {
        return isKnown(name) && !isObject(name);
    }

    boolean isOutput(String name) {
        return (isKnown(name) || isTable(name)) && !isInputObject(name);
    }
}
