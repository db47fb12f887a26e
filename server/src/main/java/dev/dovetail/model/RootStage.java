package dev.dovetail.model;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.model.RootField.TableRoot;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Gathers the root fields of everything. The first to come keeps a name; the object that wants it again is at fault.
 */
final class RootStage {
    /** What introspection itself answers. */
    private static final Set<String> RESERVED = Set.of("__schema", "__type", "__typename");

    private final Openness openness;
    private final Faults faults;

    RootStage(Openness openness, Faults faults) {
        this.openness = openness;
        this.faults = faults;
    }

    /** The fields of one root, or under one namespace of it. */
    private record Fields(String root, Map<String, RootField> byName) {
        static Fields of(String root) {
            return new Fields(root, new TreeMap<>());
        }

        SequencedMap<String, RootField> all() {
            return new LinkedHashMap<>(byName);
        }
    }

    private record Roots(Fields query, Fields mutation) {
        static Roots empty() {
            return new Roots(Fields.of("query_root"), Fields.of("mutation_root"));
        }
    }

    /** A source and where its root fields go. */
    private record Part(SourceModel source, Roots roots) {}

    /** Whose root fields they are, as inconsistencies tell it. */
    private record Owner(ObjectId id, JsonNode definition) {}

    RootFields gather(
            Map<SourceName, SourceModel> sources,
            SequencedMap<ActionName, Action> actions,
            SequencedMap<RemoteSchemaName, RemoteSchema> remotes) {
        var roots = Roots.empty();
        var parts = sources.values().stream()
                .map(source -> new Part(source, source.naming().namespace() == null ? roots : Roots.empty()))
                .toList();
        parts.forEach(part -> part.source().tables().values().forEach(table -> table(table, part.roots())));
        parts.forEach(part -> part.source().functions().values().forEach(each -> function(each, part.roots())));
        parts.forEach(part -> {
            var queries = part.source().natives().queries();
            queries.values().forEach(query -> nativeQuery(query, part.roots()));
        });
        parts.forEach(part -> {
            namespace(part.source(), part.roots().query(), roots.query());
            namespace(part.source(), part.roots().mutation(), roots.mutation());
        });
        actions.values().forEach(action -> action(action, roots));
        remotes.values().forEach(remote -> remote(remote, roots));
        return new RootFields(roots.query().all(), roots.mutation().all());
    }

    private void namespace(SourceModel source, Fields fields, Fields into) {
        var name = source.naming().namespace();
        if (name != null && !fields.byName().isEmpty()) {
            var root = new RootField.OfNamespace(source.name(), source.naming(), fields.all());
            var definition = Json.string(source.name().value());
            add(into, name, root, new Owner(new ObjectId.Source(source.name()), definition));
        }
    }

    private void table(Table table, Roots into) {
        if (!table.isShown()) {
            return;
        }
        var owner = new Owner(new ObjectId.Table(table.source(), table.name()), Definitions.table(table.name()));
        for (var kind : TableRoot.values()) {
            if (exists(table, kind)) {
                var name = name(table.roots(), kind).name();
                add(isQuery(kind) ? into.query() : into.mutation(), name, new RootField.OfTable(table, kind), owner);
            }
        }
    }

    private boolean exists(Table table, TableRoot kind) {
        return switch (kind) {
            case UPDATE_MANY -> openness.updateMany();
            case SELECT_GROUP_BY -> table.groupBy();
            case SELECT_BY_PK, UPDATE_BY_PK, DELETE_BY_PK -> table.primaryKey() != null;
            case SELECT, SELECT_AGGREGATE, INSERT, INSERT_ONE, UPDATE, DELETE -> true;
        };
    }

    private static boolean isQuery(TableRoot kind) {
        return switch (kind) {
            case SELECT, SELECT_BY_PK, SELECT_AGGREGATE, SELECT_GROUP_BY -> true;
            case INSERT, INSERT_ONE, UPDATE, UPDATE_BY_PK, UPDATE_MANY, DELETE, DELETE_BY_PK -> false;
        };
    }

    private static RootNames.Root name(RootNames roots, TableRoot kind) {
        return switch (kind) {
            case SELECT -> roots.select();
            case SELECT_BY_PK -> roots.selectByPk();
            case SELECT_AGGREGATE -> roots.selectAggregate();
            case SELECT_GROUP_BY -> roots.selectGroupBy();
            case INSERT -> roots.insert();
            case INSERT_ONE -> roots.insertOne();
            case UPDATE -> roots.update();
            case UPDATE_BY_PK -> roots.updateByPk();
            case UPDATE_MANY -> roots.updateMany();
            case DELETE -> roots.delete();
            case DELETE_BY_PK -> roots.deleteByPk();
        };
    }

    private void function(Function function, Roots into) {
        var name = function.routine().name();
        var naming = function.table().naming();
        var definition = Json.object().put("schema", name.schema()).put("name", name.name());
        var owner = new Owner(new ObjectId.Function(function.table().source(), name), definition);
        var fields = function.mutation() ? into.mutation() : into.query();
        add(fields, naming.root(function.names().field()), new RootField.OfFunction(function, false), owner);
        if (!function.mutation()) {
            add(fields, naming.root(function.names().aggregate()), new RootField.OfFunction(function, true), owner);
        }
    }

    /** Its name is not customized, as in the reference. */
    private void nativeQuery(NativeQuery query, Roots into) {
        var name = query.name();
        var id = new ObjectId.NativeQuery(query.source(), new NativeQueryName(name));
        add(into.query(), name, new RootField.OfNativeQuery(query), new Owner(id, Json.string(name)));
    }

    private void action(Action action, Roots roots) {
        var name = action.name().value();
        var fields = switch (action.type()) {
            case QUERY -> roots.query();
            case MUTATION -> roots.mutation();
        };
        var owner = new Owner(new ObjectId.Action(action.name()), Json.string(name));
        add(fields, name, new RootField.OfAction(action), owner);
        if (action.asynchronous()) {
            add(roots.query(), name, new RootField.OfActionReport(action), owner);
        }
    }

    /** All of its fields or, when one of them is taken, none. */
    private void remote(RemoteSchema remote, Roots roots) {
        var query = RemoteRoots.query(remote);
        var mutation = RemoteRoots.mutation(remote);
        var conflicts = new ArrayList<String>();
        conflicts.addAll(conflicts(query, roots.query()));
        conflicts.addAll(conflicts(mutation, roots.mutation()));
        var definition = Json.string(remote.name().value());
        conflicts.forEach(reason -> faults.add(new ObjectId.RemoteSchema(remote.name()), definition, reason));
        if (conflicts.isEmpty()) {
            roots.query().byName().putAll(query);
            roots.mutation().byName().putAll(mutation);
        }
    }

    private static List<String> conflicts(SequencedMap<String, RootField> wanted, Fields taken) {
        return wanted.keySet().stream()
                .filter(name -> RESERVED.contains(name) || taken.byName().containsKey(name))
                .map(name -> RemoteRoots.conflict(name, taken.byName().get(name)))
                .toList();
    }

    private void add(Fields fields, String name, RootField field, Owner owner) {
        if (RESERVED.contains(name)) {
            fault(fields, name, List.of(origin(field)), owner);
            return;
        }
        var other = fields.byName().putIfAbsent(name, field);
        if (other != null) {
            fault(fields, name, List.of(origin(field), origin(other)), owner);
        }
    }

    private void fault(Fields fields, String name, List<String> origins, Owner owner) {
        faults.add(
                owner.id(),
                owner.definition(),
                "Encountered conflicting definitions in the selection set for '" + fields.root() + "' for field '"
                        + name + "' defined in [" + String.join(", ", origins)
                        + "]. Fields must not be defined more than once across all sources.");
    }

    private static String origin(RootField field) {
        return switch (field) {
            case RootField.OfTable(var table, var _) -> "table " + table + " in source " + table.source();
            case RootField.OfFunction(var function, var _) ->
                "function " + function + " in source " + function.table().source();
            case RootField.OfNativeQuery(var query) -> "native_query " + query + " in source " + query.source();
            case RootField.OfAction(var action) -> "action " + action.name();
            case RootField.OfActionReport(var action) -> "action " + action.name();
            case RootField.OfRemote(var remote, var _, var _) -> "remote schema " + remote.name();
            case RootField.OfRemoteNamespace(var remote, var _, var _) -> "remote schema " + remote.name();
            case RootField.OfNamespace(var source, var _, var _) -> "source " + source;
        };
    }
}
