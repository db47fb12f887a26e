package dev.dovetail.command;

import dev.dovetail.model.Model;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteRelationship.Target;
import dev.dovetail.model.Table;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Tracked tables, actions and remote schemas, and the relationships that lead from one to another. */
final class ObjectGraph {
    /** What relationships start at and lead to. */
    sealed interface Node {
        record OfTable(SourceName source, TableName table) implements Node {}

        record OfAction(ActionName name) implements Node {}

        record OfRemoteSchema(RemoteSchemaName name) implements Node {}
    }

    /**
     * A relationship.
     *
     * @param type at which it starts within an action's answer or a remote schema; null at a table
     * @param kind {@code object} or {@code array} to a table, else {@code remote}
     */
    record Edge(Node from, @Nullable String type, String name, String kind, Node to) {}

    private final SequencedSet<Node> nodes = new LinkedHashSet<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Node, SequencedSet<Node>> neighbours = new LinkedHashMap<>();

    private ObjectGraph() {}

    /** What is inconsistent is there, and nothing leads to it. */
    static ObjectGraph of(State state) {
        var graph = new ObjectGraph();
        var metadata = state.metadata();
        for (var source : metadata.sources()) {
            source.tables().forEach(each -> graph.nodes.add(new Node.OfTable(source.name(), each.table())));
        }
        metadata.actions().forEach(each -> graph.nodes.add(new Node.OfAction(each.name())));
        metadata.remoteSchemas().forEach(each -> graph.nodes.add(new Node.OfRemoteSchema(each.name())));
        var model = state.built().model();
        model.sources().values().forEach(each -> each.tables().values().forEach(graph::fromTable));
        var parts = TypeSelection.parts(metadata.customTypes());
        for (var action : metadata.actions()) {
            if (!model.actions().containsKey(action.name())) continue;
            var types = TypeSelection.names(parts, action.definition());
            types.forEach(type -> graph.fromTypes(
                    new Node.OfAction(action.name()),
                    type,
                    model.typeRelationships().customTypes()));
        }
        model.typeRelationships()
                .remoteTypes()
                .forEach((name, types) ->
                        types.keySet().forEach(type -> graph.fromTypes(new Node.OfRemoteSchema(name), type, types)));
        return graph;
    }

    /** What is not served is not in the model. */
    static boolean served(Node node, Model model) {
        return switch (node) {
            case Node.OfTable(var source, var table) ->
                model.sources().containsKey(source)
                        && model.sources().get(source).tables().containsKey(table);
            case Node.OfAction(var name) -> model.actions().containsKey(name);
            case Node.OfRemoteSchema(var name) -> model.remoteSchemas().containsKey(name);
        };
    }

    private void fromTable(Table table) {
        var from = new Node.OfTable(table.source(), table.name());
        for (var each : table.relationships().values()) {
            var to = new Node.OfTable(table.source(), each.target().get().name());
            add(new Edge(from, null, each.field(), each.kind().name().toLowerCase(Locale.ROOT), to));
        }
        table.remoteRelationships().values().forEach(each -> add(edge(from, null, each)));
    }

    private void fromTypes(
            Node from, String type, Map<String, SequencedMap<String, RemoteRelationship>> relationships) {
        relationships.getOrDefault(type, new LinkedHashMap<>()).values().forEach(each -> add(edge(from, type, each)));
    }

    private static Edge edge(Node from, @Nullable String type, RemoteRelationship relationship) {
        var name = relationship.field();
        return switch (relationship.target()) {
            case Target.ToTable(var kind, var table, var _) ->
                new Edge(
                        from,
                        type,
                        name,
                        kind.name().toLowerCase(Locale.ROOT),
                        new Node.OfTable(table.source(), table.name()));
            case Target.ToRemoteSchema(var remote, var _, var _) ->
                new Edge(from, type, name, "remote", new Node.OfRemoteSchema(remote.name()));
            case Target.ToAction(var action, var _, var _) ->
                new Edge(from, type, name, "remote", new Node.OfAction(action.name()));
        };
    }

    private void add(Edge edge) {
        edges.add(edge);
        neighbours.computeIfAbsent(edge.from(), _ -> new LinkedHashSet<>()).add(edge.to());
        neighbours.computeIfAbsent(edge.to(), _ -> new LinkedHashSet<>()).add(edge.from());
    }

    SequencedSet<Node> nodes() {
        return nodes;
    }

    List<Edge> edges() {
        return edges;
    }

    SequencedSet<Node> neighbours(Node node) {
        return neighbours.getOrDefault(node, new LinkedHashSet<>());
    }
}
