package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.Query.Aggregate;
import dev.dovetail.properties.Query.ByKey;
import dev.dovetail.properties.Query.Field;
import dev.dovetail.properties.Query.Groups;
import dev.dovetail.properties.Query.Many;
import dev.dovetail.properties.Query.One;
import dev.dovetail.properties.Query.Plain;
import dev.dovetail.properties.Query.Scalar;
import dev.dovetail.properties.Query.Window;
import dev.dovetail.properties.World.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A query as a request in which conditions are variables. */
final class Bound {
    private final World world;
    private final List<String> definitions = new ArrayList<>();
    private final ObjectNode variables = Json.object();

    private Bound(World world) {
        this.world = world;
    }

    static ObjectNode of(Query query, World world) {
        var bound = new Bound(world);
        var text = new Query(query.roots().stream()
                        .map(each -> bound.field(each, bound.tableOf(each)))
                        .toList())
                .text(world);
        var definitions = bound.definitions.isEmpty() ? "" : "(" + String.join(", ", bound.definitions) + ")";
        var body = Json.object().put("query", "query q" + definitions + text.substring("query".length()));
        body.set("variables", bound.variables);
        return body;
    }

    private Table tableOf(Field root) {
        return world.table(
                switch (root) {
                    case Many many -> Query.table(many.name(), world);
                    case Aggregate aggregate -> Query.table(aggregate.name(), world);
                    case Groups groups -> groups.name();
                    case ByKey key -> key.table();
                    case Plain _, Scalar _, One _ -> throw new IllegalStateException("no root field: " + root);
                });
    }

    private Table target(Table table, String name) {
        return Query.target(table, name, world);
    }

    /** @param table that the field's rows are of */
    private Field field(Field field, Table table) {
        return switch (field) {
            case Many many ->
                new Many(
                        many.alias(),
                        many.name(),
                        many.argument(),
                        window(many.window(), table),
                        fields(many.fields(), table));
            case Aggregate aggregate ->
                new Aggregate(
                        aggregate.alias(),
                        aggregate.name(),
                        aggregate.argument(),
                        window(aggregate.window(), table),
                        aggregate.summaries(),
                        aggregate.nodes() == null ? null : fields(aggregate.nodes(), table));
            case ByKey key -> new ByKey(key.alias(), key.table(), key.key(), fields(key.fields(), table));
            case One one -> new One(one.alias(), one.name(), fields(one.fields(), table));
            case Plain _, Scalar _, Groups _ -> field;
        };
    }

    private List<Field> fields(List<Field> fields, Table table) {
        return fields.stream()
                .map(each -> switch (each) {
                    case Many many -> field(many, target(table, many.name()));
                    case Aggregate aggregate -> field(aggregate, target(table, aggregate.name()));
                    case One one -> field(one, target(table, one.name()));
                    case Plain _, Scalar _, Groups _, ByKey _ -> each;
                })
                .toList();
    }

    private Window window(Window window, Table table) {
        return new Window(
                where(window.where(), table), window.order(), window.distinct(), window.limit(), window.offset());
    }

    private @Nullable Condition where(@Nullable Condition where, Table table) {
        if (where == null) {
            return null;
        }
        var name = "w" + definitions.size();
        definitions.add("$" + name + ": " + table.name() + "_bool_exp");
        variables.set(name, new Condition.Writing(world, false).json(where, table));
        return new Condition.Placeholder(name);
    }
}
