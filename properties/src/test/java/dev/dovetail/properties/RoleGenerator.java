package dev.dovetail.properties;

import dev.dovetail.properties.World.Column;
import dev.dovetail.properties.World.Insert;
import dev.dovetail.properties.World.Rights;
import dev.dovetail.properties.World.Role;
import dev.dovetail.properties.World.ScalarField;
import dev.dovetail.properties.World.Select;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.Term;
import dev.dovetail.properties.World.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What a role may do, table by table. */
final class RoleGenerator {
    static final Role NOBODY = new Role("nobody", new LinkedHashMap<>(), new LinkedHashMap<>());
    private static final List<String> TEXTS = List.of("a", "b", "O'Neil", "$1", "", "x\"y", "{{x}}", "a%");
    private static final List<String> LISTS = List.of("{1,2}", "{}", "{0}", "{1,2,3,7}");

    private final Choices choices;
    private final ConditionGenerator conditions;

    private RoleGenerator(World world, Choices choices) {
        this.choices = choices;
        this.conditions = new ConditionGenerator(new Viewer(world, null), choices, true);
    }

    static Role generate(World world, Choices choices, Names names) {
        var generator = new RoleGenerator(world, choices);
        var session = session(choices);
        var tables = new LinkedHashMap<String, Rights>();
        for (var table : world.tables()) {
            if (tables.isEmpty() || choices.chance(85)) {
                tables.put(table.name(), generator.rights(table));
            }
        }
        // A header cannot carry all that a name in SQL can.
        var name = names.of("roles", "r").replaceAll("[^ -~]", "").strip();
        return new Role(name.isEmpty() || name.equals("admin") ? "r" : name, session, tables);
    }

    static SequencedMap<String, String> session(Choices choices) {
        var session = new LinkedHashMap<String, String>();
        session.put(Role.NUMBER, "" + choices.below(4));
        session.put(Role.TEXT, choices.of(TEXTS));
        session.put(Role.LIST, choices.of(LISTS));
        return session;
    }

    private Rights rights(Table table) {
        var select = choices.chance(90) ? select(table) : null;
        if (table.view() != null) {
            return new Rights(select, null, null, null);
        }
        return new Rights(
                select,
                choices.chance(70) ? insert(table) : null,
                choices.chance(70) ? update(table) : null,
                choices.chance(60) ? filter(table) : null);
    }

    private Select select(Table table) {
        var columns = choices.chance(30) ? table.columns() : choices.atLeastOne(table.columns(), 75);
        var names = columns.stream().map(Column::name).toList();
        return new Select(
                names,
                choices.some(table.scalars(), 60).stream()
                        .map(ScalarField::name)
                        .toList(),
                filter(table),
                choices.chance(70),
                !table.key().isEmpty() && names.containsAll(table.key()) && choices.chance(15)
                        ? choices.between(1, 4)
                        : null);
    }

    private Insert insert(Table table) {
        var presets = presets(table);
        // What may not be null must be given, or nothing could ever be inserted.
        var needed = choices.chance(85)
                ? table.columns().stream()
                        .filter(each -> !each.nullable())
                        .map(Column::name)
                        .toList()
                : List.<String>of();
        var columns = new java.util.LinkedHashSet<>(without(table, presets, 80));
        needed.stream().filter(each -> !presets.containsKey(each)).forEach(columns::add);
        return new Insert(List.copyOf(columns), choices.chance(30) ? Condition.TRUE : filter(table), presets);
    }

    private Update update(Table table) {
        var presets = presets(table);
        return new Update(
                without(table, presets, 75), filter(table), choices.chance(60) ? filter(table) : null, presets);
    }

    private List<String> without(Table table, SequencedMap<String, Term> presets, int percent) {
        var free = table.columns().stream()
                .map(Column::name)
                .filter(each -> !presets.containsKey(each))
                .toList();
        return choices.some(free, percent);
    }

    private SequencedMap<String, Term> presets(Table table) {
        var presets = new LinkedHashMap<String, Term>();
        for (var column : table.columns()) {
            if (!table.key().contains(column.name()) && choices.chance(12)) {
                presets.put(column.name(), preset(column));
            }
        }
        return presets;
    }

    private Term preset(Column column) {
        // A reference must have something to refer to, most of the time.
        return column.references() == null
                ? conditions.term(column.type())
                : new Term.Literal(new java.math.BigDecimal(choices.below(3)));
    }

    private Condition filter(Table table) {
        return choices.chance(25) ? Condition.TRUE : conditions.on(table, 2);
    }

    /** The value a term stands for in this session. */
    static @Nullable Object resolve(Term term, @Nullable Role role) {
        return switch (term) {
            case Term.Literal(var value) -> value;
            case Term.Many(var values) when values != null -> values;
            case Term.Many _ -> list(variable(role, Role.LIST));
            case Term.Variable(var name) -> {
                var text = variable(role, name);
                yield name.equals(Role.NUMBER) ? new java.math.BigDecimal(text) : text;
            }
        };
    }

    private static String variable(@Nullable Role role, String name) {
        if (role == null) {
            throw new IllegalStateException("an administrator's request has no " + name);
        }
        return role.session().get(name);
    }

    private static List<Object> list(String text) {
        var inside = text.substring(1, text.length() - 1);
        return inside.isEmpty()
                ? List.of()
                : List.<Object>of((Object[]) java.util.Arrays.stream(inside.split(","))
                        .map(java.math.BigDecimal::new)
                        .toArray());
    }
}
