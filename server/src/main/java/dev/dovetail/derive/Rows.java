package dev.dovetail.derive;

import dev.dovetail.metadata.CustomTypes.TypeRelationship;
import dev.dovetail.metadata.RelationshipType;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToSource;
import dev.dovetail.model.Column;
import dev.dovetail.model.Model;
import dev.dovetail.model.Table;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.Meaning;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What leads from an answer back to the row that it is about: possible where its whole primary key is answered. */
final class Rows {
    private final Map<String, Table> tables = new HashMap<>();

    Rows(Model model) {
        model.sources()
                .values()
                .forEach(source -> source.tables().values().forEach(table -> tables.put(table.typeName(), table)));
    }

    /**
     * @param type of what the operation answers
     * @param fields by the key under which each is answered
     */
    List<TypeRelationship> relationships(String type, SequencedMap<String, Meaning> fields) {
        var table = tables.get(type);
        var key = table == null ? null : table.primaryKey();
        if (table == null || key == null) {
            return List.of();
        }
        var mapping = new LinkedHashMap<String, String>();
        for (var column : key) {
            var field = fieldOf(column, fields);
            if (field == null) {
                return List.of();
            }
            mapping.put(field, column.name().value());
        }
        var target = new ToSource(table.source(), table.name(), RelationshipType.OBJECT, mapping);
        return List.of(new TypeRelationship(new RelationshipName(free(type, fields)), target, true, false));
    }

    private static @Nullable String fieldOf(Column column, SequencedMap<String, Meaning> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue() instanceof FieldMeaning.ColumnValue(var of) && of.equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String free(String wanted, SequencedMap<String, Meaning> fields) {
        return fields.containsKey(wanted) ? free(wanted + "_row", fields) : wanted;
    }
}
