package dev.dovetail.planner;

import dev.dovetail.name.ColumnName;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Rows that are being selected from; remembers which of their columns are used, so that a subselect offers just those.
 */
final class RowSource {
    private final Alias alias;
    private final SequencedSet<ColumnName> used = new LinkedHashSet<>();

    RowSource(Alias alias) {
        this.alias = alias;
    }

    Alias alias() {
        return alias;
    }

    Expr column(ColumnName column) {
        used.add(column);
        return new Expr.Column(alias, column.value());
    }

    SequencedSet<ColumnName> used() {
        return used;
    }
}
