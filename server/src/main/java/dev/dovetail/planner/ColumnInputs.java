package dev.dovetail.planner;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.Input;
import dev.dovetail.sql.Expr;

/** Values for columns: what a client gives, and what a permission presets. */
final class ColumnInputs {
    private final StatementScope scope;

    ColumnInputs(StatementScope scope) {
        this.scope = scope;
    }

    Expr value(Column column, Input input) {
        return value(column.type(), input);
    }

    Expr value(ColumnType columnType, Input input) {
        var type = columnType.pg();
        if (columnType instanceof ColumnType.ArrayOf array && !input.isNull()) {
            return Casts.toArray(
                    scope.array(input.source(), input.path()), array.element().pg());
        }
        return switch (input) {
            case Input.Null _ -> Expr.NULL;
            case Input.Scalar scalar ->
                Casts.to(
                        columnType.isJson()
                                ? scope.json(scalar.source(), scalar.rule(), scalar.path())
                                : scope.text(scalar.source(), scalar.rule(), scalar.path()),
                        type);
            case Input.EnumName name -> Casts.to(scope.text(name.source(), null, name.path()), type);
            case Input.Items items -> Casts.to(scope.json(items.source(), null, items.path()), type);
            case Input.Fields fields -> Casts.to(scope.json(fields.source(), null, fields.path()), type);
        };
    }

    Expr preset(Column column, ValueSource source) {
        if (source instanceof ValueSource.Fixed(var json)) {
            if (json.isNull()) {
                return Expr.NULL;
            }
            if (column.type() instanceof ColumnType.ArrayOf array && json.isArray()) {
                return Casts.toArray(
                        scope.array(source, Path.ROOT), array.element().pg());
            }
            var text = json.isContainer() || column.type().isJson() ? Json.write(json) : json.asString();
            return Casts.to(new Expr.Text(text), column.type().pg());
        }
        return Casts.to(scope.text(source, null, Path.ROOT), column.type().pg());
    }
}
