package dev.dovetail.planner;

import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@link Access} let into one statement, so that the finished statement can be held against it. */
final class Ledger {
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Expr> stored = Collections.newSetFromMap(new IdentityHashMap<>());

    enum Leaf {
        READ,
        TRUSTED,
        TARGET
    }

    record Entry(Leaf leaf, Alias alias, Expr filter) {}

    void admit(Leaf leaf, Alias alias, Expr filter) {
        entries.add(new Entry(leaf, alias, filter));
    }

    /**
     * Notes an expression as compiled from a stored permission: only within such a one all rows of a table may be seen.
     */
    Expr storedPermission(Expr compiled) {
        stored.add(compiled);
        return compiled;
    }

    boolean isStored(Expr expr) {
        return stored.contains(expr);
    }

    boolean hidesRows() {
        return entries.stream().anyMatch(each -> !each.filter().equals(Expr.TRUE));
    }

    Optional<Entry> of(Alias alias) {
        return entries.stream().filter(each -> each.alias().equals(alias)).findFirst();
    }
}
