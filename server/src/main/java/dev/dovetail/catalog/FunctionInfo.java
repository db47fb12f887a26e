package dev.dovetail.catalog;

import dev.dovetail.name.FunctionName;
import dev.dovetail.name.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, one record per overload.
 *
 * @param defaults how many of the last arguments have a default
 * @param returnsTable the table or view whose row type it returns, else null
 */
public record FunctionInfo(
        FunctionName name,
        long oid,
        Volatility volatility,
        boolean variadic,
        boolean returnsSet,
        PgType returns,
        @Nullable TableName returnsTable,
        List<Argument> arguments,
        int defaults,
        @Nullable String comment) {
    public enum Volatility {
        IMMUTABLE,
        STABLE,
        VOLATILE
    }

    /** @param rowOf the table whose row type the argument takes, else null */
    public record Argument(
            @Nullable String name, PgType type, @Nullable TableName rowOf) {}
}
