package dev.dovetail.properties;

import dev.dovetail.properties.World.Relationship;
import dev.dovetail.properties.World.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mutation: its root fields, with what they answer. */
record Mutation(List<Root> roots) {

    sealed interface Root {
        String table();

        @Nullable
        List<Query.Field> returning();
    }

    /**
     * @param single whether as {@code insert_…_one}
     * @param returning columns and more, as in a query; null for only counting
     */
    record Insert(
            String table,
            List<Item> items,
            @Nullable Conflict conflict,
            boolean single,
            @Nullable List<Query.Field> returning)
            implements Root {}

    /** @param single by key */
    record Update(
            String table,
            List<Part> parts,
            Form form,
            @Nullable List<Query.Field> returning) implements Root {}

    record Delete(
            String table,
            Condition where,
            @Nullable Row key,
            @Nullable List<Query.Field> returning) implements Root {}

    enum Form {
        WHERE,
        BY_KEY,
        MANY
    }

    /** One update: the rows it is for, and new values. */
    record Part(
            Condition where,
            @Nullable Row key,
            SequencedMap<String, @Nullable Object> set,
            SequencedMap<String, Object> inc) {}

    /** An object to insert, with the objects related to it. */
    record Item(SequencedMap<String, @Nullable Object> values, SequencedMap<String, Nested> related) {}

    record Nested(Relationship relationship, List<Item> items) {}

    record Conflict(List<String> columns, @Nullable Condition where) {}

    String text(World world) {
        var fields = new ArrayList<String>();
        for (var root : roots) {
            fields.add("m" + fields.size() + ": " + text(root, world.table(root.table()), world));
        }
        return "mutation {" + String.join(" ", fields) + "}";
    }

    private static String text(Root root, Table table, World world) {
        return switch (root) {
            case Insert insert ->
                "insert_" + table.name() + (insert.single() ? "_one" : "") + "("
                        + (insert.single() ? "object: " : "objects: ")
                        + (insert.single() ? text(insert.items().getFirst(), world) : list(insert.items(), world))
                        + text(insert.conflict(), table, world) + ")"
                        + answer(insert.single(), insert.returning(), table, world);
            case Update update
            when update.form() == Form.MANY ->
                "update_" + table.name() + "_many(updates: "
                        + update.parts().stream()
                                .map(each -> "{where: " + each.where().graphql(world, table) + ", " + text(each) + "}")
                                .collect(Collectors.joining(", ", "[", "]"))
                        + ")" + answer(false, update.returning(), table, world);
            case Update update -> {
                var part = update.parts().getFirst();
                var key = part.key();
                yield "update_" + table.name() + (key == null ? "" : "_by_pk") + "("
                        + (key == null
                                ? "where: " + part.where().graphql(world, table)
                                : "pk_columns: " + object(key.values()))
                        + ", " + text(part) + ")" + answer(key != null, update.returning(), table, world);
            }
            case Delete delete -> {
                var key = delete.key();
                yield "delete_" + table.name() + (key == null ? "" : "_by_pk") + "("
                        + (key == null
                                ? "where: " + delete.where().graphql(world, table)
                                : object(key.values()).replaceAll("^\\{|}$", ""))
                        + ")" + answer(key != null, delete.returning(), table, world);
            }
        };
    }

    private static String answer(boolean single, @Nullable List<Query.Field> returning, Table table, World world) {
        if (single) {
            return returning == null ? " {__typename}" : Query.texts(returning, table, world);
        }
        return " {affected_rows" + (returning == null ? "" : " returning" + Query.texts(returning, table, world)) + "}";
    }

    private static String text(Part part) {
        return "_set: " + object(part.set()) + (part.inc().isEmpty() ? "" : ", _inc: " + object(part.inc()));
    }

    private static String text(@Nullable Conflict conflict, Table table, World world) {
        if (conflict == null) {
            return "";
        }
        return ", on_conflict: {constraint: " + Ddl.constraint(table) + ", update_columns: ["
                + String.join(", ", conflict.columns()) + "]"
                + (conflict.where() == null
                        ? ""
                        : ", where: " + conflict.where().graphql(world, table)) + "}";
    }

    private static String list(List<Item> items, World world) {
        return items.stream().map(each -> text(each, world)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(Item item, World world) {
        var fields = new ArrayList<String>();
        item.values().forEach((name, value) -> fields.add(name + ": " + literal(value)));
        item.related()
                .forEach((name, nested) -> fields.add(name + ": {data: "
                        + (nested.relationship().array()
                                ? list(nested.items(), world)
                                : text(nested.items().getFirst(), world))
                        + "}"));
        return "{" + String.join(", ", fields) + "}";
    }

    private static String object(java.util.Map<String, ? extends @Nullable Object> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + ": " + literal(each.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "null" : Type.literal(value);
    }
}
