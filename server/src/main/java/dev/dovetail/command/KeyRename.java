package dev.dovetail.command;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.RemoteRelationshipDefinition;
import dev.dovetail.metadata.RemoteRelationshipDefinition.RemoteFieldCall;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToAction;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToRemoteSchema;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToSource;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Renames a column where a relationship that leaves its service has it as a key. */
record KeyRename(String from, String to) {

    /** Of a relationship that starts at the column's table. */
    RemoteRelationshipDefinition left(RemoteRelationshipDefinition definition) {
        return switch (definition) {
            case ToSource(var source, var table, var type, var mapping) -> {
                var renamed = new LinkedHashMap<String, String>();
                mapping.forEach((field, column) -> renamed.put(in(field), column));
                yield new ToSource(source, table, type, renamed);
            }
            case ToRemoteSchema(var remote, var fields, var call, var legacy, var batch) ->
                new ToRemoteSchema(remote, fields.stream().map(this::in).toList(), in(call), legacy, batch);
            case ToAction(var action, var arguments, var batch) -> new ToAction(action, in(arguments), batch);
        };
    }

    /** Of any relationship: of those that lead to the column's table. */
    RemoteRelationshipDefinition right(SourceName source, TableName table, RemoteRelationshipDefinition definition) {
        if (!(definition instanceof ToSource(var target, var other, var type, var mapping))
                || !target.equals(source)
                || !other.equals(table)) {
            return definition;
        }
        var renamed = new LinkedHashMap<String, String>();
        mapping.forEach((field, column) -> renamed.put(field, in(column)));
        return new ToSource(target, other, type, renamed);
    }

    private String in(String name) {
        return name.equals(from) ? to : name;
    }

    private RemoteFieldCall in(RemoteFieldCall call) {
        return new RemoteFieldCall(call.field(), in(call.arguments()), nested(call.nested()));
    }

    private @Nullable RemoteFieldCall nested(@Nullable RemoteFieldCall call) {
        return call == null ? null : in(call);
    }

    private SequencedMap<String, JsonNode> in(SequencedMap<String, JsonNode> arguments) {
        var renamed = new LinkedHashMap<String, JsonNode>();
        arguments.forEach((name, template) -> renamed.put(name, in(template)));
        return renamed;
    }

    /** A text {@code $column} stands for the column's value. */
    private JsonNode in(JsonNode template) {
        if (template.isString()) {
            return template.stringValue().equals("$" + from) ? Json.string("$" + to) : template;
        }
        if (template.isArray()) {
            var list = Json.array();
            template.forEach(each -> list.add(in(each)));
            return list;
        }
        if (template.isObject()) {
            var object = Json.object();
            template.properties().forEach(each -> object.set(each.getKey(), in(each.getValue())));
            return object;
        }
        return template;
    }
}
