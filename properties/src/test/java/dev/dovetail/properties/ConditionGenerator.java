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
import dev.dovetail.properties.World.Column;
import dev.dovetail.properties.World.Role;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Conditions over a table.
 *
 * @param viewer for a client: what it may name. A permission's author may name everything
 * @param stored whether they are a permission's, which knows more kinds
 */
record ConditionGenerator(Viewer viewer, Choices choices, boolean stored) {

    Condition on(Table table, int depth) {
        var kinds = new ArrayList<Kind>();
        if (!viewer.columns(table).isEmpty()) {
            kinds.addAll(List.of(Kind.COMPARE, Kind.COMPARE, Kind.COMPARE, Kind.IS_NULL));
            if (stored && depth > 0) {
                kinds.add(Kind.COLUMNS);
            }
        }
        if (depth > 0) {
            kinds.addAll(List.of(Kind.NOT, Kind.AND, Kind.OR));
            if (!viewer.relationships(table).isEmpty()) {
                kinds.addAll(List.of(Kind.RELATED, Kind.RELATED));
            }
            addComputed(kinds, table);
            if (stored) {
                kinds.add(Kind.EXISTS);
            } else if (!counted(table).isEmpty()) {
                kinds.add(Kind.COUNT);
            }
        }
        return kinds.isEmpty() ? Condition.TRUE : of(choices.of(kinds), table, depth - 1);
    }

    private enum Kind {
        COMPARE,
        IS_NULL,
        COLUMNS,
        NOT,
        AND,
        OR,
        RELATED,
        EXISTS,
        SCALAR,
        TABLE_FIELD,
        COUNT
    }

    private void addComputed(List<Kind> kinds, Table table) {
        if (viewer.scalars(table).stream().anyMatch(each -> each.added() != Added.ARGUMENT)) {
            kinds.add(Kind.SCALAR);
        }
        if (!viewer.tableFields(table).isEmpty()) {
            kinds.addAll(List.of(Kind.TABLE_FIELD, Kind.TABLE_FIELD));
        }
    }

    private List<World.Relationship> counted(Table table) {
        return viewer.relationships(table).stream()
                .filter(each -> each.array() && viewer.aggregates(viewer.world().table(each.target())))
                .toList();
    }

    private Condition of(Kind kind, Table table, int depth) {
        return switch (kind) {
            case COMPARE -> compare(choices.of(viewer.columns(table)));
            case IS_NULL ->
                new Compare(
                        choices.of(viewer.columns(table)).name(),
                        Operator.IS_NULL,
                        new Term.Literal(choices.chance(50)));
            case COLUMNS -> columns(table);
            case NOT -> new Not(on(table, depth));
            case AND -> new And(several(table, depth));
            case OR -> new Or(several(table, depth));
            case RELATED -> {
                var relationship = choices.of(viewer.relationships(table));
                yield new Related(relationship.name(), inner(relationship.target(), depth));
            }
            case EXISTS -> {
                var other = choices.of(viewer.tables());
                yield new Exists(other.name(), on(other, depth));
            }
            case SCALAR -> {
                var usable = viewer.scalars(table).stream()
                        .filter(each -> each.added() != Added.ARGUMENT)
                        .toList();
                yield comparison(choices.of(usable).name(), Type.BIGINT);
            }
            case TABLE_FIELD -> {
                var field = choices.of(viewer.tableFields(table));
                yield new Related(field.name(), inner(field.target(), depth));
            }
            case COUNT -> count(table, depth);
        };
    }

    private Condition inner(String table, int depth) {
        return choices.chance(20) ? Condition.TRUE : on(viewer.world().table(table), depth);
    }

    private List<Condition> several(Table table, int depth) {
        return IntStream.range(0, choices.below(4))
                .mapToObj(_ -> on(table, depth))
                .toList();
    }

    private Condition columns(Table table) {
        var column = choices.of(viewer.columns(table));
        var alike = viewer.columns(table).stream()
                .filter(each -> each.type() == column.type())
                .toList();
        return new Columns(
                column.name(),
                choices.of(column.type().hasOrder() ? Operator.PLAIN : Operator.EQUALITY),
                choices.of(alike).name());
    }

    private Condition count(Table table, int depth) {
        var relationship = choices.of(counted(table));
        var target = viewer.world().table(relationship.target());
        var columns = viewer.columns(target);
        return new Count(
                relationship.name(),
                columns.isEmpty() || choices.chance(60)
                        ? null
                        : choices.of(columns).name(),
                choices.chance(40),
                choices.chance(40) ? on(target, depth) : null,
                choices.of(Operator.PLAIN),
                choices.below(4));
    }

    private Condition compare(Column column) {
        return comparison(column.name(), column.type());
    }

    private Condition comparison(String name, Type type) {
        if (type == Type.JSONB) {
            return document(name);
        }
        if (choices.chance(20)) {
            return new Compare(name, choices.chance(50) ? Operator.IN : Operator.NIN, many(type));
        }
        if (type == Type.TEXT && choices.chance(30)) {
            return new Compare(name, choices.of(Operator.TEXTUAL), new Term.Literal(choices.of(PATTERNS)));
        }
        return new Compare(name, choices.of(Operator.PLAIN), term(type));
    }

    private Condition document(String name) {
        if (!stored && choices.chance(50)) {
            return at(name);
        }
        var operator = choices.of(List.of(
                Operator.CONTAINS,
                Operator.EQ,
                Operator.NEQ,
                Operator.CONTAINED_IN,
                Operator.HAS_KEY,
                Operator.HAS_KEYS_ANY,
                Operator.HAS_KEYS_ALL));
        return switch (operator) {
            case HAS_KEY -> new Compare(name, operator, new Term.Literal(choices.of(KEYS)));
            case HAS_KEYS_ANY, HAS_KEYS_ALL -> new Compare(name, operator, new Term.Many(choices.atLeastOne(KEYS, 40)));
            default -> new Compare(name, operator, new Term.Literal(Type.JSONB.value(choices)));
        };
    }

    private Condition at(String name) {
        var kind = choices.of(List.of(Condition.Kind.values()));
        Object value = switch (kind) {
            case NUMBER -> new java.math.BigDecimal(choices.between(0, 2));
            case TEXT -> choices.of(List.of("a", "x", "v\"w"));
            case FLAG -> choices.chance(50);
        };
        var isNull = choices.chance(20);
        return new Condition.At(
                name,
                choices.of(Documents.Path.SOME),
                kind,
                isNull ? Operator.IS_NULL : choices.of(Operator.PLAIN),
                new Term.Literal(isNull ? (Object) choices.chance(50) : value));
    }

    private static final List<Object> KEYS = List.of("a", "b", "k'y", "$1", "?");
    private static final List<Object> PATTERNS = List.of("%", "a%", "%b", "_", "a\\%", "A_b", "%'%", "%\\_%", "");

    private Term many(Type type) {
        if (stored && type == Type.INTEGER && choices.chance(40)) {
            return new Term.Many(null);
        }
        return new Term.Many(IntStream.range(0, choices.below(4))
                .mapToObj(_ -> type.value(choices))
                .toList());
    }

    Term term(Type type) {
        if (stored && choices.chance(40)) {
            if (type == Type.INTEGER) {
                return new Term.Variable(Role.NUMBER);
            }
            if (type == Type.TEXT) {
                return new Term.Variable(Role.TEXT);
            }
        }
        return new Term.Literal(type.value(choices));
    }
}
