package dev.dovetail.schema;

import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.model.Action;
import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.CustomType;
import dev.dovetail.model.Function;
import dev.dovetail.model.NativeQuery;
import dev.dovetail.model.NativeRelationship;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.model.Table;

/** What a field of an answer stands for. */
public sealed interface FieldMeaning extends Meaning {

    /** A field of the query or mutation root. */
    sealed interface Root extends FieldMeaning {}

    /** A field that a remote schema answers, by the remote's own names. */
    sealed interface OfRemote extends FieldMeaning {
        /** The type that has the field. */
        String parent();

        /** With the arguments that the role sees or that are preset for it. */
        FieldDefinition field();
    }

    record SelectMany(Table table) implements Root {}

    record SelectByKey(Table table) implements Root {}

    record SelectAggregate(Table table) implements Root {}

    record SelectGroups(Table table) implements Root {}

    record InsertMany(Table table) implements Root {}

    record InsertOne(Table table) implements Root {}

    record UpdateWhere(Table table) implements Root {}

    record UpdateByKey(Table table) implements Root {}

    record UpdateMany(Table table) implements Root {}

    record DeleteWhere(Table table) implements Root {}

    record DeleteByKey(Table table) implements Root {}

    record CallFunction(Function function) implements Root {}

    record CallFunctionAggregate(Function function) implements Root {}

    record SelectNative(NativeQuery query) implements Root {}

    record CallAction(Action action) implements Root {}

    /** Asks for a call of an asynchronous action, which is made later. */
    record SubmitAction(Action action) implements Root {}

    /** Tells what became of such a call. */
    record ReportAction(Action action) implements Root {}

    /** @param parent the remote's query or mutation type */
    record CallRemote(RemoteSchema remote, String parent, FieldDefinition field) implements Root, OfRemote {}

    /** Holds the root fields of a source that has a namespace. */
    record Namespace() implements Root {}

    /** {@code __schema}. */
    record IntrospectSchema() implements Root {}

    /** {@code __type}. */
    record IntrospectType() implements Root {}

    /** Stands where a role may do nothing, because GraphQL wants at least one field. */
    record NothingHere() implements Root {}

    /** {@code __typename} of an object of this type. */
    record TypeName(String type) implements Root {}

    record ColumnValue(Column column) implements FieldMeaning {}

    /** A value of an enum table, in the capitals in which the enum has it. */
    record CapitalValue(Column column) implements FieldMeaning {}

    record ComputedValue(ComputedField computed, ColumnType type) implements FieldMeaning {}

    record ComputedRows(ComputedField computed, Table rows) implements FieldMeaning {}

    record Related(Relationship relationship) implements FieldMeaning {}

    record RelatedAggregate(Relationship relationship) implements FieldMeaning {}

    record RelatedGroups(Relationship relationship) implements FieldMeaning {}

    /** What the rows of a group have in common. */
    record GroupKeys() implements FieldMeaning {}

    record RelatedNative(NativeRelationship relationship) implements FieldMeaning {}

    /** A relationship to another service, of a row or of an object from outside. */
    record Joined(RemoteRelationship relationship) implements FieldMeaning {}

    /** The aggregate beside a joined list of rows. */
    record JoinedAggregate(RemoteRelationship relationship) implements FieldMeaning {}

    record AffectedRows() implements FieldMeaning {}

    record Returning() implements FieldMeaning {}

    /** {@code aggregate} beside {@code nodes}. */
    record AggregateBody() implements FieldMeaning {}

    record AggregateNodes() implements FieldMeaning {}

    record Count() implements FieldMeaning {}

    /** {@code sum}, {@code max} …; the columns are selected within. */
    record AggregateFunction(String function) implements FieldMeaning {}

    record AggregatedColumn(Column column) implements FieldMeaning {}

    /** A part of what is told of an asynchronous action's call. */
    record Reported(Part part) implements FieldMeaning {
        public enum Part {
            ID,
            CREATED_AT,
            ERRORS,
            OUTPUT
        }
    }

    /** A field of an action's answer. */
    record Answered(CustomType.Field field) implements FieldMeaning {}

    /** A field within a remote schema. */
    record RemoteField(String parent, FieldDefinition field) implements OfRemote {}

    /** A field of {@code __Schema}, {@code __Type} and their kin. */
    record Introspected() implements FieldMeaning {}
}
