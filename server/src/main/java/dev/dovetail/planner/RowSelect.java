package dev.dovetail.planner;

import dev.dovetail.model.ColumnType;
import dev.dovetail.model.Function;
import dev.dovetail.model.JoinKey;
import dev.dovetail.model.NativeQuery;
import dev.dovetail.model.NativeRelationship;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.Routine;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Operator;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * Selects rows as JSON. Nested rows are laterals, so a query of any depth is one statement; every order stands inside
 * its aggregate, because the order of a subselect is lost as soon as Postgres picks another join.
 */
final class RowSelect {
    private static final String JSON = "json";

    private final StatementScope scope;
    private final Access access;
    private final Windows windows;
    private final RoutineCalls routines;
    private final NativeCalls natives;
    private final AggregateFields aggregates;
    private final GroupSelect groups;
    private final JoinTargets joinTargets;
    private final Joins joins;

    RowSelect(StatementScope scope, Access access, JoinTargets joinTargets, Joins joins) {
        this.scope = scope;
        this.access = access;
        this.windows = new Windows(scope, access);
        this.routines = new RoutineCalls(scope);
        this.natives = new NativeCalls(scope);
        this.aggregates = new AggregateFields(scope.options(), routines);
        this.groups = new GroupSelect(scope, access, aggregates, this);
        this.joinTargets = joinTargets;
        this.joins = joins;
    }

    /** What further condition the rows of a table stand under, given their alias. */
    interface Correlation {
        Expr apply(Alias row);

        Correlation NONE = _ -> Expr.TRUE;
    }

    private Origin.OfTable all(Table table) {
        return new Origin.OfTable(table, () -> access.read(table));
    }

    private Origin.OfTable called(Routine routine, Table table, BoundField field, Supplier<Expr> row) {
        return new Origin.OfTable(table, () -> access.read(table, routines.call(routine, field, row)));
    }

    private Origin.OfTable called(Function function, BoundField field) {
        return new Origin.OfTable(
                function.table(), () -> access.read(function.table(), routines.call(function, field)));
    }

    /** A select of one row: the list of the objects that the field asks for. */
    Select list(Table table, BoundField field, Correlation correlation, List<String> path) {
        return list(all(table), field, correlation, path);
    }

    /** What a function answers: a list, or one object or none. */
    Select function(Function function, BoundField field, List<String> path) {
        return function(function, called(function, field), field, path);
    }

    /** @param outcome the rows that the function has answered before */
    Select function(Function function, Expr.NamedCall outcome, BoundField field, List<String> path) {
        return function(
                function,
                new Origin.OfTable(function.table(), () -> access.read(function.table(), outcome)),
                field,
                path);
    }

    private Select function(Function function, Origin origin, BoundField field, List<String> path) {
        if (function.set()) {
            return list(origin, field, Correlation.NONE, path);
        }
        // A function that answers null still makes a row, of nulls.
        Correlation present = row -> Expr.not(new Expr.IsNull(new Expr.WholeRow(row)));
        var window = windows.of(origin, field, present, null);
        var object = object(field.fields(), window.rows(), path);
        var built = JsonShape.object(object.fields(), object.joined(window.from()), scope.alias());
        return Select.of(new Item(built.json(), JSON))
                .withFrom(built.from())
                .withWhere(window.where())
                .withLimit(new Expr.Int(1));
    }

    Select functionAggregate(Function function, BoundField field, List<String> path) {
        return aggregate(called(function, field), field, Correlation.NONE, path);
    }

    private Select list(Origin origin, BoundField field, Correlation correlation, List<String> path) {
        var window = windows.of(origin, field, correlation, origin.rule(access).limit());
        var object = object(field.fields(), window.rows(), path);
        var built = JsonShape.object(object.fields(), object.joined(window.from()), scope.alias());
        return Select.of(new Item(JsonShape.list(built.json(), window.order()), JSON))
                .withFrom(built.from())
                .withWhere(window.where());
    }

    /** As {@link #list(Table, BoundField, Correlation, List)}, of what a native query answers. */
    Select list(NativeQuery query, BoundField field, Correlation correlation, List<String> path) {
        return list(
                new Origin.OfQuery(query, () -> access.read(query, natives.values(query, field))),
                field,
                correlation,
                path);
    }

    /** A select of one row or none: the object that the field asks for. */
    Select one(Table table, BoundField field, Correlation correlation, boolean unique, List<String> path) {
        return one(access.read(table), field, correlation, unique, path);
    }

    private Select one(Access.Rows rows, BoundField field, Correlation correlation, boolean unique, List<String> path) {
        var source = new RowSource(rows.alias());
        var object = object(field.fields(), source, path);
        var built = JsonShape.object(object.fields(), object.joined(rows.from()), scope.alias());
        return Select.of(new Item(built.json(), JSON))
                .withFrom(built.from())
                .withWhere(Expr.and(correlation.apply(rows.alias()), rows.filter()))
                .withLimit(unique ? null : new Expr.Int(1));
    }

    /** A select of one row: the list of the groups that the field asks for. */
    Select groups(Table table, BoundField field, Correlation correlation, List<String> path) {
        return groups.of(table, field, correlation, path);
    }

    /** A select of one row: aggregates and nodes. Nodes are limited by the permission, aggregates are not. */
    Select aggregate(Table table, BoundField field, Correlation correlation, List<String> path) {
        return aggregate(all(table), field, correlation, path);
    }

    private Select aggregate(Origin.OfTable origin, BoundField field, Correlation correlation, List<String> path) {
        var fields = new ArrayList<JsonShape.Field>();
        for (var each : field.fields()) {
            fields.add(new JsonShape.Field(each.key(), aggregatePart(origin, field, each, correlation, path)));
        }
        return Select.of(new Item(JsonShape.text(fields), JSON));
    }

    private Expr aggregatePart(
            Origin.OfTable origin, BoundField field, BoundField part, Correlation correlation, List<String> path) {
        return switch (part.meaning()) {
            case FieldMeaning.AggregateNodes() -> {
                var nodes = new BoundField(
                        part.key(),
                        part.definition(),
                        field.inputs(),
                        field.written(),
                        part.fields(),
                        null,
                        part.path());
                yield new Expr.Subselect(list(origin, nodes, correlation, Joins.within(path, part.key())));
            }
            case FieldMeaning.AggregateBody() -> {
                var window = windows.of(origin, field, correlation, null);
                var json = JsonShape.text(aggregates.of(origin.table(), part.fields(), window.rows()));
                if (AggregateFields.onlyNames(part.fields())) {
                    yield json;
                }
                yield new Expr.Subselect(
                        Select.of(new Item(json, JSON)).withFrom(window.from()).withWhere(window.where()));
            }
            case FieldMeaning.TypeName(var name) -> typeName(name);
            case FieldMeaning other -> throw unexpected(other);
        };
    }

    /** The fields of an object and the laterals they need. */
    record Object(List<JsonShape.Field> fields, List<Lateral> laterals) {
        From joined(From from) {
            var all = from;
            for (var lateral : laterals) {
                all = From.leftLateral(all, lateral.select(), lateral.alias());
            }
            return all;
        }
    }

    record Lateral(Select select, Alias alias) {}

    Object object(List<BoundField> selected, RowSource rows, List<String> path) {
        var fields = new ArrayList<JsonShape.Field>();
        var laterals = new ArrayList<Lateral>();
        var hidden = new ArrayList<JsonShape.Field>();
        for (var field : selected) {
            var value = switch (field.meaning()) {
                case FieldMeaning.ColumnValue(var column) -> value(field, column.type(), rows.column(column.name()));
                case FieldMeaning.CapitalValue(var column) -> Expr.call("upper", rows.column(column.name()));
                case FieldMeaning.ComputedValue(var computed, var type) ->
                    value(field, type, routines.call(computed.routine(), field, rows::whole));
                case FieldMeaning.ComputedRows(var computed, var answered) ->
                    lateral(
                            field,
                            () -> list(
                                    called(computed.routine(), answered, field, rows::whole),
                                    field,
                                    Correlation.NONE,
                                    Joins.within(path, field.key())),
                            laterals);
                case FieldMeaning.Related(var relationship) ->
                    lateral(field, () -> related(relationship, field, rows, path), laterals);
                case FieldMeaning.RelatedAggregate(var relationship) ->
                    lateral(
                            field,
                            () -> aggregate(
                                    relationship.target().get(),
                                    field,
                                    correlation(relationship, rows),
                                    Joins.within(path, field.key())),
                            laterals);
                case FieldMeaning.RelatedGroups(var relationship) ->
                    lateral(
                            field,
                            () -> groups(
                                    relationship.target().get(),
                                    field,
                                    correlation(relationship, rows),
                                    Joins.within(path, field.key())),
                            laterals);
                case FieldMeaning.RelatedNative(var relationship) ->
                    lateral(field, () -> related(relationship, field, rows, path), laterals);
                case FieldMeaning.Joined(var relationship) ->
                    joined(relationship, joinTargets.of(relationship, field), field, rows, path, hidden);
                case FieldMeaning.JoinedAggregate(var relationship) ->
                    joined(relationship, joinTargets.aggregate(relationship, field), field, rows, path, hidden);
                case FieldMeaning.TypeName(var name) -> typeName(name);
                case FieldMeaning other -> throw unexpected(other);
            };
            fields.add(new JsonShape.Field(field.key(), value));
        }
        fields.addAll(hidden);
        return new Object(fields, laterals);
    }

    private Expr lateral(BoundField field, Supplier<Select> made, List<Lateral> laterals) {
        scope.related(field.path());
        var select = made.get();
        var alias = scope.alias();
        laterals.add(new Lateral(select, alias));
        return new Expr.Column(alias, JSON);
    }

    private Select related(Relationship relationship, BoundField field, RowSource rows, List<String> path) {
        var target = relationship.target().get();
        var within = Joins.within(path, field.key());
        return switch (relationship.kind()) {
            case OBJECT -> one(target, field, correlation(relationship, rows), pointsToOne(relationship), within);
            case ARRAY -> list(target, field, correlation(relationship, rows), within);
        };
    }

    private Select related(NativeRelationship relationship, BoundField field, RowSource rows, List<String> path) {
        var target = relationship.target();
        var within = Joins.within(path, field.key());
        var correlation = correlation(relationship.mapping(), rows);
        return switch (relationship.kind()) {
            case OBJECT -> {
                var answered = access.read(target, natives.values(target, field));
                yield one(answered, field, correlation, false, within);
            }
            case ARRAY -> list(target, field, correlation, within);
        };
    }

    /**
     * Whether the target's columns hold its primary key: then no LIMIT has to stand in the planner's way. Unique
     * indexes prove nothing here, for a partial one lets rows outside it repeat.
     */
    private static boolean pointsToOne(Relationship relationship) {
        var key = relationship.target().get().info().primaryKey();
        return key != null && relationship.mapping().values().containsAll(key.columns());
    }

    private static Correlation correlation(Relationship relationship, RowSource rows) {
        return correlation(relationship.mapping(), rows);
    }

    private static Correlation correlation(SequencedMap<ColumnName, ColumnName> mapping, RowSource rows) {
        return alias -> {
            var pairs = new ArrayList<Expr>();
            mapping.forEach((local, remote) ->
                    pairs.add(Expr.equal(new Expr.Column(alias, remote.value()), rows.column(local))));
            return Expr.and(pairs);
        };
    }

    /** Null for now; the keys the join needs go along unseen. */
    private Expr joined(
            RemoteRelationship relationship,
            JoinTarget target,
            BoundField field,
            RowSource rows,
            List<String> path,
            List<JsonShape.Field> hidden) {
        var keys = new ArrayList<JoinTree.Key>();
        for (var each : relationship.keys()) {
            var key = Joins.hiddenKey(each.name());
            keys.add(new JoinTree.Key(key, List.of()));
            if (hidden.stream().noneMatch(known -> known.key().equals(key))) {
                hidden.add(new JsonShape.Field(key, key(each, rows)));
            }
        }
        joins.add(path, field.key(), keys, relationship, target);
        return new Expr.Cast(Expr.NULL, TypeName.JSON);
    }

    private Expr key(JoinKey key, RowSource rows) {
        return switch (key) {
            case JoinKey.OfColumn(var column) -> rows.column(column.name());
            case JoinKey.OfComputed(var computed) -> routines.call(computed.routine(), rows::whole);
            case JoinKey.OfField of -> throw new IllegalStateException("no key of a row: " + of.name());
        };
    }

    Expr value(BoundField field, ColumnType type, Expr value) {
        var path = field.argument(ArgumentName.PATH).filter(each -> !each.isNull());
        if (path.isPresent()) {
            var steps = scope.path(path.get().source(), path.get().path());
            return new Expr.Binary(value, Operator.JSON_PATH, steps);
        }
        return Casts.told(type, value, scope.options());
    }

    static Expr typeName(String name) {
        return new Expr.Cast(new Expr.Text(name), TypeName.TEXT);
    }

    private static IllegalStateException unexpected(FieldMeaning meaning) {
        return new IllegalStateException("no field of a table's row: " + meaning);
    }
}
