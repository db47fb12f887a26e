package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.name.SourceName;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An administrator's SQL.
 *
 * @param checkMetadata null: when the text looks as if it changed the schema
 */
record RunSql(
        SourceName source,
        String sql,
        boolean cascade,
        @Nullable Boolean checkMetadata,
        boolean readOnly,
        boolean noTransaction) {
    private static final Pattern CHANGES_SCHEMA = Pattern.compile(
            "\\balter\\b|\\bdrop\\b|\\breplace\\b|\\bcreate function\\b|\\bcomment on\\b", Pattern.CASE_INSENSITIVE);

    static RunSql decode(JsonNode args, Path path) {
        var fields = Fields.of("RunSQL", args, path);
        return new RunSql(
                NameCodec.sourceOrDefault(fields),
                fields.string("sql"),
                fields.flag("cascade", false),
                fields.optionalFlag("check_metadata_consistency"),
                fields.flag("read_only", false),
                fields.flag("no_transaction", false));
    }

    /** Whether the metadata is held against the schema that the SQL leaves behind. */
    boolean checksMetadata() {
        if (readOnly) return false;
        return checkMetadata == null ? CHANGES_SCHEMA.matcher(sql).find() : checkMetadata;
    }

    SqlRunner.Request request() {
        return new SqlRunner.Request(sql, readOnly, noTransaction);
    }

    static ObjectNode answer(SqlRunner.Result result) {
        var rows = result.rows();
        var answer = Json.object().put("result_type", rows == null ? "CommandOk" : "TuplesOk");
        answer.set("result", rows == null ? Json.string(null) : table(rows));
        return answer;
    }

    private static JsonNode table(List<List<@Nullable String>> rows) {
        var table = Json.array();
        for (var row : rows) {
            var cells = Json.array();
            for (var cell : row) cells.add(Json.string(cell == null ? "NULL" : cell));
            table.add(cells);
        }
        return table;
    }
}
