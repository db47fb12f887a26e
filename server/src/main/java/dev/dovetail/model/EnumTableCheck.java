package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.PgType;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.name.ColumnName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a table can serve as an enum: a text key, at most one more text column, and rows whose keys are names. */
final class EnumTableCheck {
    private static final Set<String> NO_ENUM_VALUES = Set.of("true", "false", "null");
    private static final Map<String, String> SQL_NAMES =
            Map.of("int2", "smallint", "int4", "integer", "int8", "bigint", "bool", "boolean", "float4", "real");

    private EnumTableCheck() {}

    /**
     * Throws {@link Unresolvable} with all that is wrong.
     *
     * @param values null when the rows have not been read
     */
    static Catalog.EnumTable checked(TableInfo table, Catalog.@Nullable EnumTable values) {
        var reasons = form(table);
        if (reasons.isEmpty() && (values == null || values.values().isEmpty())) {
            reasons.add("the table must have at least one row");
        } else if (reasons.isEmpty()) {
            names(values, reasons);
        }
        if (values == null || !reasons.isEmpty()) {
            throw new Unresolvable(
                    "the table \"" + table.name().display() + "\" cannot be used as an enum " + told(reasons));
        }
        return values;
    }

    private static String told(List<String> reasons) {
        return reasons.size() == 1
                ? "because " + reasons.getFirst()
                : reasons.stream()
                        .map(each -> "  • " + each + "\n")
                        .collect(Collectors.joining("", "for the following reasons:\n", ""));
    }

    private static List<String> form(TableInfo table) {
        var reasons = new ArrayList<String>();
        var key = key(table, reasons);
        var others = table.columns().stream()
                .filter(each -> !each.name().equals(key))
                .toList();
        if (others.size() == 1 && !isText(others.getFirst().type())) {
            reasons.add(mismatch("comment column", others.getFirst()));
        } else if (others.size() > 1) {
            reasons.add("the table must have exactly one primary key and optionally one comment column, not "
                    + others.size() + " columns ("
                    + sorted(others.stream().map(ColumnInfo::name).toList()) + ")");
        }
        return reasons;
    }

    private static @Nullable ColumnName key(TableInfo table, List<String> reasons) {
        var key = table.primaryKey();
        if (key == null) {
            reasons.add("the table must have a primary key");
            return null;
        }
        if (key.columns().size() > 1) {
            reasons.add("the table’s primary key must not span multiple columns (" + sorted(key.columns()) + ")");
            return null;
        }
        var name = key.columns().getFirst();
        for (var column : table.columns()) {
            if (column.name().equals(name) && !isText(column.type())) {
                reasons.add(mismatch("primary key", column));
                return null;
            }
        }
        return name;
    }

    private static boolean isText(PgType type) {
        return type.name().equals("text");
    }

    private static String mismatch(String what, ColumnInfo column) {
        var type = column.type().name();
        return "the table’s " + what + " (\"" + column.name() + "\") must have type \"text\", not type \""
                + SQL_NAMES.getOrDefault(type, type) + "\"";
    }

    private static String sorted(List<ColumnName> names) {
        return names.stream().map(ColumnName::value).sorted().collect(Collectors.joining(", "));
    }

    private static void names(Catalog.@Nullable EnumTable values, List<String> reasons) {
        var bad = values == null
                ? List.<String>of()
                : values.values().stream()
                        .map(Catalog.EnumTable.Value::name)
                        .filter(name -> !NameCodec.isGraphqlName(name) || NO_ENUM_VALUES.contains(name))
                        .sorted()
                        .toList();
        if (bad.size() == 1) {
            reasons.add("the value \"" + bad.getFirst() + "\" is not a valid GraphQL enum value name");
        } else if (!bad.isEmpty()) {
            var last = bad.size() - 1;
            var first = bad.size() == 2 ? "\"" + bad.getFirst() + "\"" : String.join(", ", bad.subList(0, last)) + ",";
            reasons.add(
                    "the values " + first + " and \"" + bad.get(last) + "\" are not valid GraphQL enum value names");
        }
    }
}
