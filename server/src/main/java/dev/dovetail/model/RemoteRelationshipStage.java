package dev.dovetail.model;

import dev.dovetail.graphql.ValueJson;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RemoteRelationshipCodec;
import dev.dovetail.metadata.RemoteRelationshipDefinition;
import dev.dovetail.metadata.RemoteRelationshipDefinition.RemoteFieldCall;
import dev.dovetail.metadata.RemoteRelationshipMetadata;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Resolves relationships from tables to remote schemas and to tables of other sources. */
final class RemoteRelationshipStage {
    private final SourceMetadata source;
    private final Map<SourceName, SourceModel> sources;
    private final Map<RemoteSchemaName, RemoteSchema> remotes;
    private final Faults faults;

    RemoteRelationshipStage(
            SourceMetadata source,
            Map<SourceName, SourceModel> sources,
            Map<RemoteSchemaName, RemoteSchema> remotes,
            Faults faults) {
        this.source = source;
        this.sources = sources;
        this.remotes = remotes;
        this.faults = faults;
    }

    /** By field name. */
    record Found(
            SequencedMap<String, RemoteRelationship> toRemotes, SequencedMap<String, SourceRelationship> toSources) {
        private boolean has(String field) {
            return toRemotes.containsKey(field) || toSources.containsKey(field);
        }
    }

    Found of(TableMetadata metadata, Table table) {
        var found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var relationship : metadata.remoteRelationships()) {
            try {
                var field = relationship.name().value();
                if (table.findField(field).isPresent()) {
                    throw new Unresolvable("field definition conflicts with postgres column");
                }
                if (found.has(field) || isRelationship(metadata, field)) {
                    throw new Unresolvable("the field \"" + field + "\" is defined more than once");
                }
                resolve(relationship, table, found);
            } catch (Unresolvable fault) {
                faults.add(
                        new ObjectId.RemoteRelationship(source.name(), table.name(), relationship.name()),
                        Definitions.inTable(source.name(), table.name(), RemoteRelationshipCodec.encode(relationship)),
                        "in table \"" + table.name().display() + "\": in remote relationship \"" + relationship.name()
                                + "\": " + fault.reason());
            }
        }
        return found;
    }

    private static boolean isRelationship(TableMetadata metadata, String field) {
        return Stream.concat(metadata.objectRelationships().stream(), metadata.arrayRelationships().stream())
                .anyMatch(each -> each.name().value().equals(field));
    }

    private void resolve(RemoteRelationshipMetadata relationship, Table table, Found found) {
        var name = relationship.name().value();
        switch (relationship.definition()) {
            case RemoteRelationshipDefinition.ToRemoteSchema(var remote, var fields, var call, var _) ->
                found.toRemotes().put(name, toRemote(name, table, remote, fields, call));
            case RemoteRelationshipDefinition.ToSource definition ->
                found.toSources().put(name, toSource(name, table, definition));
        }
    }

    private SourceRelationship toSource(String name, Table table, RemoteRelationshipDefinition.ToSource definition) {
        var elsewhere = sources.get(definition.source());
        if (elsewhere == null) {
            throw new Unresolvable("source not found: \"" + definition.source() + "\"");
        }
        var target = elsewhere.tables().get(definition.table());
        if (target == null) {
            throw new Unresolvable(
                    "table \"" + definition.table().display() + "\" does not exist in source: " + definition.source());
        }
        var mapping = new LinkedHashMap<Column, Column>();
        definition.fieldMapping().forEach((field, column) -> {
            var joined = column(target, column);
            if (joined.type() instanceof ColumnType.EnumOf) {
                throw new Unresolvable("relationships to enum fields are not supported yet");
            }
            mapping.put(column(table, field), joined);
        });
        var kind = switch (definition.relationshipType()) {
            case OBJECT -> Relationship.Kind.OBJECT;
            case ARRAY -> Relationship.Kind.ARRAY;
        };
        return new SourceRelationship(name, kind, target, mapping);
    }

    private RemoteRelationship toRemote(
            String name, Table table, RemoteSchemaName remoteName, List<String> fields, RemoteFieldCall first) {
        var remote = remotes.get(remoteName);
        if (remote == null) {
            throw new Unresolvable("remote schema with name \"" + remoteName + "\" not found");
        }
        var columns = new LinkedHashMap<String, Column>();
        for (var field : fields) {
            columns.put(field, column(table, field));
        }
        var calls = new ArrayList<RemoteRelationship.Call>();
        var holder = remote.types().queryType();
        for (RemoteFieldCall call = first; call != null; call = call.nested()) {
            var definition = field(remote, holder, call.field());
            calls.add(call(call, definition, columns));
            holder = definition.type().typeName();
        }
        return new RemoteRelationship(name, List.copyOf(columns.values()), remote, calls);
    }

    private static Column column(Table table, String name) {
        return table.findColumn(new ColumnName(name))
                .or(() -> table.findField(name))
                .orElseThrow(() -> new Unresolvable("table \"" + table + "\" has no column \"" + name + "\""));
    }

    private static FieldDefinition field(RemoteSchema remote, String holder, String name) {
        var fields = switch (remote.types().types().get(holder)) {
            case TypeDefinition.ObjectDefinition object -> object.fields();
            case TypeDefinition.InterfaceDefinition in -> in.fields();
            case null, default -> List.<FieldDefinition>of();
        };
        return fields.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unresolvable("field with name \"" + name + "\" not found in type \"" + holder
                        + "\" of remote schema \"" + remote.name() + "\""));
    }

    private static RemoteRelationship.Call call(
            RemoteFieldCall call, FieldDefinition definition, Map<String, Column> columns) {
        var arguments = new LinkedHashMap<String, Value>();
        var taken = new HashMap<String, TypeSyntax>();
        call.arguments().forEach((name, json) -> {
            var declared = definition.arguments().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Unresolvable("the argument \"" + name + "\" is not defined for the field \""
                            + definition.name() + "\""));
            taken.put(name, declared.type());
            arguments.put(name, value(json, columns));
        });
        var free = definition.arguments().stream()
                .filter(each -> !arguments.containsKey(each.name()))
                .toList();
        for (InputDefinition each : free) {
            if (call.nested() != null && !each.type().nullable() && each.defaultValue() == null) {
                throw new Unresolvable("the argument \"" + each.name() + "\" of the field \"" + definition.name()
                        + "\" must be given");
            }
        }
        return new RemoteRelationship.Call(definition.name(), arguments, taken, free, definition.type());
    }

    /** {@code "$column"} stands for the row's value. */
    private static Value value(JsonNode json, Map<String, Column> columns) {
        if (json.isString() && json.stringValue().startsWith("$")) {
            var name = json.stringValue().substring(1);
            var column = columns.get(name);
            if (column == null) {
                throw new Unresolvable(
                        "the argument value \"$" + name + "\" is not among the fields of the relationship");
            }
            return new Value.Variable(column.field());
        }
        if (json.isObject()) {
            var fields = new LinkedHashMap<String, Value>();
            json.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue(), columns)));
            return new Value.ObjectValue(fields);
        }
        if (json.isArray()) {
            return new Value.ListValue(
                    json.valueStream().map(each -> value(each, columns)).toList());
        }
        return ValueJson.fromJson(json);
    }
}
