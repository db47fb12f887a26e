package dev.dovetail.model;

import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.model.RootField.TableRoot;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gathers the root fields of everything. The first to come keeps a name; the object that wants it again is at fault.
 */
final class RootStage {
    private final Openness openness;
    private final Faults faults;
    private final Map<String, RootField> query = new TreeMap<>();
    private final Map<String, RootField> mutation = new TreeMap<>();

    RootStage(Openness openness, Faults faults) {
        this.openness = openness;
        this.faults = faults;
    }

    RootFields gather(
            Map<SourceName, SourceModel> sources,
            SequencedMap<ActionName, Action> actions,
            SequencedMap<RemoteSchemaName, RemoteSchema> remotes) {
        sources.values().forEach(source -> source.tables().values().forEach(this::table));
        sources.values().forEach(source -> source.functions().values().forEach(this::function));
        actions.values().forEach(this::action);
        remotes.values().forEach(this::remote);
        return new RootFields(new LinkedHashMap<>(query), new LinkedHashMap<>(mutation));
    }

    private void table(Table table) {
        if (!table.hasGraphqlName()) {
            return;
        }
        var roots = table.roots();
        var object = new ObjectId.Table(table.source(), table.name());
        var definition = Definitions.table(table.name());
        for (var kind : TableRoot.values()) {
            var name = name(roots, kind).name();
            if (!exists(table, kind)) {
                continue;
            }
            add(isQuery(kind) ? query : mutation, name, new RootField.OfTable(table, kind), object, definition);
        }
    }

    private boolean exists(Table table, TableRoot kind) {
        return switch (kind) {
            case UPDATE_MANY -> openness.updateMany();
            case SELECT_BY_PK, UPDATE_BY_PK, DELETE_BY_PK -> table.primaryKey() != null;
            case SELECT, SELECT_AGGREGATE, INSERT, INSERT_ONE, UPDATE, DELETE -> true;
        };
    }

    private static boolean isQuery(TableRoot kind) {
        return switch (kind) {
            case SELECT, SELECT_BY_PK, SELECT_AGGREGATE -> true;
            case INSERT, INSERT_ONE, UPDATE, UPDATE_BY_PK, UPDATE_MANY, DELETE, DELETE_BY_PK -> false;
        };
    }

    private static RootNames.Root name(RootNames roots, TableRoot kind) {
        return switch (kind) {
            case SELECT -> roots.select();
            case SELECT_BY_PK -> roots.selectByPk();
            case SELECT_AGGREGATE -> roots.selectAggregate();
            case INSERT -> roots.insert();
            case INSERT_ONE -> roots.insertOne();
            case UPDATE -> roots.update();
            case UPDATE_BY_PK -> roots.updateByPk();
            case UPDATE_MANY -> roots.updateMany();
            case DELETE -> roots.delete();
            case DELETE_BY_PK -> roots.deleteByPk();
        };
    }

    private void function(Function function) {
        var name = function.routine().name();
        var naming = function.table().naming();
        var object = new ObjectId.Function(function.table().source(), name);
        var definition = Json.object().put("schema", name.schema()).put("name", name.name());
        var roots = function.mutation() ? mutation : query;
        add(
                roots,
                naming.root(function.names().field()),
                new RootField.OfFunction(function, false),
                object,
                definition);
        if (!function.mutation()) {
            add(
                    roots,
                    naming.root(function.names().aggregate()),
                    new RootField.OfFunction(function, true),
                    object,
                    definition);
        }
    }

    private void action(Action action) {
        var roots = switch (action.type()) {
            case QUERY -> query;
            case MUTATION -> mutation;
        };
        add(
                roots,
                action.name().value(),
                new RootField.OfAction(action),
                new ObjectId.Action(action.name()),
                Json.string(action.name().value()));
    }

    private void remote(RemoteSchema remote) {
        fields(remote, remote.types().queryType(), query);
        fields(remote, remote.types().mutationType(), mutation);
    }

    private void fields(RemoteSchema remote, @Nullable String type, Map<String, RootField> roots) {
        if (type == null || !(remote.types().types().get(type) instanceof TypeDefinition.ObjectDefinition object)) {
            return;
        }
        for (FieldDefinition field : object.fields()) {
            add(
                    roots,
                    field.name(),
                    new RootField.OfRemote(remote, field),
                    new ObjectId.RemoteSchema(remote.name()),
                    Json.string(remote.name().value()));
        }
    }

    private void add(Map<String, RootField> roots, String name, RootField field, ObjectId object, JsonNode definition) {
        var other = roots.putIfAbsent(name, field);
        if (other != null) {
            var root = roots == query ? "query_root" : "mutation_root";
            faults.add(
                    object,
                    definition,
                    "Encountered conflicting definitions in the selection set for '" + root + "' for field '" + name
                            + "' defined in [" + String.join(", ", List.of(origin(field), origin(other)))
                            + "]. Fields must not be defined more than once across all sources.");
        }
    }

    private static String origin(RootField field) {
        return switch (field) {
            case RootField.OfTable(var table, var _) -> "table " + table + " in source " + table.source();
            case RootField.OfFunction(var function, var _) ->
                "function " + function + " in source " + function.table().source();
            case RootField.OfAction(var action) -> "action " + action.name();
            case RootField.OfRemote(var remote, var _) -> "remote schema " + remote.name();
        };
    }
}
