package dev.dovetail.catalog;

import dev.dovetail.name.FunctionName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One database, read at one moment.
 *
 * @param tables sorted by name
 * @param functions every overload under its name
 * @param enumValues of the tables asked for: value to comment, sorted by value
 */
public record Catalog(
        String serverVersion,
        Map<TableName, TableInfo> tables,
        Map<FunctionName, List<FunctionInfo>> functions,
        Map<TableName, EnumTable> enumValues) {

    public record EnumTable(List<Value> values) {
        public record Value(String name, @Nullable String comment) {}
    }
}
