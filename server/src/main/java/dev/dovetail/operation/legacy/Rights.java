package dev.dovetail.operation.legacy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.model.Column;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.SelectRule;
import dev.dovetail.model.Table;
import dev.dovetail.model.TableRules;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.RoleName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the session's role may name, and the refusals when it may not. */
record Rights(RoleName role) {
    TableRules rules(Table table) {
        return table.rules(role);
    }

    /** @param what the kind of permission: {@code select} */
    <T> T permitted(@Nullable T rule, String what, Table table, String hint) {
        if (rule != null) {
            return rule;
        }
        throw denied(Path.ROOT, what + " on \"" + table + "\" for role \"" + role + "\" is not allowed. " + hint);
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
                role.isAdmin()
                        ? "no such column exists: \"" + name + "\""
                        : "role \"" + role + "\" does not have permission to " + what + " column \"" + name + "\"");
    }

    /** The table a relationship leads to, if the role reads it. */
    Table reached(Relationship relationship, Path path) {
        var target = relationship.target().get();
        if (rules(target).select() != null) {
            return target;
        }
        throw denied(
                path,
                "role \"" + role + "\" does not have permission to read relationship \"" + relationship.field()
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
