package dev.dovetail.model;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Reads a permission's boolean expression. Keys are columns and relationships by their names in Postgres and in the
 * metadata, whatever they are called in GraphQL. Throws {@link Unresolvable}.
 */
final class ConditionReader {
    private static final Map<String, Comparison> COLUMN_COMPARISONS = Map.of(
            "_ceq", Comparison.EQ,
            "_cne", Comparison.NEQ,
            "_cneq", Comparison.NEQ,
            "_cgt", Comparison.GT,
            "_clt", Comparison.LT,
            "_cgte", Comparison.GTE,
            "_clte", Comparison.LTE);

    private final Table root;
    private final Function<TableName, @Nullable Table> tables;

    ConditionReader(Table root, Function<TableName, @Nullable Table> tables) {
        this.root = root;
        this.tables = tables;
    }

    Condition read(JsonNode expression) {
        return read(expression, root);
    }

    private Condition read(JsonNode expression, Table table) {
        if (!expression.isObject()) {
            throw new Unresolvable("expecting an object for a boolean expression, but found " + Json.kind(expression));
        }
        var parts = new ArrayList<Condition>();
        for (var field : expression.properties()) {
            parts.add(part(normal(field.getKey()), field.getKey(), field.getValue(), table));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private static String normal(String key) {
        return key.startsWith("$") ? "_" + key.substring(1) : key;
    }

    private Condition part(String keyword, String key, JsonNode value, Table table) {
        return switch (keyword) {
            case "_and" -> new Condition.And(list(value, table));
            case "_or" -> new Condition.Or(list(value, table));
            case "_not" -> new Condition.Not(read(value, table));
            case "_exists" -> exists(value);
            default -> named(key, value, table);
        };
    }

    private List<Condition> list(JsonNode value, Table table) {
        if (!value.isArray()) {
            return List.of(read(value, table));
        }
        return value.valueStream().map(each -> read(each, table)).toList();
    }

    private Condition exists(JsonNode value) {
        var name = tableName(value.path("_table"));
        var table = tables.apply(name);
        if (table == null) {
            throw new Unresolvable("table \"" + name.display() + "\" does not exist");
        }
        return new Condition.Exists(table, read(value.path("_where"), table));
    }

    private static TableName tableName(JsonNode value) {
        try {
            return NameCodec.table(value, Path.ROOT);
        } catch (ApiException malformed) {
            throw new Unresolvable("_exists: " + malformed.getMessage());
        }
    }

    private Condition named(String key, JsonNode value, Table table) {
        var column = table.findColumn(new ColumnName(key));
        if (column.isPresent()) {
            return operand(new Condition.Operand.OfColumn(column.get()), value, table);
        }
        var relationship = table.relationships().get(key);
        if (relationship != null) {
            return new Condition.Related(
                    relationship, read(value, relationship.target().get()));
        }
        var computed = table.computedFields().get(key);
        if (computed != null && computed.takesNothing()) {
            return switch (computed.returns()) {
                case ComputedField.Returns.Value(var type) ->
                    operand(new Condition.Operand.OfComputed(computed, type), value, table);
                case ComputedField.Returns.Rows(var rows) -> new Condition.Computed(computed, rows, read(value, rows));
            };
        }
        throw new Unresolvable("no such column exists: \"" + key + "\"");
    }

    private Condition operand(Condition.Operand left, JsonNode value, Table table) {
        if (!value.isObject()) {
            return new Condition.Compare(left, Comparison.EQ, operand(value));
        }
        return comparisons(left, value, table);
    }

    private Condition comparisons(Condition.Operand left, JsonNode value, Table table) {
        var parts = new ArrayList<Condition>();
        for (var field : value.properties()) {
            parts.add(comparison(left, field.getKey(), field.getValue(), table));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private Condition comparison(Condition.Operand left, String operator, JsonNode value, Table table) {
        if (normal(operator).equals("_cast")) {
            return cast(left, value, table);
        }
        var columns = COLUMN_COMPARISONS.get(normal(operator));
        if (columns != null) {
            return columns(left, columns, value, table);
        }
        var comparison = Comparison.named(operator)
                .filter(each -> each.worksOn(left.type()))
                .orElseThrow(() -> new Unresolvable(
                        "unsupported operator \"" + operator + "\" for column \"" + left.name() + "\""));
        return comparison.isNearness()
                ? near(left, comparison, value)
                : new Condition.Compare(left, comparison, operand(value));
    }

    /** {@code {"geography": {"_st_d_within": …}}}. */
    private Condition cast(Condition.Operand left, JsonNode value, Table table) {
        var target = left.type().castTarget();
        var parts = new ArrayList<Condition>();
        for (var field : value.properties()) {
            var type = target.filter(each -> each.pg().name().equals(field.getKey()))
                    .orElseThrow(() -> new Unresolvable(
                            "cannot cast column \"" + left.name() + "\" to type \"" + field.getKey() + "\""));
            parts.add(comparisons(new Condition.Operand.Cast(left, type), field.getValue(), table));
        }
        return new Condition.And(parts);
    }

    private static Condition near(Condition.Operand left, Comparison comparison, JsonNode value) {
        if (!value.path("distance").isValueNode() || !value.has("from")) {
            throw new Unresolvable("operator \"" + comparison.wire() + "\" for column \"" + left.name()
                    + "\" needs an object with \"distance\" and \"from\"");
        }
        var spheroid = left.type().isScalar("geography")
                ? new ValueSource.Fixed(
                        BooleanNode.valueOf(value.path("use_spheroid").asBoolean(true)))
                : null;
        return new Condition.Near(
                left, comparison, operand(value.path("distance")), operand(value.path("from")), spheroid);
    }

    /** {@code "other"}, or {@code ["$", "other"]} for a column of the table the permission is on. */
    private Condition columns(Condition.Operand operand, Comparison comparison, JsonNode value, Table table) {
        if (!(operand instanceof Condition.Operand.OfColumn(var left))) {
            throw new Unresolvable("\"" + operand.name() + "\" cannot be compared with a column");
        }
        var ofRoot = value.isArray()
                && value.size() == 2
                && value.path(0).asString("").equals("$");
        var name = ofRoot ? value.path(1) : value.isArray() ? value.path(0) : value;
        var right = (ofRoot ? root : table)
                .findColumn(new ColumnName(name.asString("")))
                .orElseThrow(() -> new Unresolvable("no such column exists: " + name));
        return new Condition.CompareColumns(left, comparison, right, ofRoot);
    }

    /** A string that starts with x-hasura- means a session variable. */
    static ValueSource operand(JsonNode value) {
        if (value.isString() && value.stringValue().toLowerCase(Locale.ROOT).startsWith("x-hasura-")) {
            return new ValueSource.SessionVariable(value.stringValue().toLowerCase(Locale.ROOT));
        }
        if (value.isArray()
                && value.valueStream().anyMatch(each -> operand(each) instanceof ValueSource.SessionVariable)) {
            return new ValueSource.ListOf(
                    value.valueStream().map(ConditionReader::operand).toList());
        }
        return new ValueSource.Fixed(value);
    }
}
