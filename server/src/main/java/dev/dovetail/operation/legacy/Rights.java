package dev.dovetail.operation.legacy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.model.Column;
import dev.dovetail.model.InsertRule;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.SelectRule;
import dev.dovetail.model.Table;
import dev.dovetail.model.TableRules;
import dev.dovetail.model.UpdateRule;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.RoleName;
import dev.dovetail.schema.SchemaKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the session may name, and the refusals when it may not: no more than its schema shows of the same tables. */
record Rights(SchemaKey key) {
    RoleName role() {
        return key.role();
    }

    private TableRules rules(Table table) {
        return table.rules(key.role());
    }

    boolean reads(Table table) {
        return rules(table).select() != null;
    }

    InsertRule insert(Table table) {
        requireMutable(table.info().insertable(), table, "insertable");
        var rule = rules(table).insert();
        return permitted(rule == null || key.hides(rule.backendOnly()) ? null : rule, "insert", table, "");
    }

    UpdateRule update(Table table) {
        requireMutable(table.info().updatable(), table, "updatable");
        return permitted(updateOrNone(table), "update", table, "");
    }

    @Nullable
    UpdateRule updateOrNone(Table table) {
        var rule = rules(table).update();
        return rule == null || key.hides(rule.backendOnly()) ? null : rule;
    }

    void requireDelete(Table table) {
        requireMutable(table.info().deletable(), table, "deletable");
        var rule = rules(table).delete();
        permitted(rule == null || key.hides(rule.backendOnly()) ? null : rule, "delete", table, "");
    }

    private static void requireMutable(boolean mutable, Table table, String what) {
        if (!mutable) {
            throw new ApiException(ErrorCode.NOT_SUPPORTED, Path.ROOT, "view \"" + table + "\" is not " + what);
        }
    }

    /** @param what the kind of permission: {@code select} */
    private <T> T permitted(@Nullable T rule, String what, Table table, String hint) {
        if (rule != null) {
            return rule;
        }
        throw denied(Path.ROOT, what + " on \"" + table + "\" for role \"" + role() + "\" is not allowed. " + hint);
    }

    SelectRule select(Table table, String hint) {
        return permitted(rules(table).select(), "select", table, hint);
    }

    Column readable(Table table, String name, Path path) {
        var column = table.findColumn(new ColumnName(name)).orElse(null);
        var rule = rules(table).select();
        return allowed(column, rule == null ? Set.of() : rule.columns(), "select", name, path);
    }

    Column allowed(@Nullable Column column, Set<Column> columns, String what, String name, Path path) {
        if (column != null && columns.contains(column)) {
            return column;
        }
        throw denied(
                path,
                role().isAdmin()
                        ? "no such column exists: \"" + name + "\""
                        : "role \"" + role() + "\" does not have permission to " + what + " column \"" + name + "\"");
    }

    /** The table a relationship leads to, if the role reads it. */
    Table reached(Relationship relationship, Path path) {
        var target = relationship.target().get();
        if (reads(target)) {
            return target;
        }
        throw denied(
                path,
                "role \"" + role() + "\" does not have permission to read relationship \"" + relationship.field()
                        + "\"; no permission on table \"" + target + "\"");
    }

    private static ApiException denied(Path path, String message) {
        return new ApiException(ErrorCode.PERMISSION_DENIED, path, message);
    }

    static ApiException unknown(Path path, String name) {
        return new ApiException(ErrorCode.NOT_EXISTS, path, "\"" + name + "\" does not exist");
    }

    static ApiException refused(Path path, String message) {
        return new ApiException(ErrorCode.UNEXPECTED_PAYLOAD, path, message);
    }
}
