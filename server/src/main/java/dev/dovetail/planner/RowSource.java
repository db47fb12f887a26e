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
    private final Expr row;
    private final SequencedSet<ColumnName> used = new LinkedHashSet<>();
    private boolean usedWhole;

    RowSource(Alias alias) {
        this(alias, new Expr.WholeRow(alias));
    }

    /** @param row how the whole row is written */
    RowSource(Alias alias, Expr row) {
        this.alias = alias;
        this.row = row;
    }

    Alias alias() {
        return alias;
    }

    Expr column(ColumnName column) {
        used.add(column);
        return new Expr.Column(alias, column.value());
    }

    /** The row as one value of its table's type, for functions that take it. */
    Expr whole() {
        usedWhole = true;
        return row;
    }

    boolean usedWhole() {
        return usedWhole;
    }

    SequencedSet<ColumnName> used() {
        return used;
    }
}
