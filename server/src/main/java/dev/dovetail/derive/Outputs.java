package dev.dovetail.derive;

import dev.dovetail.graphql.ast.Selection.FieldNode;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.metadata.CustomTypes.CustomObject;
import dev.dovetail.metadata.CustomTypes.CustomObjectField;
import dev.dovetail.metadata.CustomTypes.TypeRelationship;
import dev.dovetail.model.Model;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * The types of what an operation selects, under the keys of its answer. The reference takes only the scalars of root
 * fields, and mixes those of several; here the action's answer has the shape of what its handler gets.
 */
final class Outputs {
    private final TypeNames names;
    private final Scalars scalars;
    private final Inputs enums;
    private final Rows rows;
    private final SequencedMap<String, CustomObject> objects = new LinkedHashMap<>();

    Outputs(Model model, TypeNames names, Scalars scalars, Inputs enums) {
        this.names = names;
        this.scalars = scalars;
        this.enums = enums;
        this.rows = new Rows(model);
    }

    /** Outer types before those within. */
    List<CustomObject> objects() {
        return List.copyOf(objects.values());
    }

    /** Of one root field its own type; of several an object with each. */
    String of(ObjectType<Meaning> root, List<FieldNode> selected) {
        var chosen = chosen(root, selected);
        if (chosen.size() > 1) {
            return object("output", root, chosen, false);
        }
        var only = chosen.firstEntry();
        return use(only.getValue(), "output", true);
    }

    /** @param nodes several when the same field is selected twice */
    private record Chosen(FieldDef<Meaning> definition, List<FieldNode> nodes) {
        boolean isCertain() {
            return nodes.stream().anyMatch(node -> node.directives().isEmpty());
        }

        List<FieldNode> within() {
            return nodes.stream()
                    .flatMap(node -> Original.fields(node.selections()).stream())
                    .toList();
        }
    }

    private static SequencedMap<String, Chosen> chosen(ObjectType<Meaning> type, List<FieldNode> selected) {
        var chosen = new LinkedHashMap<String, Chosen>();
        for (var node : selected) {
            var definition = type.fields().get(node.name());
            if (definition == null) {
                throw new Underivable("field '" + node.name() + "' not found in type: '" + type.name() + "'");
            }
            chosen.computeIfAbsent(node.responseKey(), _ -> new Chosen(definition, new ArrayList<>()))
                    .nodes()
                    .add(node);
        }
        return chosen;
    }

    /** @param lasts whether what is answered can be looked up afterwards */
    private String object(String called, ObjectType<Meaning> type, SequencedMap<String, Chosen> chosen, boolean lasts) {
        var name = names.fresh(called);
        objects.put(name, new CustomObject(name, null, List.of(), List.of(), List.of()));
        var fields = new ArrayList<CustomObjectField>();
        var meanings = new LinkedHashMap<String, Meaning>();
        var prefix = called.replaceFirst("output$", "");
        chosen.forEach((key, field) -> {
            fields.add(new CustomObjectField(key, use(field, prefix + key + "_output", lasts), null, null));
            meanings.put(key, field.definition().meaning());
        });
        var relationships = lasts ? rows.relationships(type.name(), meanings) : List.<TypeRelationship>of();
        objects.put(name, new CustomObject(name, null, fields, relationships, List.of()));
        return name;
    }

    private String use(Chosen field, String called, boolean lasts) {
        var definition = field.definition();
        var type = field.isCertain() ? definition.type() : definition.type().unwrapped();
        var stays = lasts
                && !(definition.meaning() instanceof FieldMeaning.DeleteWhere)
                && !(definition.meaning() instanceof FieldMeaning.DeleteByKey);
        var named = type.named();
        var name = switch (named.type().get()) {
            case ScalarType<Meaning> scalar -> scalars.use(scalar.name());
            case EnumType<Meaning> values -> enums.enumeration(values);
            case ObjectType<Meaning> object -> {
                var within = field.within();
                if (within.isEmpty()) {
                    throw new Underivable(
                            "nothing is selected of '" + definition.name() + "' that a handler could answer");
                }
                yield object(called, object, chosen(object, within), stays);
            }
            case InterfaceType<Meaning> _, UnionType<Meaning> _, InputObjectType<Meaning> _ ->
                throw new Underivable("the field '" + definition.name()
                        + "' answers objects of several types, which a derived action cannot");
        };
        return wrapped(type, _ -> name);
    }

    private static String wrapped(TypeUse<Meaning> type, UnaryOperator<String> rename) {
        return switch (type) {
            case TypeUse.Named<Meaning>(var name, var _) -> rename.apply(name);
            case TypeUse.ListOf<Meaning>(var of) -> "[" + wrapped(of, rename) + "]";
            case TypeUse.NonNull<Meaning>(var of) -> wrapped(of, rename) + "!";
        };
    }
}
