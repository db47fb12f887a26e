package dev.dovetail.metadata;

import dev.dovetail.name.ColumnName;
import dev.dovetail.name.LogicalModelName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the rows of a native query look like, and who may see them. */
public record LogicalModelMetadata(
        LogicalModelName name,
        List<Field> fields,
        @Nullable String description,
        List<PermissionMetadata<SelectPermission>> selectPermissions,
        ObjectNode rest) {
    public LogicalModelMetadata {
        fields = List.copyOf(fields);
        selectPermissions = List.copyOf(selectPermissions);
    }

    public record Field(
            ColumnName name, Type type, @Nullable String description) {}

    public sealed interface Type {
        boolean nullable();

        /** @param scalar as Postgres calls it: {@code integer}, {@code timestamptz} */
        record Scalar(String scalar, boolean nullable) implements Type {}

        record ArrayOf(Type element, boolean nullable) implements Type {}

        record Model(LogicalModelName model, boolean nullable) implements Type {}
    }

    public LogicalModelMetadata withSelectPermissions(List<PermissionMetadata<SelectPermission>> changed) {
        return new LogicalModelMetadata(name, fields, description, changed, rest);
    }
}
