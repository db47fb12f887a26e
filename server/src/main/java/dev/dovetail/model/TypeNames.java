package dev.dovetail.model;

import dev.dovetail.catalog.KeyInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of the types that a table yields, known without building the types. */
final class TypeNames {
    private static final List<String> ROWS = List.of(
            "bool_exp",
            "order_by",
            "select_column",
            "aggregate",
            "aggregate_fields",
            "aggregate_order_by",
            "aggregate_bool_exp",
            "mutation_response");
    private static final List<String> FUNCTIONS = List.of(
            "avg", "max", "min", "stddev", "stddev_pop", "stddev_samp", "sum", "var_pop", "var_samp", "variance");
    private static final List<String> INSERTS = List.of("insert_input", "arr_rel_insert_input", "obj_rel_insert_input");
    private static final List<String> UPDATES = List.of("set_input", "inc_input");
    private static final List<String> JSONB_UPDATES =
            List.of("append_input", "prepend_input", "delete_key_input", "delete_elem_input", "delete_at_path_input");
    private static final List<String> CONFLICTS = List.of("on_conflict", "constraint", "update_column");

    private static final List<String> GROUPS = List.of(
            "group_by",
            "group_by_key",
            "group_by_keys",
            "group_by_order_by",
            "group_by_keys_order_by",
            "group_by_having",
            "group_by_having_count");

    private TypeNames() {}

    static Set<String> of(Table table, Openness openness) {
        var suffixes = new ArrayList<>(ROWS);
        for (var function : FUNCTIONS) {
            suffixes.add(function + "_fields");
            suffixes.add(function + "_order_by");
        }
        if (table.groupBy()) {
            suffixes.addAll(GROUPS);
        }
        if (table.enumValues() != null) {
            suffixes.add("enum");
        }
        if (table.info().insertable()) {
            suffixes.addAll(INSERTS);
            if (hasKey(table)) {
                suffixes.addAll(CONFLICTS);
            }
        }
        if (table.info().updatable()) {
            suffixes.addAll(UPDATES);
            if (table.columns().stream().anyMatch(each -> each.type().isScalar("jsonb"))) {
                suffixes.addAll(JSONB_UPDATES);
            }
            if (table.primaryKey() != null) {
                suffixes.add("pk_columns_input");
            }
            if (openness.updateMany()) {
                suffixes.add("updates");
            }
        }
        var names = new LinkedHashSet<String>();
        names.add(table.typeName());
        suffixes.forEach(suffix -> names.add(table.typeName(NameParts.of(suffix))));
        return names;
    }

    private static boolean hasKey(Table table) {
        KeyInfo key = table.info().primaryKey();
        return key != null || !table.info().uniques().isEmpty();
    }
}
