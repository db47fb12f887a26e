package dev.dovetail.model;

import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a role may read of a table.
 *
 * @param computed the computed fields that answer a value; those that answer rows are read as their table is
 * @param limit the most rows of one selection; null for no limit
 * @param queryRoots which of {@code select}, {@code select_by_pk}, {@code select_aggregate} the role sees; null for all
 */
public record SelectRule(
        SequencedSet<Column> columns,
        Set<ComputedField> computed,
        Condition filter,
        @Nullable Integer limit,
        boolean aggregations,
        @Nullable Set<String> queryRoots,
        @Nullable Set<String> subscriptionRoots) {

    public boolean showsQueryRoot(String name) {
        return queryRoots == null || queryRoots.contains(name);
    }
}
