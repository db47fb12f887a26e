package dev.dovetail.planner;

import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.TypeName;
import org.jspecify.annotations.Nullable;

/** A client's {@code limit} and {@code offset}. */
final class Paging {
    private final StatementScope scope;

    Paging(StatementScope scope) {
        this.scope = scope;
    }

    /** @param ofRole what the role gets at most; null for everything */
    @Nullable
    Expr limit(BoundField field, @Nullable Integer ofRole) {
        var asked = number(field, ArgumentName.LIMIT);
        if (asked == null) {
            return ofRole == null ? null : new Expr.Int(ofRole);
        }
        return ofRole == null ? asked : Expr.call("least", asked, new Expr.Int(ofRole));
    }

    @Nullable
    Expr offset(BoundField field) {
        return number(field, ArgumentName.OFFSET);
    }

    private @Nullable Expr number(BoundField field, ArgumentName name) {
        return field.argument(name)
                .filter(each -> !each.isNull())
                .map(each -> {
                    var scalar = (Input.Scalar) each;
                    return new Expr.Cast(scope.text(scalar.source(), scalar.rule(), scalar.path()), TypeName.INT8);
                })
                .orElse(null);
    }
}
