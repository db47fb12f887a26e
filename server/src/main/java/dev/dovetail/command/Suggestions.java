package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.catalog.ForeignKeyInfo;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.RelationshipType;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The relationships that foreign keys between tracked tables suggest, two for each: the object that the key points to,
 * and the way back. That is an object too where a unique constraint (the primary key is none) has the key's columns.
 */
final class Suggestions {
    private final SequencedMap<TableName, Table> tables;
    private final boolean omitTracked;
    private final List<Suggestion> found = new ArrayList<>();

    /** One end of a relationship; the one that has the foreign key tells its name. */
    record End(
            Table table, List<ColumnName> columns, @Nullable String constraint) {
        JsonNode encode() {
            return Out.object()
                    .put("table", NameCodec.encode(table.name()))
                    .fullList("columns", columns, column -> Json.string(column.value()))
                    .put("constraint_name", constraint)
                    .done();
        }
    }

    record Suggestion(RelationshipType type, End from, End to) {
        ObjectNode encode() {
            return Out.object()
                    .put("type", type.wire())
                    .put("from", from.encode())
                    .put("to", to.encode())
                    .done();
        }
    }

    private Suggestions(SequencedMap<TableName, Table> tables, boolean omitTracked) {
        this.tables = tables;
        this.omitTracked = omitTracked;
    }

    static Question decode(JsonNode args, Path path) {
        var fields = Fields.of("SuggestRels", args, path);
        var source = NameCodec.sourceOrDefault(fields);
        var only = fields.optionalList("tables", NameCodec::table);
        var omitTracked = fields.flag("omit_tracked", false);
        Predicate<TableName> wanted = table -> only == null || only.contains(table);
        return state -> {
            var suggestions = new Suggestions(tables(state, source), omitTracked);
            suggestions.between(wanted);
            return Out.object()
                    .fullList("relationships", suggestions.found, Suggestion::encode)
                    .done();
        };
    }

    /** Those between all tables that are not there yet. */
    static List<Suggestion> missing(State state, SourceName source) {
        var suggestions = new Suggestions(tables(state, source), true);
        suggestions.between(_ -> true);
        return suggestions.found;
    }

    private static SequencedMap<TableName, Table> tables(State state, SourceName source) {
        Lookup.source(state.metadata(), source);
        var model = state.built().model().sources().get(source);
        if (model == null) throw notExists("source with name " + quoted(source) + " is inconsistent");
        return model.tables();
    }

    /** A key counts when either of its tables is wanted. */
    private void between(Predicate<TableName> wanted) {
        for (var table : tables.values()) {
            for (var key : table.info().foreignKeys()) {
                var target = tables.get(key.target());
                if (target != null && (wanted.test(table.name()) || wanted.test(target.name()))) {
                    suggest(table, key, target);
                }
            }
        }
    }

    private void suggest(Table table, ForeignKeyInfo key, Table target) {
        var holder = new End(table, List.copyOf(key.columns().keySet()), key.constraint());
        var other = new End(target, List.copyOf(key.columns().values()), null);
        if (!isTracked(table, target, key.columns())) {
            found.add(new Suggestion(RelationshipType.OBJECT, holder, other));
        }
        if (!isTracked(target, table, inverted(key.columns()))) {
            found.add(new Suggestion(back(table, key), other, holder));
        }
    }

    private boolean isTracked(Table table, Table target, Map<ColumnName, ColumnName> columns) {
        return omitTracked
                && table.relationships().values().stream()
                        .anyMatch(each ->
                                each.target().get() == target && each.mapping().equals(columns));
    }

    private static RelationshipType back(Table table, ForeignKeyInfo key) {
        var columns = key.columns().keySet();
        return table.info().uniques().stream().anyMatch(unique -> new HashSet<>(unique.columns()).equals(columns))
                ? RelationshipType.OBJECT
                : RelationshipType.ARRAY;
    }

    private static Map<ColumnName, ColumnName> inverted(Map<ColumnName, ColumnName> columns) {
        var inverted = new HashMap<ColumnName, ColumnName>();
        columns.forEach((left, right) -> inverted.put(right, left));
        return inverted;
    }
}
