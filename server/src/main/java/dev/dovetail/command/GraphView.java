package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.command.ObjectGraph.Edge;
import dev.dovetail.command.ObjectGraph.Node;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of the graph of all objects that is small enough to be looked at: what is around one of them, or those with
 * the most relationships.
 *
 * @param focus null for the whole
 * @param depth how many relationships away from it
 */
record GraphView(@Nullable Node focus, int depth, Window window) implements Question {
    private static final int MOST_STEPS = 3;
    private static final int MOST_NODES = 500;
    /** So that the answer stays below 300 kB, whatever the names. */
    private static final int MOST_EDGES = 1500;

    static GraphView decode(JsonNode args, Path path) {
        var fields = Fields.of("GetGraph", args, path);
        return new GraphView(
                fields.optional("focus", GraphView::node),
                Window.count(fields, "depth", 1, MOST_STEPS),
                Window.decode(fields, MOST_NODES));
    }

    private static Node node(JsonNode focus, Path path) {
        var fields = Fields.of("GraphNode", focus, path);
        return switch (fields.string("kind")) {
            case "table" ->
                new Node.OfTable(NameCodec.sourceOrDefault(fields), fields.required("table", NameCodec::table));
            case "action" -> new Node.OfAction(fields.required("name", NameCodec::action));
            case "remote_schema" -> new Node.OfRemoteSchema(fields.required("name", NameCodec::remoteSchema));
            case String other ->
                throw Fields.fail(
                        fields.path("kind"),
                        "expected \"table\", \"action\" or \"remote_schema\", encountered \"" + other + "\"");
        };
    }

    @Override
    public JsonNode answer(State state) {
        var graph = ObjectGraph.of(state);
        var admitted = admitted(graph);
        var shown = new HashMap<Node, Integer>();
        admitted.stream().skip(window.offset()).limit(window.limit()).forEach(each -> shown.put(each, shown.size()));
        var edges = graph.edges().stream()
                .filter(each -> shown.containsKey(each.from()) && shown.containsKey(each.to()))
                .toList();
        var model = state.built().model();
        var answer = window.page(state, "nodes", admitted, each -> encode(each, graph, model));
        answer.put("total_edges", edges.size());
        answer.set(
                "edges",
                Out.array(
                        edges.stream().limit(MOST_EDGES).toList(),
                        each -> encode(each, shown.getOrDefault(each.from(), -1), shown.getOrDefault(each.to(), -1))));
        return answer;
    }

    /** The focus first, what is nearer before what is farther; of the equally near first what leads to most. */
    private List<Node> admitted(ObjectGraph graph) {
        var order = Comparator.<Node>comparingInt(
                        each -> -graph.neighbours(each).size())
                .thenComparing(GraphView::name);
        if (focus == null) {
            return graph.nodes().stream()
                    .filter(each -> window.admits(name(each)))
                    .sorted(order)
                    .toList();
        }
        if (!graph.nodes().contains(focus)) throw notExists(quoted(name(focus)) + " is not in the metadata");
        var found = new LinkedHashSet<>(List.of(focus));
        for (int step = 0; step < depth; step++) {
            found.addAll(next(found, graph).stream().sorted(order).toList());
        }
        return found.stream()
                .filter(each -> each.equals(focus) || window.admits(name(each)))
                .toList();
    }

    private static List<Node> next(SequencedSet<Node> found, ObjectGraph graph) {
        var next = new LinkedHashSet<Node>();
        found.forEach(each -> next.addAll(graph.neighbours(each)));
        next.removeAll(found);
        return new ArrayList<>(next);
    }

    private static String name(Node node) {
        return switch (node) {
            case Node.OfTable(var _, var table) -> table.display();
            case Node.OfAction(var name) -> name.value();
            case Node.OfRemoteSchema(var name) -> name.value();
        };
    }

    private static JsonNode encode(Node node, ObjectGraph graph, Model model) {
        var out = switch (node) {
            case Node.OfTable(var source, var table) ->
                Out.object()
                        .put("kind", "table")
                        .put("name", table.display())
                        .put("source", source.value())
                        .put("table", NameCodec.encode(table));
            case Node.OfAction(var name) -> Out.object().put("kind", "action").put("name", name.value());
            case Node.OfRemoteSchema(var name) ->
                Out.object().put("kind", "remote_schema").put("name", name.value());
        };
        return out.put("neighbours", (Integer) graph.neighbours(node).size())
                .put("served", ObjectGraph.served(node, model) ? null : (Boolean) false)
                .done();
    }

    private static JsonNode encode(Edge edge, int from, int to) {
        return Out.object()
                .put("from", (Integer) from)
                .put("to", (Integer) to)
                .put("type", edge.type())
                .put("name", edge.name())
                .put("kind", edge.kind())
                .done();
    }
}
