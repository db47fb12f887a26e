package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.ForeignKeyInfo;
import dev.dovetail.catalog.KeyInfo;
import dev.dovetail.catalog.PgType;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.TableCodec;
import dev.dovetail.model.Column;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything there is to know of one table: as the database has it, as the metadata has it, as GraphQL shows it. */
record TableView(SourceName source, TableName table) implements Question {
    static TableView decode(JsonNode args, Path path) {
        var fields = Fields.of("GetTable", args, path);
        return new TableView(NameCodec.sourceOrDefault(fields), fields.required("table", NameCodec::table));
    }

    @Override
    public JsonNode answer(State state) {
        var metadata = Lookup.source(state.metadata(), source).table(table);
        var infos = TableList.infos(state, source);
        var info = infos.get(table);
        if (info == null && metadata.isEmpty()) {
            throw notExists("table " + quoted(table) + " does not exist in source: " + source);
        }
        var sourceModel = state.built().model().sources().get(source);
        var model = sourceModel == null ? null : sourceModel.tables().get(table);
        var answer = Out.object()
                .put("table", NameCodec.encode(table))
                .put("kind", TableList.kind(info))
                .put("tracked", (Boolean) metadata.isPresent())
                .put("metadata", metadata.map(TableCodec::encode).orElse(null));
        if (info != null) ofDatabase(answer, info, infos, model);
        if (model != null) answer.put("graphql", graphql(model));
        return Window.version(state).setAll(answer.done());
    }

    private void ofDatabase(Out answer, TableInfo info, Map<TableName, TableInfo> infos, @Nullable Table model) {
        answer.put("comment", info.comment())
                .fullList("columns", info.columns(), each -> column(each, model))
                .put("primary_key", info.primaryKey() == null ? null : key(info.primaryKey()))
                .fullList("uniques", info.uniques(), TableView::key)
                .fullList("foreign_keys", info.foreignKeys(), each -> foreignKey(each, each.target()))
                .fullList("referenced_by", pointers(infos), each -> foreignKey(each.key(), each.from()))
                .put(
                        "writable",
                        Json.object()
                                .put("insert", info.insertable())
                                .put("update", info.updatable())
                                .put("delete", info.deletable()));
    }

    private static JsonNode column(ColumnInfo info, @Nullable Table model) {
        var field = model == null
                ? null
                : model.findColumn(info.name()).map(Column::field).orElse(null);
        return Out.object()
                .put("name", info.name().value())
                .put("type", type(info.type()))
                .put("nullable", (Boolean) info.nullable())
                .put("has_default", (Boolean) info.hasDefault())
                .ifTrue("generated", info.generated())
                .put(
                        "identity",
                        info.identity() == ColumnInfo.Identity.NONE
                                ? null
                                : info.identity().name().toLowerCase(Locale.ROOT))
                .put("comment", info.comment())
                .put("field", field)
                .done();
    }

    /** As people write it: {@code text[]}, {@code shop.color}. */
    static String type(PgType type) {
        if (type.element() != null) return type(type.element()) + "[]";
        return type.isBuiltin() || type.schema().equals(TableName.PUBLIC)
                ? type.name()
                : type.schema() + "." + type.name();
    }

    private static JsonNode key(KeyInfo key) {
        return Out.object()
                .put("constraint_name", key.constraint())
                .fullList("columns", key.columns(), NameCodec::text)
                .done();
    }

    /** @param other the table at the other end; its columns are the mapping's values when it is the target */
    private static JsonNode foreignKey(ForeignKeyInfo key, TableName other) {
        return Out.object()
                .put("constraint_name", key.constraint())
                .put("table", NameCodec.encode(other))
                .put("columns", mapping(key.columns()))
                .done();
    }

    private static ObjectNode mapping(Map<ColumnName, ColumnName> columns) {
        return Out.map(columns, NameCodec::text);
    }

    private record Pointer(TableName from, ForeignKeyInfo key) {}

    private List<Pointer> pointers(Map<TableName, TableInfo> infos) {
        var pointers = new ArrayList<Pointer>();
        for (var info : infos.values()) {
            for (var key : info.foreignKeys()) {
                if (key.target().equals(table)) pointers.add(new Pointer(info.name(), key));
            }
        }
        return pointers;
    }

    private static JsonNode graphql(Table model) {
        var roots = model.roots();
        return Out.object()
                .put("type", model.typeName())
                .put("shown", (Boolean) model.isShown())
                .put(
                        "roots",
                        Json.object()
                                .put("select", roots.select().name())
                                .put("select_by_pk", roots.selectByPk().name())
                                .put("select_aggregate", roots.selectAggregate().name())
                                .put("insert_one", roots.insertOne().name())
                                .put("update_by_pk", roots.updateByPk().name())
                                .put("delete_by_pk", roots.deleteByPk().name()))
                .fullList("relationships", List.copyOf(model.relationships().values()), TableView::relationship)
                .fullList("computed_fields", List.copyOf(model.computedFields().keySet()), Json::string)
                .done();
    }

    private static JsonNode relationship(Relationship relationship) {
        return Out.object()
                .put("name", relationship.field())
                .put("type", relationship.kind().name().toLowerCase(Locale.ROOT))
                .put("table", NameCodec.encode(relationship.target().get().name()))
                .put("columns", mapping(relationship.mapping()))
                .done();
    }
}
