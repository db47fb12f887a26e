package dev.dovetail.schema;

import static dev.dovetail.schema.Uses.field;
import static dev.dovetail.schema.Uses.input;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteRelationship.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The fields of relationships that leave their service, whatever they start at; none where the role sees nothing. */
final class JoinedFields {
    private final Visibility visibility;
    private final SelectArguments arguments;
    private final RowTypes rows;
    private final RemoteTypes remotes;
    private final ActionTypes actions;

    JoinedFields(
            Visibility visibility, SelectArguments arguments, RowTypes rows, RemoteTypes remotes, ActionTypes actions) {
        this.visibility = visibility;
        this.arguments = arguments;
        this.rows = rows;
        this.remotes = remotes;
        this.actions = actions;
    }

    List<FieldDef<Meaning>> of(Collection<RemoteRelationship> relationships) {
        return relationships.stream()
                .flatMap(relationship -> of(relationship).stream())
                .toList();
    }

    /** Whether the role may ask the other side; whether an action then answers something, {@link ActionTypes} knows. */
    boolean sees(RemoteRelationship relationship) {
        return visibility.reaches(relationship)
                && (!(relationship.target() instanceof Target.ToRemoteSchema target) || remotes.sees(target));
    }

    /** As in the reference, whether or not the role may read the keys: they are fetched and not shown. */
    private List<FieldDef<Meaning>> of(RemoteRelationship relationship) {
        if (!sees(relationship)) {
            return List.of();
        }
        var meaning = new FieldMeaning.Joined(relationship);
        return switch (relationship.target()) {
            case Target.ToTable target -> toTable(relationship, target, meaning);
            case Target.ToRemoteSchema target ->
                List.of(field(
                        relationship.field(),
                        null,
                        remotes.freeArguments(target),
                        spread(relationship, remotes.joined(target)),
                        meaning));
            case Target.ToAction target when !actions.isAnswerable(target.action()) -> List.of();
            case Target.ToAction target ->
                List.of(field(
                        relationship.field(),
                        target.action().description(),
                        target.free().stream()
                                .map(each -> input(
                                        each.name(),
                                        each.description(),
                                        actions.use(each.type()),
                                        new InputMeaning.PassedOn()))
                                .toList(),
                        spread(
                                relationship,
                                actions.use(target.action().output()).unwrapped()),
                        meaning));
        };
    }

    /** A joined field may always be missing: its key may be null, and so may the answer. */
    private static TypeUse<Meaning> spread(RemoteRelationship relationship, TypeUse<Meaning> of) {
        return relationship.spreads() && !relationship.target().leadsToMany() ? new TypeUse.ListOf<>(of) : of;
    }

    /** Types and names are those of the other source. */
    private List<FieldDef<Meaning>> toTable(
            RemoteRelationship relationship, Target.ToTable target, FieldMeaning meaning) {
        var row = rows.of(target.table());
        if (target.kind() == Relationship.Kind.OBJECT) {
            return List.of(field(relationship.field(), null, spread(relationship, row), meaning));
        }
        var fields = new ArrayList<FieldDef<Meaning>>();
        fields.add(field(
                relationship.field(),
                null,
                arguments.of(target.table()),
                unlessPartial(relationship, Uses.listOfRequired(row)),
                meaning));
        if (visibility.aggregatable(target.table()) && !relationship.spreads()) {
            fields.add(field(
                    target.table().naming().aggregateOrder(relationship.field()),
                    null,
                    arguments.of(target.table()),
                    unlessPartial(relationship, rows.aggregates().of(target.table())),
                    new FieldMeaning.JoinedAggregate(relationship)));
        }
        return fields;
    }

    /** Not null in the reference, though a null key makes it so; where a failure may too, nothing is promised. */
    private static TypeUse<Meaning> unlessPartial(RemoteRelationship relationship, TypeUse<Meaning> type) {
        return relationship.partial() ? type : Uses.required(type);
    }
}
