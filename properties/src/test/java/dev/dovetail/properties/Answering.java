package dev.dovetail.properties;

import dev.dovetail.properties.Expected.Fields;
import dev.dovetail.properties.Expected.Items;
import dev.dovetail.properties.Expected.Value;
import dev.dovetail.properties.Query.Aggregate;
import dev.dovetail.properties.Query.ByKey;
import dev.dovetail.properties.Query.Field;
import dev.dovetail.properties.Query.Groups;
import dev.dovetail.properties.Query.Many;
import dev.dovetail.properties.Query.One;
import dev.dovetail.properties.Query.Order;
import dev.dovetail.properties.Query.Plain;
import dev.dovetail.properties.Query.Scalar;
import dev.dovetail.properties.Query.Summary;
import dev.dovetail.properties.Query.Window;
import dev.dovetail.properties.World.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The right answer to a query, from rows in memory. */
record Answering(Evaluator evaluator) {

    Expected answer(Query query) {
        var fields = new LinkedHashMap<String, Expected>();
        query.roots().forEach(root -> fields.put(root.alias(), root(root)));
        return new Fields(fields);
    }

    private Expected root(Field root) {
        return switch (root) {
            case Many many -> {
                var table = world().table(Query.table(many.name(), world()));
                yield list(many, table, base(many.name(), many.argument(), table));
            }
            case Aggregate aggregate -> {
                var table = world().table(Query.table(aggregate.name(), world()));
                yield aggregate(aggregate, table, base(aggregate.name(), aggregate.argument(), table));
            }
            case ByKey(var alias, var name, var key, var fields) -> {
                var table = world().table(name);
                yield evaluator.visible(table).stream()
                        .filter(row ->
                                table.key().stream().allMatch(each -> Objects.equals(row.get(each), key.get(each))))
                        .findFirst()
                        .map(row -> row(fields, table, row))
                        .orElse(Expected.NULL);
            }
            case Groups groups -> {
                var table = world().table(groups.name());
                yield groups(groups, table, evaluator.visible(table));
            }
            case Plain _, Scalar _, One _ -> throw new IllegalStateException("no root field: " + root);
        };
    }

    private World world() {
        return evaluator.viewer().world();
    }

    /** The visible rows of a root field: all, or those the function gives. */
    private List<Row> base(String name, @Nullable Integer argument, Table table) {
        var function = table.functions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        var visible = evaluator.visible(table);
        return function.isEmpty() || argument == null
                ? visible
                : visible.stream()
                        .filter(row -> Operator.GTE.of(row.get(function.get().column()), new BigDecimal(argument))
                                == Truth.TRUE)
                        .toList();
    }

    private Expected list(Many many, Table table, List<Row> rows) {
        var chosen = limited(window(many.window(), table, rows), table);
        return new Items(
                chosen.stream().map(row -> row(many.fields(), table, row)).toList(),
                !many.window().order().isEmpty());
    }

    private Expected aggregate(Aggregate aggregate, Table table, List<Row> rows) {
        var chosen = window(aggregate.window(), table, rows);
        var fields = new LinkedHashMap<String, Expected>();
        fields.put("aggregate", summaries(aggregate.summaries(), chosen));
        var nodes = aggregate.nodes();
        if (nodes != null) {
            // A permission's limit is for what is shown, not for what is counted.
            fields.put(
                    "nodes",
                    new Items(
                            limited(chosen, table).stream()
                                    .map(row -> row(nodes, table, row))
                                    .toList(),
                            !aggregate.window().order().isEmpty()));
        }
        return new Fields(fields);
    }

    private static Expected summaries(List<Summary> summaries, List<Row> rows) {
        var fields = new LinkedHashMap<String, Expected>();
        summaries.forEach(each -> fields.put(each.alias(), summary(each, rows)));
        return new Fields(fields);
    }

    private Expected groups(Groups groups, Table table, List<Row> rows) {
        var where = groups.where();
        var byKey = new LinkedHashMap<List<Object>, List<Row>>();
        rows.stream()
                .filter(row -> where == null || evaluator.asked(where, table, row) == Truth.TRUE)
                .forEach(row -> byKey.computeIfAbsent(key(groups, table, row), _ -> new ArrayList<>())
                        .add(row));
        var having = groups.having();
        var sorted = groups.sorted(table);
        var limit = groups.limit() == null ? Integer.MAX_VALUE : groups.limit();
        var most = evaluator.viewer().limit(table);
        var items = byKey.values().stream()
                .filter(each -> having == null
                        || having.operator().of(new BigDecimal(each.size()), new BigDecimal(having.bound()))
                                == Truth.TRUE)
                .sorted((one, other) -> {
                    var bySize = groups.bySize() ? other.size() - one.size() : 0;
                    var byKeys = sorted.stream()
                            .map(each -> new Order(List.of(), each, null, "asc"))
                            .toList();
                    return bySize != 0 ? bySize : compare(byKeys, table, one.getFirst(), other.getFirst());
                })
                .limit(most == null ? limit : Math.min(most, limit))
                .map(each -> group(groups, table, each))
                .toList();
        return new Items(items, sorted.size() == groups.keys().size());
    }

    private List<Object> key(Groups groups, Table table, Row row) {
        return groups.keys().stream()
                .map(each -> evaluator.value(table, row, each))
                .map(value -> value == null ? "NULL" : (Object) List.of(Evaluator.comparable(value)))
                .toList();
    }

    private Expected group(Groups groups, Table table, List<Row> rows) {
        var keys = new LinkedHashMap<String, Expected>();
        groups.keys().forEach(each -> keys.put(each, new Value(evaluator.value(table, rows.getFirst(), each))));
        var fields = new LinkedHashMap<String, Expected>();
        fields.put("keys", new Fields(keys));
        fields.put("aggregate", summaries(groups.summaries(), rows));
        return new Fields(fields);
    }

    private List<Row> limited(List<Row> rows, Table table) {
        var limit = evaluator.viewer().limit(table);
        return limit == null ? rows : rows.stream().limit(limit).toList();
    }

    private static Expected summary(Summary summary, List<Row> rows) {
        if (summary.function().equals("count")) {
            return new Value(new BigDecimal(count(summary, rows)));
        }
        var values = new LinkedHashMap<String, Expected>();
        summary.columns()
                .forEach(column -> values.put(
                        column,
                        over(
                                summary.function(),
                                rows.stream()
                                        .map(row -> row.get(column))
                                        .filter(Objects::nonNull)
                                        .toList())));
        return new Fields(values);
    }

    /** With several columns, what is counted is their combination, which is never null. */
    private static long count(Summary summary, List<Row> rows) {
        var columns = summary.columns();
        if (columns.isEmpty()) {
            return rows.size();
        }
        Stream<List<Object>> values = rows.stream()
                .map(row -> columns.stream()
                        .map(row::get)
                        .map(value -> value == null ? "NULL" : (Object) List.of(Evaluator.comparable(value)))
                        .toList());
        if (columns.size() == 1) {
            values = values.filter(each -> !each.equals(List.of("NULL")));
        }
        return summary.distinct() ? values.distinct().count() : values.count();
    }

    private static Expected over(String function, List<Object> values) {
        if (values.isEmpty()) {
            return Expected.NULL;
        }
        return switch (function) {
            case "max" -> new Value(values.stream().max(Type::compare).orElseThrow());
            case "min" -> new Value(values.stream().min(Type::compare).orElseThrow());
            case "sum" -> new Value(sum(values));
            default -> new Expected.About(sum(values).divide(new BigDecimal(values.size()), MathContext.DECIMAL128));
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(each -> (BigDecimal) each).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Row> window(Window window, Table table, List<Row> rows) {
        var condition = window.where();
        var chosen = rows.stream()
                .filter(row -> condition == null || evaluator.asked(condition, table, row) == Truth.TRUE)
                .sorted((one, other) -> compare(window.order(), table, one, other))
                .toList();
        if (!window.distinct().isEmpty()) {
            var seen = new HashSet<List<Object>>();
            chosen = chosen.stream()
                    .filter(row -> seen.add(window.distinct().stream()
                            .map(row::get)
                            .map(value -> value == null ? "NULL" : (Object) List.of(Evaluator.comparable(value)))
                            .toList()))
                    .toList();
        }
        var from = window.offset() == null ? 0 : window.offset();
        var limit = window.limit() == null ? Integer.MAX_VALUE : window.limit();
        return chosen.stream().skip(from).limit(limit).toList();
    }

    private int compare(List<Order> orders, Table table, Row one, Row other) {
        for (var order : orders) {
            var result = comparator(order).compare(key(order, table, one), key(order, table, other));
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private static Comparator<@Nullable Object> comparator(Order order) {
        var descending = order.direction().startsWith("desc");
        var nullsFirst =
                order.direction().endsWith("nulls_first") || order.direction().equals("desc");
        Comparator<Object> values = descending ? (one, other) -> Type.compare(other, one) : Type::compare;
        return nullsFirst ? Comparator.nullsFirst(values) : Comparator.nullsLast(values);
    }

    private @Nullable Object key(Order order, Table table, Row row) {
        var at = table;
        var current = row;
        for (var step : order.path()) {
            var next = evaluator.related(at, current, step, false);
            if (next.isEmpty()) {
                return null;
            }
            at = Query.target(at, step, world());
            current = next.getFirst();
        }
        var sum = order.sum();
        if (sum == null) {
            return evaluator.value(at, current, order.name());
        }
        var rows = evaluator.related(at, current, order.name(), false);
        var column = sum.column();
        if (column == null) {
            return new BigDecimal(rows.size());
        }
        var values = rows.stream().map(each -> each.get(column)).filter(Objects::nonNull);
        return (sum.function().equals("max") ? values.max(Type::compare) : values.min(Type::compare)).orElse(null);
    }

    Expected row(List<Field> fields, Table table, Row row) {
        return new Fields(fields.stream()
                .collect(Collectors.toMap(
                        Field::alias, each -> field(each, table, row), (one, other) -> one, LinkedHashMap::new)));
    }

    private Expected field(Field field, Table table, Row row) {
        return switch (field) {
            case Plain(var alias, var name, var path) when path != null -> new Value(path.at(row.get(name)));
            case Plain(var alias, var name, var path) ->
                new Value(name.equals("__typename") ? table.name() : row.get(name));
            case Scalar(var alias, var name, var argument) ->
                new Value(evaluator.scalar(table.scalar(name), row, argument));
            case One(var alias, var name, var fields) -> {
                var target = Query.target(table, name, world());
                yield evaluator.related(table, row, name, false).stream()
                        .findFirst()
                        .map(each -> row(fields, target, each))
                        .orElse(Expected.NULL);
            }
            case Many many ->
                list(
                        many,
                        Query.target(table, many.name(), world()),
                        evaluator.related(table, row, many.name(), false));
            case Aggregate aggregate ->
                aggregate(
                        aggregate,
                        Query.target(table, aggregate.name(), world()),
                        evaluator.related(table, row, aggregate.name(), false));
            case Groups groups ->
                groups(
                        groups,
                        Query.target(table, groups.name(), world()),
                        evaluator.related(table, row, groups.name(), false));
            case ByKey _ -> throw new IllegalStateException("only a root field: " + field);
        };
    }
}
