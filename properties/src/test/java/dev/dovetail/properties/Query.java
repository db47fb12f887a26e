package dev.dovetail.properties;

import dev.dovetail.properties.World.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query: its root fields. */
record Query(List<Field> roots) {

    /** What a field selects, named by its alias in the answer. */
    sealed interface Field {
        String alias();
    }

    /** A column, maybe what is at a path in it, or {@code __typename}. */
    record Plain(String alias, String name, Documents.@Nullable Path path) implements Field {
        Plain(String alias, String name) {
            this(alias, name, null);
        }
    }

    /** @param argument for one that takes one */
    record Scalar(String alias, String name, @Nullable Integer argument) implements Field {}

    record One(String alias, String name, List<Field> fields) implements Field {}

    /**
     * A list: of a table, a relationship, a function or a computed field.
     *
     * @param name of the root field, relationship or computed field
     * @param argument of a function
     */
    record Many(String alias, String name, @Nullable Integer argument, Window window, List<Field> fields)
            implements Field {}

    record ByKey(String alias, String table, Row key, List<Field> fields) implements Field {}

    /** As {@link Many}, aggregated. */
    record Aggregate(
            String alias,
            String name,
            @Nullable Integer argument,
            Window window,
            List<Summary> summaries,
            @Nullable List<Field> nodes)
            implements Field {}

    /**
     * Groups of a table's or a relationship's rows, sorted by all that can be sorted of their keys.
     *
     * @param bySize whether larger groups come first
     */
    record Groups(
            String alias,
            String name,
            List<String> keys,
            @Nullable Condition where,
            @Nullable Having having,
            boolean bySize,
            @Nullable Integer limit,
            List<Summary> summaries)
            implements Field {
        List<String> sorted(Table table) {
            return keys.stream()
                    .filter(each ->
                            !table.isColumn(each) || table.column(each).type().hasOrder())
                    .toList();
        }
    }

    /** How large a group has to be. */
    record Having(Operator operator, int bound) {}

    /** @param function {@code count}, {@code sum}, {@code avg}, {@code min} or {@code max} */
    record Summary(String alias, String function, List<String> columns, boolean distinct) {}

    /** Which of the rows, and in what order. */
    record Window(
            @Nullable Condition where,
            List<Order> order,
            List<String> distinct,
            @Nullable Integer limit,
            @Nullable Integer offset) {
        static final Window ALL = new Window(null, List.of(), List.of(), null, null);
    }

    /**
     * @param path relationships to one row, then a column, a scalar computed field, or an aggregate
     * @param direction as in GraphQL
     */
    record Order(List<String> path, String name, @Nullable Sum sum, String direction) {}

    /** An aggregate over the rows of an array relationship. */
    record Sum(String function, @Nullable String column) {}

    String text(World world) {
        return "query {" + roots.stream().map(each -> root(each, world)).collect(Collectors.joining(" ")) + "}";
    }

    private static String root(Field field, World world) {
        return switch (field) {
            case Many many -> text(many, world.table(table(many.name(), world)), world);
            case Aggregate aggregate -> text(aggregate, world.table(table(aggregate.name(), world)), world);
            case Groups groups -> text(groups, world.table(groups.name()), world);
            case ByKey(var alias, var table, var key, var fields) ->
                alias + ": " + table + "_by_pk("
                        + key.values().entrySet().stream()
                                .map(each -> each.getKey() + ": " + Type.literal(each.getValue()))
                                .collect(Collectors.joining(", "))
                        + ")" + texts(fields, world.table(table), world);
            case Plain _, Scalar _, One _ -> throw new IllegalStateException("no root field: " + field);
        };
    }

    /** The table of a root field, which may be a function's. */
    static String table(String root, World world) {
        return world.tables().stream()
                .filter(each -> each.name().equals(root)
                        || each.functions().stream().anyMatch(one -> one.name().equals(root)))
                .findFirst()
                .orElseThrow()
                .name();
    }

    static String texts(List<Field> fields, Table table, World world) {
        return fields.stream().map(each -> nested(each, table, world)).collect(Collectors.joining(" ", " {", "}"));
    }

    private static String nested(Field field, Table table, World world) {
        return switch (field) {
            case Plain(var alias, var name, var path) ->
                alias + ": " + name + (path == null ? "" : "(path: " + Type.literal(path.text()) + ")");
            case Scalar(var alias, var name, var argument) ->
                alias + ": " + name + (argument == null ? "" : "(args: {n: " + argument + "})");
            case One(var alias, var name, var fields) ->
                alias + ": " + name + texts(fields, target(table, name, world), world);
            case Many many -> text(many, target(table, many.name(), world), world);
            case Aggregate aggregate -> text(aggregate, target(table, aggregate.name(), world), world);
            case Groups groups -> text(groups, target(table, groups.name(), world), world);
            case ByKey _ -> throw new IllegalStateException("only a root field: " + field);
        };
    }

    static Table target(Table table, String name, World world) {
        return world.table(table.relationships().stream()
                .filter(each -> each.name().equals(name))
                .map(World.Relationship::target)
                .findFirst()
                .orElseGet(() -> table.tableField(name).target()));
    }

    private static String text(Many many, Table table, World world) {
        return many.alias() + ": " + many.name() + arguments(many.argument(), many.window(), table, world)
                + texts(many.fields(), table, world);
    }

    private static String text(Groups groups, Table table, World world) {
        var parts = new ArrayList<String>();
        parts.add("keys: [" + String.join(", ", groups.keys()) + "]");
        if (groups.where() != null) {
            parts.add("where: " + groups.where().graphql(world, table));
        }
        var having = groups.having();
        if (having != null) {
            parts.add("having: {count: {predicate: {" + having.operator().graphql() + ": " + having.bound() + "}}}");
        }
        var order = new ArrayList<String>();
        if (groups.bySize()) {
            order.add("{aggregate: {count: desc}}");
        }
        groups.sorted(table).forEach(each -> order.add("{keys: {" + each + ": asc}}"));
        if (!order.isEmpty()) {
            parts.add("order_by: [" + String.join(", ", order) + "]");
        }
        if (groups.limit() != null) {
            parts.add("limit: " + groups.limit());
        }
        return groups.alias() + ": " + groups.name() + "_group_by(" + String.join(", ", parts) + ") {keys {"
                + String.join(" ", groups.keys()) + "} " + text(groups.summaries()) + "}";
    }

    private static String text(Aggregate aggregate, Table table, World world) {
        var inside = new StringBuilder(text(aggregate.summaries()));
        if (aggregate.nodes() != null) {
            inside.append(" nodes").append(texts(aggregate.nodes(), table, world));
        }
        return aggregate.alias() + ": " + aggregate.name() + "_aggregate"
                + arguments(aggregate.argument(), aggregate.window(), table, world) + " {" + inside + "}";
    }

    private static String text(List<Summary> summaries) {
        var inside = new StringBuilder("aggregate {");
        for (var summary : summaries) {
            inside.append(summary.alias()).append(": ").append(summary.function());
            if (!summary.function().equals("count")) {
                inside.append(" {").append(String.join(" ", summary.columns())).append("}");
            } else if (!summary.columns().isEmpty()) {
                inside.append("(columns: [")
                        .append(String.join(", ", summary.columns()))
                        .append("], distinct: ")
                        .append(summary.distinct())
                        .append(")");
            }
            inside.append(" ");
        }
        return inside.append("}").toString();
    }

    private static String arguments(@Nullable Integer argument, Window window, Table table, World world) {
        var parts = new ArrayList<String>();
        if (argument != null) {
            parts.add("args: {n: " + argument + "}");
        }
        if (window.where() != null) {
            parts.add("where: " + window.where().graphql(world, table));
        }
        if (!window.distinct().isEmpty()) {
            parts.add("distinct_on: [" + String.join(", ", window.distinct()) + "]");
        }
        if (!window.order().isEmpty()) {
            parts.add("order_by: [" + window.order().stream().map(Query::text).collect(Collectors.joining(", ")) + "]");
        }
        if (window.limit() != null) {
            parts.add("limit: " + window.limit());
        }
        if (window.offset() != null) {
            parts.add("offset: " + window.offset());
        }
        return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
    }

    private static String text(Order order) {
        var sum = order.sum();
        var inner = "{" + order.name() + ": " + order.direction() + "}";
        if (sum != null) {
            inner = "{" + order.name() + "_aggregate: {" + sum.function() + ": "
                    + (sum.column() == null ? order.direction() : "{" + sum.column() + ": " + order.direction() + "}")
                    + "}}";
        }
        for (var step : order.path().reversed()) {
            inner = "{" + step + ": " + inner + "}";
        }
        return inner;
    }
}
