package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.argument;
import static dev.dovetail.schema.Uses.field;
import static dev.dovetail.schema.Uses.input;
import static dev.dovetail.schema.Uses.listOfRequired;
import static dev.dovetail.schema.Uses.nullableIf;
import static dev.dovetail.schema.Uses.required;
import static dev.dovetail.schema.Uses.requiredList;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.NativeQuery;
import dev.dovetail.model.NativeRelationship;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Native queries: their root fields, their rows, and relationships to them. */
final class NativeTypes {
    private final Registry registry;
    private final Visibility visibility;
    private final ScalarTypes scalars;
    private final LogicalModelTypes models;
    private final RowTypes rows;

    NativeTypes(Registry registry, Visibility visibility, ScalarTypes scalars, RowTypes rows) {
        this.registry = registry;
        this.visibility = visibility;
        this.scalars = scalars;
        this.models = new LogicalModelTypes(registry, visibility, scalars);
        this.rows = rows;
    }

    FieldDef<Meaning> root(NativeQuery query) {
        return field(
                query.name(),
                query.description(),
                selection(query, query.name()),
                requiredList(of(query)),
                new FieldMeaning.SelectNative(query));
    }

    FieldDef<Meaning> related(NativeRelationship relationship) {
        var target = relationship.target();
        var field = relationship.field();
        var meaning = new FieldMeaning.RelatedNative(relationship);
        return switch (relationship.kind()) {
            case OBJECT ->
                field(
                        field,
                        Objects.requireNonNullElse(relationship.description(), "An object relationship"),
                        given(target, field),
                        of(target),
                        meaning);
            case ARRAY ->
                field(
                        field,
                        Objects.requireNonNullElse(relationship.description(), "An array relationship"),
                        selection(target, field),
                        listOfRequired(of(target)),
                        meaning);
        };
    }

    /** Queries without relationships share the type of their logical model. */
    private TypeUse<Meaning> of(NativeQuery query) {
        var name = query.typeName();
        return registry.named(
                name,
                () -> new ObjectType<>(
                        name, query.returns().description(), Fields.lazy(() -> fields(query)), List.of()));
    }

    private List<FieldDef<Meaning>> fields(NativeQuery query) {
        var fields = new ArrayList<FieldDef<Meaning>>();
        for (var column : visibility.fields(query.returns())) {
            fields.add(field(
                    column.field(),
                    column.description(),
                    rows.path(query.returns().naming(), column.type()),
                    nullableIf(column.nullable(), scalars.of(column.type())),
                    new FieldMeaning.ColumnValue(column)));
        }
        visibility
                .relationships(query)
                .forEach(each -> fields.addAll(rows.related(query.returns().naming(), each)));
        visibility.nativeRelationships(query.toQueries().values()).forEach(each -> fields.add(related(each)));
        return fields.stream().sorted(Comparator.comparing(FieldDef::name)).toList();
    }

    private List<InputField<Meaning>> selection(NativeQuery query, String field) {
        var all = new ArrayList<>(given(query, field));
        all.addAll(models.arguments(query.returns()));
        return all;
    }

    /** @param field that takes them, after which their type is called */
    private List<InputField<Meaning>> given(NativeQuery query, String field) {
        if (query.arguments().isEmpty()) {
            return List.of();
        }
        var name = NativeQuery.argumentsType(field);
        var description = field + "Native Query Arguments";
        var type = registry.named(
                name, () -> new InputObjectType<>(name, description, Lazy.of(() -> Uses.sorted(given(query)))));
        return List.of(argument(query.returns().naming(), ArgumentName.ARGS, description, required(type)));
    }

    private List<InputField<Meaning>> given(NativeQuery query) {
        return query.arguments().stream()
                .map(each -> input(
                        each.name(),
                        Objects.requireNonNullElse(each.description(), "Native Query argument " + each.name()),
                        nullableIf(each.nullable(), scalars.of(each.type())),
                        new InputMeaning.NativeArgument(each)))
                .toList();
    }
}
