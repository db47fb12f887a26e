package dev.dovetail.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one role may do with one table; null for nothing. */
public record TableRules(
        @Nullable SelectRule select,
        @Nullable InsertRule insert,
        @Nullable UpdateRule update,
        @Nullable DeleteRule delete) {

    public static final TableRules NONE = new TableRules(null, null, null, null);

    /** An administrator's. */
    static TableRules unrestricted(Collection<Column> columns, Collection<ComputedField> computed) {
        return new TableRules(
                new SelectRule(
                        those(columns, column -> true), Set.copyOf(computed), Condition.ALWAYS, null, true, null, null),
                new InsertRule(those(columns, Column::insertable), Condition.ALWAYS, new LinkedHashMap<>(), false),
                new UpdateRule(those(columns, Column::updatable), Condition.ALWAYS, null, new LinkedHashMap<>(), false),
                new DeleteRule(Condition.ALWAYS, false));
    }

    private static SequencedSet<Column> those(Collection<Column> columns, Predicate<Column> wanted) {
        var set = new LinkedHashSet<Column>();
        columns.stream().filter(wanted).forEach(set::add);
        return Collections.unmodifiableSequencedSet(set);
    }
}
