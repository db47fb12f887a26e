package dev.dovetail.operation.legacy;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which rows of a table are selected, and what of them. */
record Selection(
        List<Item> columns,
        @Nullable JsonNode where,
        @Nullable JsonNode orderBy,
        @Nullable Integer limit,
        @Nullable Integer offset) {
    private static final Pattern STARS = Pattern.compile("\\*(\\.\\*)*+");

    /** Levels of relationships: deeper ones are no question that somebody has. */
    private static final int DEPTH_MAX = 50;

    /** Something selected of a row. */
    sealed interface Item {
        record Column(String name) implements Item {}

        /** All columns; and with a depth, so many levels of relationships with all theirs. */
        record Star(int depth) implements Item {}

        record Related(String name, String key, Selection selection) implements Item {}
    }

    static Selection decode(JsonNode json, Path path) {
        var fields = Fields.of("SelectG", json, path);
        return new Selection(
                fields.requiredList("columns", Selection::item),
                fields.optional("where"),
                fields.optional("order_by"),
                fields.optionalInt("limit"),
                fields.optionalInt("offset"));
    }

    private static Item item(JsonNode json, Path path) {
        if (json.isString()) {
            var text = json.stringValue();
            return STARS.matcher(text).matches() ? star(text.length() / 2, path) : new Item.Column(text);
        }
        if (!json.isObject()) {
            throw Fields.fail(path, "A column should either be a string or an object (relationship)");
        }
        var fields = Fields.of("SelCol", json, path);
        var name = fields.string("name");
        var alias = fields.optionalString("alias");
        if (alias != null && alias.indexOf(0) >= 0) {
            throw Fields.fail(fields.path("alias"), "an alias cannot hold the character U+0000");
        }
        return new Item.Related(name, alias == null ? name : alias, decode(json, path));
    }

    private static Item star(int depth, Path path) {
        if (depth > DEPTH_MAX) {
            throw Fields.fail(path, "a star of more than " + DEPTH_MAX + " levels is not supported");
        }
        return new Item.Star(depth);
    }

    /** Whether rows are chosen, sorted or cut, which is for lists only. */
    boolean choosesRows() {
        return where != null || orderBy != null || limit != null || offset != null;
    }

    static Selection all(int depth) {
        return new Selection(List.of(new Item.Star(depth)), null, null, null, null);
    }
}
