package dev.dovetail.operation.legacy;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarRule;
import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.Input;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** JSON values as inputs for columns. */
final class Values {
    private static final ScalarRule TEXT = new ScalarRule(ScalarRule.Kind.COLUMN, "String");

    private Values() {}

    static Input of(Column column, JsonNode json, Path path) {
        var source = new ValueSource.Literal(json);
        if (json.isNull()) {
            return new Input.Null(source, path);
        }
        return switch (column.type()) {
            case ColumnType.Scalar(var graphql, var _) ->
                new Input.Scalar(new ScalarRule(ScalarRule.Kind.COLUMN, graphql), json, source, path);
            case ColumnType.EnumOf _ -> new Input.Scalar(TEXT, json, source, path);
            case ColumnType.ArrayOf _ ->
                json.isArray() ? new Input.Items(List.of(), source, path) : new Input.Scalar(TEXT, json, source, path);
        };
    }

    /** An operand whose type its operator knows. */
    static Input operand(JsonNode json, Path path) {
        var source = new ValueSource.Literal(json);
        return json.isNull() ? new Input.Null(source, path) : new Input.Scalar(TEXT, json, source, path);
    }

    static Input number(JsonNode json, Path path) {
        return new Input.Scalar(
                new ScalarRule(ScalarRule.Kind.NON_NEGATIVE_INT, "Int"), json, new ValueSource.Literal(json), path);
    }
}
