package dev.dovetail.model;

import dev.dovetail.graphql.ast.Value;
import dev.dovetail.metadata.RelationshipType;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToAction;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToRemoteSchema;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToSource;
import dev.dovetail.metadata.RemoteRelationshipMetadata;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What relationships may lead to. Throws {@link Unresolvable} for a definition that leads nowhere. */
record RemoteTargets(
        Map<SourceName, SourceModel> sources,
        Map<RemoteSchemaName, RemoteSchema> remotes,
        Map<ActionName, Action> actions) {

    RemoteRelationship resolve(RemoteRelationshipMetadata relationship, LeftSide left) {
        var name = relationship.name().value();
        var keys = new Keys(left);
        var target = switch (relationship.definition()) {
            case ToSource definition -> toTable(definition, left, keys);
            case ToRemoteSchema definition -> toRemoteSchema(definition, keys);
            case ToAction definition -> toAction(definition, keys);
        };
        return new RemoteRelationship(name, keys.all(), target, relationship.partial());
    }

    private RemoteRelationship.Target toTable(ToSource definition, LeftSide left, Keys keys) {
        var source = sources.get(definition.source());
        if (source == null) {
            throw new Unresolvable("source not found: \"" + definition.source() + "\"");
        }
        var table = source.tables().get(definition.table());
        if (table == null) {
            throw new Unresolvable(
                    "table \"" + definition.table().display() + "\" does not exist in source: " + definition.source());
        }
        if (definition.fieldMapping().isEmpty()) {
            throw new Unresolvable("field_mapping is empty");
        }
        var columns = new ArrayList<Column>();
        definition.fieldMapping().forEach((field, name) -> {
            var column = column(table, name);
            if (left instanceof LeftSide.OfTable && column.type() instanceof ColumnType.EnumOf) {
                throw new Unresolvable("relationships to enum fields are not supported yet");
            }
            keys.use(field);
            columns.add(column);
        });
        return new RemoteRelationship.Target.ToTable(kind(definition.relationshipType()), table, columns);
    }

    private static Column column(Table table, String name) {
        return table.findColumn(new ColumnName(name))
                .or(() -> table.findField(name))
                .orElseThrow(() -> new Unresolvable("table \"" + table + "\" has no column \"" + name + "\""));
    }

    static Relationship.Kind kind(RelationshipType type) {
        return switch (type) {
            case OBJECT -> Relationship.Kind.OBJECT;
            case ARRAY -> Relationship.Kind.ARRAY;
        };
    }

    private RemoteRelationship.Target toRemoteSchema(ToRemoteSchema definition, Keys keys) {
        var remote = remotes.get(definition.remoteSchema());
        if (remote == null) {
            throw new Unresolvable("remote schema with name \"" + definition.remoteSchema() + "\" not found");
        }
        definition.lhsFields().forEach(keys::use);
        return new RemoteCalls(remote, keys).target(definition);
    }

    private RemoteRelationship.Target toAction(ToAction definition, Keys keys) {
        var action = actions.get(definition.action());
        if (action == null) {
            throw new Unresolvable("the action \"" + definition.action() + "\" does not exist");
        }
        if (action.type() != Action.Type.QUERY) {
            throw new Unresolvable("the action \"" + action.name() + "\" is a mutation: a relationship calls its action"
                    + " once for equal keys, in no order");
        }
        if (action.asynchronous()) {
            throw new Unresolvable("the action \"" + action.name() + "\" is asynchronous: it answers later");
        }
        var arguments = new LinkedHashMap<String, Value>();
        definition.arguments().forEach((name, json) -> {
            var declared = action.arguments().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Unresolvable(
                            "the argument \"" + name + "\" is not defined for the action \"" + action.name() + "\""));
            var value = KeyTemplate.read(json, key -> keys.use(key).name());
            new TemplateCheck(Map.of()).check(value, declared.type());
            arguments.put(name, value);
        });
        if (keys.all().isEmpty()) {
            throw new Unresolvable("no argument takes a field's value, as in {\"id\": \"$id\"}");
        }
        return new RemoteRelationship.Target.ToAction(action, arguments, definition.batch());
    }

    /** The keys of one relationship, by the names its definition gives them. */
    static final class Keys {
        private final LeftSide left;
        private final Map<String, JoinKey> keys = new LinkedHashMap<>();

        Keys(LeftSide left) {
            this.left = left;
        }

        JoinKey use(String name) {
            var known = keys.get(name);
            if (known != null) {
                return known;
            }
            var key = left.key(name);
            if (isList(key) && keys.values().stream().anyMatch(Keys::isList)) {
                throw new Unresolvable("more than one of the fields is a list");
            }
            keys.put(name, key);
            return key;
        }

        private static boolean isList(JoinKey key) {
            return key instanceof JoinKey.OfField(var _, var list) && list;
        }

        JoinKey used(String name) {
            var key = keys.get(name);
            if (key == null) {
                throw new Unresolvable(
                        "the argument value \"$" + name + "\" is not among the fields of the relationship");
            }
            return key;
        }

        List<JoinKey> all() {
            return List.copyOf(keys.values());
        }
    }
}
