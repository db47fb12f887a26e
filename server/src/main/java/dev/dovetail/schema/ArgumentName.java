package dev.dovetail.schema;

import org.jspecify.annotations.Nullable;

/** The arguments of the product's own fields. */
public enum ArgumentName {
    WHERE("where", "filter the rows returned"),
    ORDER_BY("order_by", "sort the rows by one or more columns"),
    LIMIT("limit", "limit the number of rows returned"),
    OFFSET("offset", "skip the first n rows. Use only with order_by"),
    DISTINCT_ON("distinct_on", "distinct select on columns"),
    OBJECTS("objects", "the rows to be inserted"),
    OBJECT("object", "the row to be inserted"),
    /** In a nested insert: the related row or rows. */
    DATA("data", null),
    ON_CONFLICT("on_conflict", "upsert condition"),
    /** Within {@link #ON_CONFLICT}: which of the rows that are there are changed. */
    CONFLICT_WHERE("where", null),
    CONSTRAINT("constraint", null),
    UPDATE_COLUMNS("update_columns", null),
    PK_COLUMNS("pk_columns", null),
    UPDATES("updates", "updates to execute, in order"),
    SET("_set", "sets the columns of the filtered rows to the given values"),
    INC("_inc", "increments the numeric columns with given value of the filtered values"),
    APPEND("_append", "append existing jsonb value of filtered columns with new jsonb value"),
    PREPEND("_prepend", "prepend existing jsonb value of filtered columns with new jsonb value"),
    DELETE_KEY(
            "_delete_key",
            "delete key/value pair or string element. key/value pairs are matched based on their key value"),
    DELETE_ELEM(
            "_delete_elem",
            "delete the array element with specified index (negative integers count from the end). throws an error if"
                    + " top level container is not an array"),
    DELETE_AT_PATH(
            "_delete_at_path",
            "delete the field or element with specified path (for JSON arrays, negative integers count from the end)"),
    /** {@code MUL} and {@code DEFAULT} are for updates of the oldest API only. */
    MUL("$mul", null),
    DEFAULT("$default", null),
    ARGS("args", null),
    COLUMNS("columns", null),
    DISTINCT("distinct", null),
    PATH("path", "JSON select path"),
    KEYS("keys", "what the rows of a group have in common"),
    HAVING("having", "filter the groups returned");

    private final String wire;
    private final @Nullable String description;

    ArgumentName(String wire, @Nullable String description) {
        this.wire = wire;
        this.description = description;
    }

    public String wire() {
        return wire;
    }

    @Nullable
    String description() {
        return description;
    }
}
