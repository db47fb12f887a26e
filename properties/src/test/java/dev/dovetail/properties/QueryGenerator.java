package dev.dovetail.properties;

import dev.dovetail.properties.Query.Aggregate;
import dev.dovetail.properties.Query.ByKey;
import dev.dovetail.properties.Query.Field;
import dev.dovetail.properties.Query.Groups;
import dev.dovetail.properties.Query.Having;
import dev.dovetail.properties.Query.Many;
import dev.dovetail.properties.Query.One;
import dev.dovetail.properties.Query.Plain;
import dev.dovetail.properties.Query.Scalar;
import dev.dovetail.properties.Query.Summary;
import dev.dovetail.properties.World.Added;
import dev.dovetail.properties.World.Column;
import dev.dovetail.properties.World.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries that somebody may ask. */
final class QueryGenerator {
    private static final int DEPTH = 3;

    private final Viewer viewer;
    private final Choices choices;
    private final WindowGenerator windows;
    private int aliases;

    QueryGenerator(Viewer viewer, Choices choices) {
        this.viewer = viewer;
        this.choices = choices;
        this.windows = new WindowGenerator(viewer, choices);
    }

    Query query() {
        var roots = new ArrayList<Field>();
        for (var i = choices.below(10) == 9 ? 2 : 1; i > 0; i--) {
            roots.add(root());
        }
        return new Query(roots);
    }

    private Field root() {
        var table = choices.of(viewer.tables());
        var kind = choices.below(10);
        if (kind == 9 && viewer.seesKey(table)) {
            var key = new LinkedHashMap<String, @Nullable Object>();
            table.key().forEach(each -> key.put(each, new BigDecimal(choices.below(16))));
            return new ByKey(alias(), table.name(), new Row(key), fields(table, DEPTH));
        }
        if (kind == 8 && viewer.aggregates(table)) {
            var groups = groups(table.name(), table);
            if (groups != null) {
                return groups;
            }
        }
        if (kind >= 6 && viewer.aggregates(table)) {
            return aggregate(table.name(), null, table, DEPTH);
        }
        if (kind == 5 && !table.functions().isEmpty()) {
            var function = choices.of(table.functions());
            return viewer.aggregates(table) && choices.chance(30)
                    ? aggregate(function.name(), choices.below(4), table, DEPTH)
                    : many(function.name(), choices.below(4), table, DEPTH);
        }
        return many(table.name(), null, table, DEPTH);
    }

    private Many many(String name, @Nullable Integer argument, Table table, int depth) {
        return new Many(alias(), name, argument, windows.on(table), fields(table, depth));
    }

    private Aggregate aggregate(String name, @Nullable Integer argument, Table table, int depth) {
        return new Aggregate(
                alias(),
                name,
                argument,
                windows.on(table),
                summaries(table),
                choices.chance(50) ? fields(table, depth - 1) : null);
    }

    /** Null where there is nothing to group by. */
    private @Nullable Groups groups(String name, Table table) {
        var keys = new ArrayList<String>();
        viewer.columns(table).forEach(each -> keys.add(each.name()));
        viewer.scalars(table).stream()
                .filter(each -> each.added() != Added.ARGUMENT)
                .forEach(each -> keys.add(each.name()));
        if (keys.isEmpty()) {
            return null;
        }
        var chosen = choices.atLeastOne(keys, 30);
        var groups = new Groups(
                alias(),
                name,
                chosen,
                choices.chance(50) ? new ConditionGenerator(viewer, choices, false).on(table, 2) : null,
                choices.chance(30) ? new Having(choices.of(Operator.PLAIN), choices.below(4)) : null,
                choices.chance(30),
                choices.chance(20) ? choices.below(4) : null,
                summaries(table));
        var bounded = groups.limit() != null || viewer.limit(table) != null;
        return bounded && groups.sorted(table).size() < chosen.size() ? null : groups;
    }

    private List<Summary> summaries(Table table) {
        var summaries = new ArrayList<Summary>();
        summaries.add(new Summary("a0", "count", List.of(), false));
        for (var i = choices.below(3); i > 0; i--) {
            summary("a" + i, table, summaries);
        }
        return summaries;
    }

    private void summary(String alias, Table table, List<Summary> summaries) {
        var columns = viewer.columns(table);
        var function = choices.of(List.of("count", "max", "min", "sum", "avg"));
        var usable = columns.stream()
                .filter(each -> switch (function) {
                    case "count" -> true;
                    case "max", "min" -> each.type().hasExtremes();
                    default -> each.type().isNumber();
                })
                .map(Column::name)
                .toList();
        if (!usable.isEmpty()) {
            summaries.add(new Summary(alias, function, choices.atLeastOne(usable, 40), choices.chance(50)));
        }
    }

    /** What may be selected; at least something. */
    List<Field> fields(Table table, int depth) {
        var fields = new ArrayList<Field>();
        choices.some(viewer.columns(table), 60)
                .forEach(each -> fields.add(new Plain(
                        alias(),
                        each.name(),
                        each.type() == Type.JSONB && choices.chance(60) ? choices.of(Documents.Path.SOME) : null)));
        for (var each : choices.some(viewer.scalars(table), 40)) {
            fields.add(new Scalar(alias(), each.name(), each.added() == Added.ARGUMENT ? choices.below(5) : null));
        }
        if (depth > 0) {
            choices.some(viewer.relationships(table), 25).forEach(each -> nested(each, fields, depth - 1));
            for (var each : choices.some(viewer.tableFields(table), 25)) {
                fields.add(many(each.name(), null, viewer.world().table(each.target()), depth - 1));
            }
        }
        if (fields.isEmpty()) {
            fields.add(new Plain(alias(), "__typename"));
        }
        return fields;
    }

    private void nested(World.Relationship relationship, List<Field> fields, int depth) {
        var target = viewer.world().table(relationship.target());
        if (!relationship.array()) {
            fields.add(new One(alias(), relationship.name(), fields(target, depth)));
        } else if (viewer.aggregates(target) && choices.chance(40)) {
            var groups = choices.chance(30) ? groups(relationship.name(), target) : null;
            if (groups != null) {
                fields.add(groups);
                return;
            }
            fields.add(aggregate(relationship.name(), null, target, depth));
        } else {
            fields.add(many(relationship.name(), null, target, depth));
        }
    }

    /** Some longer than Postgres' own names may be, and equal in all they would be cut to. */
    private String alias() {
        var number = aliases++;
        return choices.chance(3) ? "a".repeat(70) + number : "f" + number;
    }
}
