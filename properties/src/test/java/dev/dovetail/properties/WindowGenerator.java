package dev.dovetail.properties;

import dev.dovetail.properties.Query.Order;
import dev.dovetail.properties.Query.Sum;
import dev.dovetail.properties.Query.Window;
import dev.dovetail.properties.World.Added;
import dev.dovetail.properties.World.Column;
import dev.dovetail.properties.World.Relationship;
import dev.dovetail.properties.World.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of lists. Where one row more or less depends on the order, the order is made total by the key: else any
 * answer would be right.
 */
record WindowGenerator(Viewer viewer, Choices choices) {
    private static final List<String> DIRECTIONS =
            List.of("asc", "desc", "asc_nulls_first", "asc_nulls_last", "desc_nulls_first", "desc_nulls_last");

    Window on(Table table) {
        var where = choices.chance(60) ? new ConditionGenerator(viewer, choices, false).on(table, 3) : null;
        var order = new ArrayList<Order>();
        if (!viewer.seesKey(table)) {
            return new Window(where, order, List.of(), null, null);
        }
        var distinct = choices.chance(15) ? distinct(table, order) : List.<String>of();
        for (var i = choices.below(3); i > 0; i--) {
            order(table, order);
        }
        var limit = choices.chance(25) ? choices.below(5) : null;
        var offset = choices.chance(15) ? choices.below(4) : null;
        if (limit != null || offset != null || !distinct.isEmpty() || !order.isEmpty() || viewer.limit(table) != null) {
            table.key().forEach(each -> order.add(new Order(List.of(), each, null, "asc")));
        }
        return new Window(where, order, distinct, limit, offset);
    }

    private List<String> distinct(Table table, List<Order> order) {
        var columns = choices.atLeastOne(sortable(table), 20).stream()
                .map(Column::name)
                .toList();
        columns.forEach(each -> order.add(new Order(List.of(), each, null, choices.of(DIRECTIONS))));
        return columns;
    }

    private void order(Table table, List<Order> orders) {
        var path = new ArrayList<String>();
        var at = table;
        while (choices.chance(35)) {
            var next = one(at);
            if (next == null) {
                break;
            }
            path.add(next.name());
            at = viewer.world().table(next.target());
        }
        var lists = viewer.relationships(at).stream()
                .filter(each -> each.array() && viewer.aggregates(viewer.world().table(each.target())))
                .toList();
        var scalars = viewer.scalars(at).stream()
                .filter(each -> each.added() != Added.ARGUMENT)
                .toList();
        if (!lists.isEmpty() && choices.chance(30)) {
            orders.add(sum(path, choices.of(lists)));
        } else if (!scalars.isEmpty() && choices.chance(20)) {
            orders.add(new Order(path, choices.of(scalars).name(), null, choices.of(DIRECTIONS)));
        } else if (!sortable(at).isEmpty()) {
            orders.add(new Order(path, choices.of(sortable(at)).name(), null, choices.of(DIRECTIONS)));
        }
    }

    private List<Column> sortable(Table table) {
        return viewer.columns(table).stream()
                .filter(each -> each.type().hasOrder())
                .toList();
    }

    private @Nullable Relationship one(Table table) {
        var ones = viewer.relationships(table).stream()
                .filter(each -> !each.array())
                .toList();
        return ones.isEmpty() ? null : choices.of(ones);
    }

    private Order sum(List<String> path, Relationship list) {
        var columns = viewer.columns(viewer.world().table(list.target())).stream()
                .filter(each -> each.type().hasExtremes())
                .toList();
        var sum = columns.isEmpty() || choices.chance(50)
                ? new Sum("count", null)
                : new Sum(choices.of(List.of("max", "min")), choices.of(columns).name());
        return new Order(path, list.name(), sum, choices.of(DIRECTIONS));
    }
}
