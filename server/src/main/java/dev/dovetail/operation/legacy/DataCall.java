package dev.dovetail.operation.legacy;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import dev.dovetail.schema.ArgumentName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A data call as it was sent, its names not yet looked up. Decoding fails with code {@code parse-failed}. */
public sealed interface DataCall {
    Target target();

    default boolean writes() {
        return switch (this) {
            case Select _, Count _ -> false;
            case Insert _, Update _, Delete _ -> true;
        };
    }

    record Target(SourceName source, TableName table) {
        static Target of(Fields fields) {
            return new Target(NameCodec.sourceOrDefault(fields), fields.required("table", NameCodec::table));
        }
    }

    record Select(Target target, Selection selection) implements DataCall {
        public static Select decode(JsonNode args, Path path) {
            return new Select(Target.of(Fields.of("query", args, path)), Selection.decode(args, path));
        }
    }

    /** @param returning null: only the number of rows is told */
    record Insert(
            Target target,
            JsonNode objects,
            @Nullable Conflict onConflict,
            @Nullable List<ColumnName> returning) implements DataCall {
        public static Insert decode(JsonNode args, Path path) {
            var fields = Fields.of("insert query", args, path);
            return new Insert(
                    Target.of(fields),
                    fields.required("objects"),
                    fields.optional("on_conflict", Conflict::decode),
                    returned(fields));
        }
    }

    /** What an insert does with rows that are there already. */
    record Conflict(
            @Nullable List<ColumnName> columns, @Nullable String constraint, boolean update) {
        static Conflict decode(JsonNode json, Path path) {
            var fields = Fields.of("OnConflict", json, path);
            var action = fields.string("action");
            if (!action.equals("ignore") && !action.equals("update")) {
                throw Fields.fail(fields.path("action"), "Expecting 'ignore' or 'update'");
            }
            return new Conflict(
                    fields.optional("constraint_on", NameCodec::columns),
                    fields.optionalString("constraint"),
                    action.equals("update"));
        }
    }

    record Update(
            Target target,
            JsonNode where,
            Map<Change, SequencedMap<String, JsonNode>> changes,
            List<ColumnName> toDefault,
            @Nullable List<ColumnName> returning)
            implements DataCall {
        public static Update decode(JsonNode args, Path path) {
            var fields = Fields.of("update query", args, path);
            var changes = new EnumMap<Change, SequencedMap<String, JsonNode>>(Change.class);
            for (var change : Change.values()) {
                changes.put(change, fields.map(change.key(fields), Fields::raw));
            }
            return new Update(
                    Target.of(fields),
                    fields.required("where"),
                    changes,
                    fields.list("$default", NameCodec::column),
                    returned(fields));
        }
    }

    /** How an update makes a column's new value. */
    enum Change {
        SET("$set", ArgumentName.SET),
        INC("$inc", ArgumentName.INC),
        MUL("$mul", ArgumentName.MUL);

        private final String key;
        private final ArgumentName argument;

        Change(String key, ArgumentName argument) {
            this.key = key;
            this.argument = argument;
        }

        ArgumentName argument() {
            return argument;
        }

        String key() {
            return key;
        }

        /** {@code values} is the oldest name of {@code $set}. */
        private String key(Fields fields) {
            return this == SET && !fields.has(key) ? "values" : key;
        }
    }

    record Delete(Target target, JsonNode where, @Nullable List<ColumnName> returning) implements DataCall {
        public static Delete decode(JsonNode args, Path path) {
            var fields = Fields.of("delete query", args, path);
            return new Delete(Target.of(fields), fields.required("where"), returned(fields));
        }
    }

    /** @param distinct null: every row counts */
    record Count(
            Target target,
            @Nullable List<ColumnName> distinct,
            @Nullable JsonNode where) implements DataCall {
        public static Count decode(JsonNode args, Path path) {
            var fields = Fields.of("count query", args, path);
            return new Count(
                    Target.of(fields), fields.optionalList("distinct", NameCodec::column), fields.optional("where"));
        }
    }

    private static @Nullable List<ColumnName> returned(Fields fields) {
        return fields.optionalList("returning", NameCodec::column);
    }
}
