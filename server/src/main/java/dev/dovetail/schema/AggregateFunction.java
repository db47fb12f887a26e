package dev.dovetail.schema;

import dev.dovetail.model.Column;
import dev.dovetail.model.ColumnType;
import java.util.Set;

/** The aggregate functions over columns, and which columns each takes. */
public enum AggregateFunction {
    AVG("avg", true),
    MAX("max", false),
    MIN("min", false),
    STDDEV("stddev", true),
    STDDEV_POP("stddev_pop", true),
    STDDEV_SAMP("stddev_samp", true),
    SUM("sum", true),
    VAR_POP("var_pop", true),
    VAR_SAMP("var_samp", true),
    VARIANCE("variance", true);

    private static final Set<String> NUMERIC =
            Set.of("Int", "smallint", "bigint", "Float", "float8", "numeric", "money");
    private static final Set<String> COMPARABLE = Set.of(
            "Int",
            "smallint",
            "bigint",
            "Float",
            "float8",
            "numeric",
            "money",
            "String",
            "bpchar",
            "citext",
            "date",
            "timestamp",
            "timestamptz",
            "timetz",
            "uuid",
            "ltree",
            "lquery",
            "ltxtquery");

    private final String wire;
    private final boolean numeric;

    AggregateFunction(String wire, boolean numeric) {
        this.wire = wire;
        this.numeric = numeric;
    }

    public String wire() {
        return wire;
    }

    /** Whether the answer is of the column's own type; else it is a Float. */
    public boolean keepsType() {
        return this == MAX || this == MIN || this == SUM;
    }

    boolean takes(Column column) {
        return takes(column.type());
    }

    boolean takes(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(var graphql, var _) -> numeric ? NUMERIC.contains(graphql) : isComparable(graphql);
            case ColumnType.ArrayOf(var element, var _) ->
                !numeric && element instanceof ColumnType.Scalar(var graphql, var _) && isComparable(graphql);
            case ColumnType.EnumOf _ -> false;
        };
    }

    private static boolean isComparable(String graphql) {
        return COMPARABLE.contains(graphql);
    }
}
