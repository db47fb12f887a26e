package dev.dovetail.metadata;

import dev.dovetail.name.ActionName;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.LogicalModelName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;

/**
 * Names one object of the metadata: what inconsistencies and dependencies are reported about, and what can be removed.
 * The texts are the reference's.
 */
public sealed interface ObjectId {

    record Source(SourceName source) implements ObjectId {}

    record Table(SourceName source, TableName table) implements ObjectId {}

    record Function(SourceName source, FunctionName function) implements ObjectId {}

    record FunctionPermission(SourceName source, FunctionName function, RoleName role) implements ObjectId {}

    record Relationship(SourceName source, TableName table, RelationshipName name, RelationshipType kind)
            implements ObjectId {}

    record ComputedField(SourceName source, TableName table, String name) implements ObjectId {}

    record RemoteRelationship(SourceName source, TableName table, RelationshipName name) implements ObjectId {}

    record Permission(SourceName source, TableName table, RoleName role, PermissionKind kind) implements ObjectId {}

    record EventTrigger(SourceName source, TableName table, String name) implements ObjectId {}

    record LogicalModel(SourceName source, LogicalModelName model) implements ObjectId {}

    record NativeQuery(SourceName source, NativeQueryName query) implements ObjectId {}

    /** A select permission on a logical model, or on the one that a native query has of its own. */
    record LogicalModelPermission(SourceName source, LogicalModelOwner owner, RoleName role) implements ObjectId {}

    record RemoteSchema(RemoteSchemaName name) implements ObjectId {}

    record RemoteSchemaPermission(RemoteSchemaName name, RoleName role) implements ObjectId {}

    record RemoteSchemaRelationship(RemoteSchemaName schema, String typeName, RelationshipName name)
            implements ObjectId {}

    record Types() implements ObjectId {}

    record Action(ActionName name) implements ObjectId {}

    record ActionPermission(ActionName action, RoleName role) implements ObjectId {}

    record InheritedRole(RoleName role) implements ObjectId {}

    /**
     * A named thing in one of the lists kept raw; {@code kind} is its word, {@code cron_trigger} or
     * {@code rest_endpoint}.
     */
    record Raw(String kind, String name) implements ObjectId {}

    /** The kind of object: {@code table}, {@code object_relation}, {@code select_permission} … */
    default String type() {
        return switch (this) {
            case Source _ -> "source";
            case Table _ -> "table";
            case Function _ -> "function";
            case FunctionPermission _ -> "function_permission";
            case Relationship relationship -> relationship.kind().wire() + "_relation";
            case ComputedField _ -> "computed_field";
            case RemoteRelationship _ -> "remote_relationship";
            case Permission permission -> permission.kind().wire() + "_permission";
            case EventTrigger _ -> "event_trigger";
            case LogicalModel _ -> "logical_model";
            case NativeQuery _ -> "native_query";
            case LogicalModelPermission _ -> "select_permission";
            case RemoteSchema _ -> "remote_schema";
            case RemoteSchemaPermission _ -> "remote_schema_permission";
            case RemoteSchemaRelationship _ -> "remote_schema_remote_relationship";
            case Types _ -> "custom_types";
            case Action _ -> "action";
            case ActionPermission _ -> "action_permission";
            case InheritedRole _ -> "inherited_role";
            case Raw raw -> raw.kind();
        };
    }

    /** The object in a sentence: {@code object_relation author in table article in source default}. */
    default String title() {
        return type() + " "
                + switch (this) {
                    case Source(var source) -> source.value();
                    case Table(var source, var table) -> table + " in source " + source;
                    case Function(var source, var function) -> function + " in source " + source;
                    case FunctionPermission(var source, var function, var role) ->
                        role + " permission for function " + function + " in source " + source;
                    case Relationship(var source, var table, var name, var _) -> name + inTable(source, table);
                    case ComputedField(var source, var table, var name) -> name + inTable(source, table);
                    case RemoteRelationship(var source, var table, var name) -> name + inTable(source, table);
                    case Permission(var source, var table, var role, var _) -> role + inTable(source, table);
                    case EventTrigger(var source, var table, var name) -> name + inTable(source, table);
                    case LogicalModel(var source, var model) -> model + " in source " + source;
                    case NativeQuery(var source, var query) -> query + " in source " + source;
                    case LogicalModelPermission(var source, var owner, var role) ->
                        role + " in " + owner.name() + " in source " + source;
                    case RemoteSchema(var name) -> name.value();
                    case RemoteSchemaPermission(var name, var role) -> role + " permission in remote schema " + name;
                    case RemoteSchemaRelationship(var schema, var typeName, var name) ->
                        "remote_relationship " + name + " on type " + typeName + " in remote schema " + schema;
                    case Types _ -> "custom_types";
                    case Action(var name) -> name.value();
                    case ActionPermission(var action, var role) -> role + " permission in " + action;
                    case InheritedRole(var role) -> "inherited role " + role;
                    case Raw(var _, var name) -> name;
                };
    }

    private static String inTable(SourceName source, TableName table) {
        return " in table " + table + " in source " + source;
    }

    /** The object as a list of dependent objects shows it: {@code relationship article.author in source "default"}. */
    default String asDependent() {
        return switch (this) {
            case Source(var source) -> "source " + source;
            case Table(var source, var table) -> "table " + table + quoted(source);
            case Function(var source, var function) -> "function " + function + quoted(source);
            case FunctionPermission(var source, var function, var role) ->
                "function permission " + function + "." + role + quoted(source);
            case Relationship(var source, var table, var name, var _) ->
                "relationship " + table + "." + name + quoted(source);
            case ComputedField(var source, var table, var name) ->
                "computed field " + table + "." + name + quoted(source);
            case RemoteRelationship(var source, var table, var name) ->
                "remote relationship " + table + "." + name + quoted(source);
            case Permission(var source, var table, var role, var kind) ->
                "permission " + table + "." + role + "." + kind.wire() + quoted(source);
            case EventTrigger(var source, var table, var name) ->
                "event-trigger " + table + "." + name + quoted(source);
            case LogicalModel(var source, var model) -> "logical model " + model + quoted(source);
            case NativeQuery(var source, var query) -> "native query " + query + quoted(source);
            case LogicalModelPermission(var source, var owner, var role) ->
                "permission " + owner.name() + "." + role + ".select" + quoted(source);
            case RemoteSchema(var name) -> "remote schema " + name;
            case RemoteSchemaPermission(var name, var role) -> "remote schema permission " + name + ".\"" + role + "\"";
            case RemoteSchemaRelationship(var schema, var typeName, var name) ->
                "remote_relationship " + name + " on type " + typeName + " in remote schema " + schema;
            case Types _, Action _, ActionPermission _, InheritedRole _, Raw _ -> title();
        };
    }

    private static String quoted(SourceName source) {
        return " in source \"" + source + "\"";
    }
}
