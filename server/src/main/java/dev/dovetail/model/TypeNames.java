package dev.dovetail.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the types made from tables and custom types, known without building the types. */
final class TypeNames {
    private static final List<String> SUFFIXES = List.of(
            "_bool_exp",
            "_order_by",
            "_select_column",
            "_aggregate",
            "_aggregate_fields",
            "_insert_input",
            "_set_input",
            "_inc_input",
            "_mutation_response",
            "_pk_columns_input",
            "_updates",
            "_on_conflict",
            "_constraint",
            "_update_column",
            "_arr_rel_insert_input",
            "_obj_rel_insert_input",
            "_enum");
    private static final Set<String> OWN = Set.of("query_root", "mutation_root", "subscription_root", "order_by");

    private final Set<String> stems = new HashSet<>();
    private final Set<String> custom;

    TypeNames(Collection<SourceModel> sources, Set<String> custom) {
        sources.forEach(source -> source.tables().values().forEach(table -> stems.add(table.stem())));
        this.custom = custom;
    }

    boolean isTaken(String name) {
        if (OWN.contains(name) || stems.contains(name) || custom.contains(name)) {
            return true;
        }
        return SUFFIXES.stream()
                .filter(name::endsWith)
                .anyMatch(suffix -> stems.contains(name.substring(0, name.length() - suffix.length())));
    }
}
