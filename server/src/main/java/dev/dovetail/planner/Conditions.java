package dev.dovetail.planner;

import dev.dovetail.catalog.PgType;
import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Comparison;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.Condition;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.model.ValueSource;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Operator;
import dev.dovetail.sql.Select;
import java.util.ArrayList;
import java.util.List;

/** Conditions as SQL. */
final class Conditions {
    /** What a condition sees of the tables it reaches. */
    enum Reach {
        TRUSTED,
        AS_ROLE
    }

    private static final PgType JSON_PATH = PgType.builtin("jsonpath");
    private static final ColumnType DISTANCE = new ColumnType.Scalar("Float", PgType.builtin("float8"));
    private static final ColumnType FLAG = new ColumnType.Scalar("Boolean", PgType.builtin("bool"));

    private final StatementScope scope;
    private final Access access;
    private final Reach reach;
    private final Alias root;
    private final ConditionValues values;

    Conditions(StatementScope scope, Access access, Reach reach, Alias root) {
        this.scope = scope;
        this.access = access;
        this.reach = reach;
        this.root = root;
        this.values = new ConditionValues(scope, reach);
    }

    Expr compile(Condition condition, Alias row) {
        return switch (condition) {
            case Condition.And(var of) ->
                Expr.and(of.stream().map(each -> compile(each, row)).toList());
            case Condition.Or(var of) ->
                Expr.or(of.stream().map(each -> compile(each, row)).toList());
            case Condition.Not(var of) -> Expr.not(compile(of, row));
            case Condition.Compare(var operand, var operator, var value) ->
                compare(left(operand, row), operator, value);
            case Condition.Near near -> near(near, left(near.operand(), row));
            case Condition.CompareColumns(var left, var operator, var right, var ofRoot) ->
                new Expr.Binary(at(row, left), operator(operator), at(ofRoot ? root : row, right));
            case Condition.Related(var relationship, var where) -> related(relationship, where, row);
            case Condition.Computed(var computed, var rows, var where) ->
                ofVisible(row, exists(reach(rows, call(computed, row)), Expr.TRUE, where), Expr.FALSE);
            case Condition.Exists(var table, var where) -> exists(reach(table), Expr.TRUE, where);
        };
    }

    private static Expr at(Alias row, Column column) {
        return new Expr.Column(row, column.name().value());
    }

    private Access.Rows reach(Table table) {
        return switch (reach) {
            case TRUSTED -> access.trusted(table);
            case AS_ROLE -> access.read(table);
        };
    }

    private Access.Rows reach(Table table, Expr.NamedCall function) {
        return switch (reach) {
            case TRUSTED -> access.trusted(function);
            case AS_ROLE -> access.read(table, function);
        };
    }

    private Expr.NamedCall call(ComputedField computed, Alias row) {
        return new RoutineCalls(scope).call(computed.routine(), () -> new Expr.WholeRow(row));
    }

    /**
     * A function may fail on a row and tell of it; Postgres is free to call it on rows that the role's filter takes out
     * later. So a client's condition calls it on none but those that pass the filter.
     */
    private Expr ofVisible(Alias row, Expr called, Expr otherwise) {
        var filter = scope.ledger().of(row).map(Ledger.Entry::filter).orElse(Expr.TRUE);
        return reach == Reach.TRUSTED || filter.equals(Expr.TRUE) ? called : new Expr.Case(filter, called, otherwise);
    }

    private Expr related(Relationship relationship, Condition where, Alias row) {
        var rows = reach(relationship.target().get());
        return exists(rows, correlation(relationship, row, rows.alias()), where);
    }

    /** The rows of a relationship: each column of this side equals its partner. */
    static Expr correlation(Relationship relationship, Alias from, Alias to) {
        var pairs = new ArrayList<Expr>();
        relationship
                .mapping()
                .forEach((local, remote) -> pairs.add(
                        Expr.equal(new Expr.Column(to, remote.value()), new Expr.Column(from, local.value()))));
        return Expr.and(pairs);
    }

    private Expr exists(Access.Rows rows, Expr correlation, Condition where) {
        var condition = Expr.and(correlation, rows.filter(), compile(where, rows.alias()));
        return new Expr.Exists(Select.of(new Item(new Expr.Int(1), "one"))
                .withFrom(rows.from())
                .withWhere(condition));
    }

    /** The left side of a comparison. */
    private record Left(Expr value, ColumnType type) {}

    private Left left(Condition.Operand operand, Alias row) {
        var value = switch (operand) {
            case Condition.Operand.OfColumn(var column) -> at(row, column);
            case Condition.Operand.OfComputed(var computed, var _) -> ofVisible(row, call(computed, row), Expr.NULL);
            case Condition.Operand.OfAggregate aggregate -> aggregate(aggregate, row);
            case Condition.Operand.OfGroup group -> ofGroup(group, row);
            case Condition.Operand.AtPath(var of, var path, var at, var type) ->
                JsonPaths.at(left(of, row).value(), scope.path(path, at), type);
            case Condition.Operand.Cast(var of, var type) ->
                new Expr.Cast(left(of, row).value(), Casts.name(type.pg()));
        };
        return new Left(value, operand.type());
    }

    private Expr aggregate(Condition.Operand.OfAggregate aggregate, Alias row) {
        var relationship = aggregate.relationship();
        var rows = reach(relationship.target().get());
        var columns = aggregate.columns().stream().map(rows::column).toList();
        var value = aggregate(aggregate.function(), aggregate.distinct(), columns);
        var condition = Expr.and(
                correlation(relationship, row, rows.alias()), rows.filter(), compile(aggregate.filter(), rows.alias()));
        return new Expr.Subselect(
                Select.of(new Item(value, "value")).withFrom(rows.from()).withWhere(condition));
    }

    /** {@code count} takes several columns as one row, the others take them one by one. */
    private static Expr aggregate(String function, boolean distinct, List<Expr> columns) {
        var arguments =
                function.equals("count") && columns.size() > 1 ? List.<Expr>of(new Expr.RowOf(columns)) : columns;
        return new Expr.Aggregate(function, distinct, arguments, List.of(), null);
    }

    private static Expr ofGroup(Condition.Operand.OfGroup group, Alias row) {
        var columns = group.columns().stream().map(column -> at(row, column)).toList();
        return group.function().equals("count")
                ? aggregate(group.function(), group.distinct(), columns)
                : Aggregates.call(group.function(), group.columns().getFirst().type(), columns.getFirst());
    }

    private Expr near(Condition.Near near, Left left) {
        var function = near.operator() == Comparison.ST_3D_D_WITHIN ? "st_3ddwithin" : "st_dwithin";
        var distance = values.scalar(near.distance(), DISTANCE);
        var from = values.scalar(near.from(), left.type());
        var spheroid = near.spheroid();
        return spheroid == null
                ? Casts.call(left.type().pg(), function, left.value(), from, distance)
                : Casts.call(left.type().pg(), function, left.value(), from, distance, values.scalar(spheroid, FLAG));
    }

    private Expr compare(Left side, Comparison comparison, ValueSource value) {
        var left = side.value();
        return switch (comparison) {
            case IS_NULL -> isNull(left, value);
            case IN -> new Expr.AnyOf(left, values.list(value, side.type()), false);
            case NIN -> new Expr.AnyOf(left, values.list(value, side.type()), true);
            case NEQ -> {
                var right = values.scalar(value, side.type());
                yield new Expr.Binary(left, Operator.NOT_EQUAL, right);
            }
            case PATH_EXISTS, PATH_MATCH -> new Expr.Binary(left, operator(comparison), values.text(value, JSON_PATH));
            case HAS_KEY -> new Expr.Binary(left, Operator.HAS_KEY, values.text(value));
            case HAS_KEYS_ANY -> new Expr.Binary(left, Operator.HAS_KEYS_ANY, values.texts(value));
            case HAS_KEYS_ALL -> new Expr.Binary(left, Operator.HAS_KEYS_ALL, values.texts(value));
            case LIKE, NLIKE, ILIKE, NILIKE -> new Expr.Binary(left, operator(comparison), values.like(value));
            case SIMILAR, NSIMILAR -> new Expr.Binary(left, operator(comparison), values.similar(value));
            case REGEX, NREGEX, IREGEX, NIREGEX -> new Expr.Binary(left, operator(comparison), values.regex(value));
            case EQ, GT, LT, GTE, LTE, CONTAINS, CONTAINED_IN, ANCESTOR, DESCENDANT ->
                new Expr.Binary(left, operator(comparison), values.scalar(value, side.type()));
            case ANCESTOR_ANY, DESCENDANT_ANY ->
                new Expr.Binary(left, operator(comparison), values.list(value, side.type()));
            case MATCHES, MATCHES_FULLTEXT ->
                new Expr.Binary(left, operator(comparison), values.text(value, pattern(comparison, side.type())));
            case MATCHES_ANY ->
                new Expr.Binary(left, operator(comparison), values.texts(value, pattern(comparison, side.type())));
            case ST_CONTAINS,
                    ST_CROSSES,
                    ST_EQUALS,
                    ST_OVERLAPS,
                    ST_TOUCHES,
                    ST_WITHIN,
                    ST_INTERSECTS,
                    ST_3D_INTERSECTS ->
                Casts.call(side.type().pg(), spatialFunction(comparison), left, values.scalar(value, side.type()));
            case ST_D_WITHIN, ST_3D_D_WITHIN -> throw notInfix(comparison);
        };
    }

    /** The type of what an ltree is matched with, which its extension brought along. */
    private static PgType pattern(Comparison comparison, ColumnType ltree) {
        return ltree.pg().undomained().sibling(comparison == Comparison.MATCHES_FULLTEXT ? "ltxtquery" : "lquery");
    }

    /** {@code _st_3d_intersects} is {@code st_3dintersects}; the others are called as the operators are. */
    private static String spatialFunction(Comparison comparison) {
        return comparison == Comparison.ST_3D_INTERSECTS
                ? "st_3dintersects"
                : comparison.wire().substring(1);
    }

    /** A client's true or false decides the shape; a session variable is asked when the statement runs. */
    private Expr isNull(Expr left, ValueSource value) {
        return switch (value) {
            case ValueSource.Fixed(var flag) -> flag.asBoolean(false) ? new Expr.IsNull(left) : notNull(left);
            case ValueSource.Literal(var flag) -> flag.asBoolean(false) ? new Expr.IsNull(left) : notNull(left);
            case ValueSource.Variable _,
                    ValueSource.SessionVariable _,
                    ValueSource.SessionObject _,
                    ValueSource.ListOf _,
                    ValueSource.ObjectOf _ -> {
                yield Expr.equal(new Expr.IsNull(left), values.scalar(value, FLAG));
            }
        };
    }

    private static Expr notNull(Expr of) {
        return new Expr.Not(new Expr.IsNull(of));
    }

    private static Operator operator(Comparison comparison) {
        return switch (comparison) {
            case EQ -> Operator.EQUAL;
            case NEQ -> Operator.NOT_EQUAL;
            case GT -> Operator.GREATER;
            case LT -> Operator.LESS;
            case GTE -> Operator.GREATER_OR_EQUAL;
            case LTE -> Operator.LESS_OR_EQUAL;
            case LIKE -> Operator.LIKE;
            case NLIKE -> Operator.NOT_LIKE;
            case ILIKE -> Operator.ILIKE;
            case NILIKE -> Operator.NOT_ILIKE;
            case SIMILAR -> Operator.SIMILAR;
            case NSIMILAR -> Operator.NOT_SIMILAR;
            case REGEX -> Operator.REGEX;
            case NREGEX -> Operator.NOT_REGEX;
            case IREGEX -> Operator.IREGEX;
            case NIREGEX -> Operator.NOT_IREGEX;
            case CONTAINS -> Operator.CONTAINS;
            case CONTAINED_IN -> Operator.CONTAINED_IN;
            case HAS_KEY -> Operator.HAS_KEY;
            case HAS_KEYS_ANY -> Operator.HAS_KEYS_ANY;
            case HAS_KEYS_ALL -> Operator.HAS_KEYS_ALL;
            case PATH_EXISTS -> Operator.JSON_PATH_EXISTS;
            case PATH_MATCH -> Operator.JSON_PATH_MATCH;
            case ANCESTOR, ANCESTOR_ANY -> Operator.CONTAINS;
            case DESCENDANT, DESCENDANT_ANY -> Operator.CONTAINED_IN;
            case MATCHES -> Operator.MATCHES;
            case MATCHES_ANY -> Operator.MATCHES_ANY;
            case MATCHES_FULLTEXT -> Operator.MATCHES_FULLTEXT;
            case IN,
                    NIN,
                    IS_NULL,
                    ST_CONTAINS,
                    ST_CROSSES,
                    ST_EQUALS,
                    ST_OVERLAPS,
                    ST_TOUCHES,
                    ST_WITHIN,
                    ST_INTERSECTS,
                    ST_3D_INTERSECTS,
                    ST_D_WITHIN,
                    ST_3D_D_WITHIN -> throw notInfix(comparison);
        };
    }

    private static IllegalArgumentException notInfix(Comparison comparison) {
        return new IllegalArgumentException(comparison.wire() + " is no infix operator");
    }
}
