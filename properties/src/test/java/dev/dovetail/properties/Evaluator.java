package dev.dovetail.properties;

import dev.dovetail.properties.Condition.And;
import dev.dovetail.properties.Condition.Columns;
import dev.dovetail.properties.Condition.Compare;
import dev.dovetail.properties.Condition.Count;
import dev.dovetail.properties.Condition.Exists;
import dev.dovetail.properties.Condition.Not;
import dev.dovetail.properties.Condition.Or;
import dev.dovetail.properties.Condition.Related;
import dev.dovetail.properties.World.Added;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.ScalarField;
import dev.dovetail.properties.World.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What conditions say of rows in memory, by the rules of SQL and of permissions. */
record Evaluator(Viewer viewer, Data data) {

    /** What the viewer sees of a table at all. */
    List<Row> visible(Table table) {
        return visible(table, data.of(table.name()));
    }

    List<Row> visible(Table table, List<Row> rows) {
        return rows.stream().filter(row -> permitted(table, row)).toList();
    }

    boolean permitted(Table table, Row row) {
        return stored(viewer.filter(table), table, row) == Truth.TRUE;
    }

    /** A permission's condition is taken literally: rows it looks at are not filtered for the viewer. */
    Truth stored(Condition condition, Table table, Row row) {
        return truth(condition, table, row, true);
    }

    /** A client's condition sees what the client sees. */
    Truth asked(Condition condition, Table table, Row row) {
        return truth(condition, table, row, false);
    }

    private Truth truth(Condition condition, Table table, Row row, boolean stored) {
        return switch (condition) {
            case And(var parts) ->
                parts.stream().map(each -> truth(each, table, row, stored)).reduce(Truth.TRUE, Truth::and);
            case Or(var parts) ->
                parts.stream().map(each -> truth(each, table, row, stored)).reduce(Truth.FALSE, Truth::or);
            case Not(var part) -> truth(part, table, row, stored).not();
            case Compare(var name, var operator, var term) ->
                operator.of(value(table, row, name), RoleGenerator.resolve(term, viewer.role()));
            case Condition.Placeholder placeholder -> throw new IllegalStateException("has no value: " + placeholder);
            case Condition.At(var name, var path, var kind, var operator, var term) ->
                operator.of(kind.of(path.at(row.get(name))), RoleGenerator.resolve(term, viewer.role()));
            case Columns(var name, var operator, var other) -> operator.of(row.get(name), row.get(other));
            case Related(var name, var inner) -> {
                var target = Query.target(table, name, viewer.world());
                var rows = related(table, row, name, stored);
                yield Truth.of(rows.stream().anyMatch(each -> truth(inner, target, each, stored) == Truth.TRUE));
            }
            case Exists(var name, var inner) -> {
                var other = viewer.world().table(name);
                yield Truth.of(
                        data.of(name).stream().anyMatch(each -> truth(inner, other, each, stored) == Truth.TRUE));
            }
            case Count count -> {
                var target = Query.target(table, count.relationship(), viewer.world());
                var rows = related(table, row, count.relationship(), stored).stream()
                        .filter(each ->
                                count.filter() == null || truth(count.filter(), target, each, stored) == Truth.TRUE);
                yield count.operator()
                        .of(
                                new BigDecimal(count(rows, count.column(), count.distinct())),
                                new BigDecimal(count.bound()));
            }
        };
    }

    private static long count(Stream<Row> rows, @Nullable String column, boolean distinct) {
        if (column == null) {
            // Whole rows of a table with a key are distinct anyway.
            return rows.count();
        }
        var values = rows.map(each -> each.get(column)).filter(Objects::nonNull);
        return distinct ? values.map(Evaluator::comparable).distinct().count() : values.count();
    }

    /** Equal when Postgres says so: 1.5 is 1.50. */
    static Object comparable(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /** A column's or a scalar field's value. */
    @Nullable
    Object value(Table table, Row row, String name) {
        return table.columns().stream().anyMatch(each -> each.name().equals(name))
                ? row.get(name)
                : scalar(table.scalar(name), row, null);
    }

    @Nullable
    Object scalar(ScalarField field, Row row, @Nullable Integer argument) {
        var value = (BigDecimal) row.get(field.column());
        if (value == null || field.added() == Added.ARGUMENT && argument == null) {
            return null;
        }
        return value.add(
                switch (field.added()) {
                    case ONE -> BigDecimal.ONE;
                    case ARGUMENT -> new BigDecimal(Objects.requireNonNull(argument));
                    case SESSION -> {
                        var role = viewer.role();
                        yield role == null
                                ? BigDecimal.ZERO
                                : new BigDecimal(role.session().get(World.Role.NUMBER));
                    }
                });
    }

    /** The rows a relationship or computed field leads to. */
    List<Row> related(Table table, Row row, String name, boolean stored) {
        var target = Query.target(table, name, viewer.world());
        return data.of(target.name()).stream()
                .filter(each -> joined(table, row, name, each))
                .filter(each -> stored || permitted(target, each))
                .toList();
    }

    private static boolean joined(Table table, Row row, String name, Row other) {
        var relationship = table.relationships().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (relationship.isEmpty()) {
            var field = table.tableField(name);
            return equal(row.get(field.column()), other.get(field.targetColumn()));
        }
        return relationship.get().pairs().entrySet().stream()
                .allMatch(each -> equal(row.get(each.getKey()), other.get(each.getValue())));
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return Operator.EQ.of(one, other) == Truth.TRUE;
    }
}
