package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.model.Column;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.plan.InsertLevel;
import dev.dovetail.plan.Step;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.InputMeaning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts whose rows bring related rows along.
 *
 * <p>All rows that stand at one place, such as the articles of all authors, are one {@link InsertLevel}. Rows of a
 * level that give the same columns share a statement, whatever their number: they are one JSON parameter, into which
 * the executor puts the keys of rows written before. So the number of statements follows the levels, not the rows.
 *
 * <p>Which written row belongs to which given one? Only their order tells. Postgres returns rows in the order in which
 * they are inserted, and inserts them in the order of the list, but it may drop some: {@code ON CONFLICT} and triggers
 * do. Therefore, the executor trusts the order only where as many rows come back as went in; else, and whenever a
 * statement of several rows fails, it starts over in the reference's way, row by row, which is always exact: also about
 * the place of a failure, and about rows that meet the same conflict twice, which one statement must not.
 */
final class NestedInserts {
    private final StatementFactory statements;
    private final Table root;

    NestedInserts(StatementFactory statements, Table root) {
        this.statements = statements;
        this.root = root;
    }

    static boolean hasRelated(Input.Fields object) {
        return object.of().values().stream().anyMatch(NestedInserts::bringsRows);
    }

    /** A null brings nothing, nor does an empty list: then it is as if the relationship were not mentioned. */
    private static boolean bringsRows(Input.Entry entry) {
        return entry.meaning() instanceof InputMeaning.NestedInsert
                && entry.value() instanceof Input.Fields
                && !rows(entry).isEmpty();
    }

    /** The columns an object gives. */
    static SequencedMap<Column, Input> columns(Input.Fields object) {
        var columns = new LinkedHashMap<Column, Input>();
        for (var entry : object.of().values()) {
            if (entry.meaning() instanceof InputMeaning.ColumnInput(var column)) {
                columns.put(column, entry.value());
            }
        }
        return columns;
    }

    private static List<Input.Fields> rows(Input.Entry nested) {
        return switch (part(nested, ArgumentName.DATA)) {
            case Input.Items items ->
                items.of().stream().map(each -> (Input.Fields) each).toList();
            case Input.Fields one -> List.of(one);
            case null, default -> throw new IllegalStateException("data is required");
        };
    }

    private static @Nullable Input part(Input.Entry nested, ArgumentName name) {
        return ((Input.Fields) nested.value()).argument(name).orElse(null);
    }

    /** @param path of the argument with the objects */
    Step.NestedInsert step(BoundField field, List<Input.Fields> objects, Path path, boolean single) {
        var level = new NestedLevel(statements, root, true);
        var conflict = Conflict.read(field.argument(ArgumentName.ON_CONFLICT).orElse(null), root);
        var list = list(level, objects, path, new Around(conflict, List.of()));
        var joins = new Joins();
        var answer = new MutationRows(statements, root, field, single, joins).last(1);
        return new Step.NestedInsert(root.source(), field.key(), level.finish(), list, answer, joins.tree());
    }

    /**
     * What a row learns from where it stands.
     *
     * @param fromParent columns whose values the row above determines
     */
    private record Around(@Nullable Conflict conflict, Collection<ColumnName> fromParent) {}

    private List<InsertLevel.Row> list(NestedLevel level, List<Input.Fields> objects, Path path, Around around) {
        var alone = objects.stream().anyMatch(NestedInserts::hasRelated);
        var list = new ArrayList<InsertLevel.Row>();
        for (var object : objects) {
            var own = path.index(list.size());
            list.add(new Row(level, object, own, alone ? own : path, alone, around).made());
        }
        return list;
    }

    /** Makes a row and what it brings along. */
    private final class Row {
        private final NestedLevel level;
        private final Input.Fields object;
        private final Path path;
        private final Path blamed;
        private final boolean alone;
        private final Around around;
        private final SequencedMap<Integer, List<InsertLevel.Row>> related = new LinkedHashMap<>();
        private final SequencedSet<ColumnName> determined = new LinkedHashSet<>();

        /** @param blamed where a failure of the row's statement is reported */
        Row(NestedLevel level, Input.Fields object, Path path, Path blamed, boolean alone, Around around) {
            this.level = level;
            this.object = object;
            this.path = path;
            this.blamed = blamed;
            this.alone = alone;
            this.around = around;
        }

        InsertLevel.Row made() {
            var given = new LinkedHashMap<ColumnName, Input>();
            columns(object).forEach((column, value) -> given.put(column.name(), value));
            refuse(
                    path,
                    given.keySet(),
                    around.fromParent,
                    names -> "cannot insert " + names
                            + " columns as their values are already being determined by parent insert");
            determined.addAll(around.fromParent);
            for (var entry : object.of().values()) {
                if (entry.meaning() instanceof InputMeaning.NestedInsert(var relationship) && bringsRows(entry)) {
                    bring(relationship, entry, given.keySet());
                }
            }
            determined.removeAll(level.presets());
            var form = level.form(given.keySet(), determined, around.conflict);
            return new InsertLevel.Row(form, alone, level.values(given), related, blamed);
        }

        private void bring(Relationship relationship, Input.Entry entry, Set<ColumnName> given) {
            var mapping = relationship.mapping();
            var before = relationship.kind() == Relationship.Kind.OBJECT
                    && relationship.insertion() == Relationship.Insertion.BEFORE_PARENT;
            if (before) {
                var taken = new LinkedHashSet<>(around.fromParent);
                taken.addAll(given);
                refuse(
                        path.key(relationship.field()),
                        mapping.keySet(),
                        taken,
                        names -> "cannot insert object relationship \"" + relationship.field() + "\" as " + names
                                + " column values are already determined");
                determined.addAll(mapping.keySet());
            }
            var link = level.link(relationship, before);
            var at = path.key(relationship.field()).key(ArgumentName.DATA.wire());
            var target = relationship.target().get();
            var conflict = Conflict.read(part(entry, ArgumentName.ON_CONFLICT), target);
            related.put(link, before ? single(link, entry, at, conflict) : many(link, entry, at, conflict, mapping));
        }

        private List<InsertLevel.Row> single(int link, Input.Entry entry, Path at, @Nullable Conflict conflict) {
            var object = rows(entry).getFirst();
            return List.of(new Row(level.within(link), object, at, at, true, new Around(conflict, List.of())).made());
        }

        private List<InsertLevel.Row> many(
                int link,
                Input.Entry entry,
                Path at,
                @Nullable Conflict conflict,
                SequencedMap<ColumnName, ColumnName> mapping) {
            return list(level.within(link), rows(entry), at, new Around(conflict, mapping.values()));
        }
    }

    private interface Refusal {
        String about(String names);
    }

    private static void refuse(
            Path path, Collection<ColumnName> wanted, Collection<ColumnName> taken, Refusal refusal) {
        var clash = wanted.stream()
                .filter(taken::contains)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        if (!clash.isEmpty()) {
            throw ApiException.validation(path, refusal.about(clash));
        }
    }
}
