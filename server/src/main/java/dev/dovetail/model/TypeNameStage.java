package dev.dovetail.model;

import dev.dovetail.catalog.PgType;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.SourceName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Sees to it that every type's name means one thing. The first to come keeps it; a table or function that yields a type
 * of the same name is at fault and not shown: clients would see its rows as those of the other one.
 */
final class TypeNameStage {
    private static final List<String> OWN = List.of("query_root", "mutation_root", "subscription_root", "order_by");

    private final Openness openness;
    private final Map<String, String> owners = new HashMap<>();
    private final SequencedMap<Table, String> clashing = new LinkedHashMap<>();
    private final Faults faults;

    TypeNameStage(Openness openness, Faults faults) {
        this.openness = openness;
        this.faults = faults;
    }

    /** The sources without the functions at fault. */
    SequencedMap<SourceName, SourceModel> check(SequencedMap<SourceName, SourceModel> sources) {
        OWN.forEach(name -> owners.put(name, "the engine"));
        sources.values().forEach(this::engine);
        sources.values().forEach(source -> source.tables().values().forEach(this::scalars));
        sources.values().forEach(source -> source.tables().values().forEach(this::table));
        var checked = new LinkedHashMap<SourceName, SourceModel>();
        sources.forEach((name, source) -> checked.put(
                name,
                new SourceModel(
                        name,
                        source.naming(),
                        source.tables(),
                        functions(source.functions().values()),
                        source.natives())));
        return checked;
    }

    /** What a source's naming makes of the engine's own types. */
    private void engine(SourceModel source) {
        var naming = source.naming();
        owners.put(naming.plainType("order_by"), "the engine");
        var namespace = naming.namespace();
        if (namespace != null) {
            for (var ending : List.of("_query", "_mutation_frontend", "_mutation_backend")) {
                owners.put(naming.customizedType(namespace + ending), "the namespace of source " + source.name());
            }
        }
    }

    /**
     * Hides the tables at fault. Comes after the root fields have been gathered: where those clash, too, that is what
     * the reference tells.
     */
    void hide() {
        clashing.forEach((table, reason) -> {
            var object = new ObjectId.Table(table.source(), table.name());
            if (!faults.has(object)) {
                faults.add(object, Definitions.table(table.name()), reason);
            }
            table.hide();
        });
    }

    boolean isTaken(String name) {
        return owners.containsKey(name);
    }

    private void scalars(Table table) {
        for (var column : table.columns()) {
            scalar(column.type());
        }
    }

    private void scalar(ColumnType type) {
        switch (type) {
            case ColumnType.Scalar(var graphql, PgType _) -> owners.putIfAbsent(graphql, "a scalar");
            case ColumnType.ArrayOf(var element, var _) -> scalar(element);
            case ColumnType.EnumOf _ -> {}
        }
    }

    private void table(Table table) {
        if (!table.isShown()) {
            return;
        }
        var names = TypeNames.of(table, openness);
        var self = "table " + table + " in source " + table.source();
        for (var name : names) {
            var other = owners.get(name);
            if (other != null) {
                clashing.put(table, conflict(name, self, other));
                return;
            }
        }
        names.forEach(name -> owners.put(name, self));
    }

    private SequencedMap<FunctionName, Function> functions(Collection<Function> functions) {
        var kept = new LinkedHashMap<FunctionName, Function>();
        for (var function : functions) {
            var name = function.routine().name();
            var source = function.table().source();
            var self = "function " + function + " in source " + source;
            var type = function.names().arguments();
            var other = function.routine().takesNothing() ? null : owners.putIfAbsent(type, self);
            if (other == null) {
                kept.put(name, function);
            } else {
                var shown = Json.object().put("schema", name.schema()).put("name", name.name());
                faults.add(new ObjectId.Function(source, name), shown, conflict(type, self, other));
            }
        }
        return Collections.unmodifiableSequencedMap(kept);
    }

    private static String conflict(String type, String one, String other) {
        return "Found conflicting definitions for GraphQL type '" + type + "'. The definition of " + one
                + " differs from that of " + other + ".";
    }
}
