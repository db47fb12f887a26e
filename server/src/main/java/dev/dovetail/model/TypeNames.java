package dev.dovetail.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the types made from tables and custom types, known without building the types. */
final class TypeNames {
    private static final List<NameParts> SUFFIXES = List.of(
            NameParts.of("bool_exp"),
            NameParts.of("order_by"),
            NameParts.of("select_column"),
            NameParts.of("aggregate"),
            NameParts.of("aggregate_fields"),
            NameParts.of("insert_input"),
            NameParts.of("set_input"),
            NameParts.of("inc_input"),
            NameParts.of("mutation_response"),
            NameParts.of("pk_columns_input"),
            NameParts.of("updates"),
            NameParts.of("on_conflict"),
            NameParts.of("constraint"),
            NameParts.of("update_column"),
            NameParts.of("arr_rel_insert_input"),
            NameParts.of("obj_rel_insert_input"),
            NameParts.of("enum"));
    private static final Set<String> OWN = Set.of("query_root", "mutation_root", "subscription_root", "order_by");

    private final Set<String> ours = new HashSet<>();
    private final Set<String> custom;

    TypeNames(Collection<SourceModel> sources, Set<String> custom) {
        this.custom = custom;
        for (var source : sources) {
            for (var table : source.tables().values()) {
                ours.add(table.typeName());
                SUFFIXES.forEach(suffix -> ours.add(table.typeName(suffix)));
            }
        }
    }

    boolean isTaken(String name) {
        return OWN.contains(name) || ours.contains(name) || custom.contains(name);
    }
}
