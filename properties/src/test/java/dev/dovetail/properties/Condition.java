package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A boolean expression, of a client or of a permission. */
sealed interface Condition {
    Condition TRUE = new And(List.of());

    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    /** On a column or a scalar computed field. */
    record Compare(String name, Operator operator, Term term) implements Condition {}

    /** On what stands at a path in a document, where that is of a kind; clients only. */
    record At(String name, Documents.Path path, Kind kind, Operator operator, Term term) implements Condition {}

    /** A kind of value in a document, and the scalar it is compared as. */
    enum Kind {
        NUMBER("numeric"),
        TEXT("String"),
        FLAG("Boolean");

        private final String graphql;

        Kind(String graphql) {
            this.graphql = graphql;
        }

        /** Null for a value of another kind; everything has a text. */
        @Nullable
        Object of(@Nullable Object value) {
            var json = (JsonNode) value;
            if (json == null) {
                return null;
            }
            return switch (this) {
                case NUMBER -> json.isNumber() ? json.decimalValue() : null;
                case TEXT -> json.isString() ? json.stringValue() : Documents.text(json);
                case FLAG -> json.isBoolean() ? json.booleanValue() : null;
            };
        }
    }

    /** With another column of the same row; permissions only. */
    record Columns(String name, Operator operator, String other) implements Condition {}

    /** Through a relationship or a computed field that gives rows. */
    record Related(String name, Condition condition) implements Condition {}

    /** Permissions only. */
    record Exists(String table, Condition condition) implements Condition {}

    /** How many related rows there are. */
    record Count(
            String relationship,
            @Nullable String column,
            boolean distinct,
            @Nullable Condition filter,
            Operator operator,
            int bound)
            implements Condition {}

    /** A variable of a request in a condition's place; only to be written. */
    record Placeholder(String variable) implements Condition {}

    /** As metadata say it: columns by their names in SQL. */
    default JsonNode stored(World world, Table table) {
        return new Writing(world, true).json(this, table);
    }

    /** As in a GraphQL document. */
    default String graphql(World world, Table table) {
        return this instanceof Placeholder(var variable)
                ? "$" + variable
                : graphql(new Writing(world, false).json(this, table), "");
    }

    /** @param stored whether for metadata */
    record Writing(World world, boolean stored) {
        JsonNode json(Condition condition, Table table) {
            return switch (condition) {
                case And(var parts) when parts.isEmpty() -> Json.object();
                case And(var parts) -> list("_and", parts, table);
                case Or(var parts) -> list("_or", parts, table);
                case Not(var part) -> under("_not", json(part, table));
                case Compare(var name, var operator, var term) ->
                    under(column(table, name), under(operator.graphql(), Condition.json(term)));
                case At(var name, var path, var kind, var operator, var term) -> {
                    var at = Json.object().put("path", path.text());
                    at.set(kind.graphql, under(operator.graphql(), Condition.json(term)));
                    yield under(name, under("_at", at));
                }
                case Columns(var name, var operator, var other) ->
                    under(
                            column(table, name),
                            under("_c" + operator.graphql().substring(1), Json.string(column(table, other))));
                case Placeholder placeholder -> throw new IllegalStateException("has no value: " + placeholder);
                case Related(var name, var inner) -> under(name, json(inner, target(table, name)));
                case Exists(var other, var inner) -> {
                    var body = Json.object();
                    body.set("_table", Metadata.name(world, world.table(other).sql()));
                    body.set("_where", json(inner, world.table(other)));
                    yield under("_exists", body);
                }
                case Count count -> under(count.relationship() + "_aggregate", under("count", count(count, table)));
            };
        }

        private JsonNode count(Count count, Table table) {
            var body = Json.object();
            body.set("predicate", under(count.operator().graphql(), Json.read("" + count.bound())));
            if (count.column() != null) {
                body.set("arguments", Json.array().add(count.column()));
                body.put("distinct", count.distinct());
            }
            if (count.filter() != null) {
                body.set("filter", json(count.filter(), target(table, count.relationship())));
            }
            return body;
        }

        private Table target(Table table, String name) {
            return world.table(table.relationships().stream()
                    .filter(each -> each.name().equals(name))
                    .map(World.Relationship::target)
                    .findFirst()
                    .orElseGet(() -> table.tableField(name).target()));
        }

        private String column(Table table, String name) {
            return stored && table.isColumn(name) ? table.column(name).sql() : name;
        }

        private JsonNode list(String key, List<Condition> parts, Table table) {
            var list = Json.array();
            parts.forEach(each -> list.add(json(each, table)));
            return under(key, list);
        }
    }

    static String graphql(JsonNode json, String key) {
        if (json.isObject()) {
            var fields = new ArrayList<String>();
            json.properties()
                    .forEach(each -> fields.add(each.getKey() + ": " + graphql(each.getValue(), each.getKey())));
            return "{" + String.join(", ", fields) + "}";
        }
        if (json.isArray()) {
            var items = new ArrayList<String>();
            json.forEach(each -> items.add(graphql(each, key)));
            return "[" + String.join(", ", items) + "]";
        }
        // Names of columns are enum values here; everything else is written as JSON is.
        return key.equals("arguments") ? json.asString() : Json.write(json);
    }

    static JsonNode json(Term term) {
        return switch (term) {
            case Term.Literal(var value) -> json(value);
            case Term.Variable(var name) -> Json.string(name);
            case Term.Many(var values) -> {
                if (values == null) {
                    yield Json.string(World.Role.LIST);
                }
                var list = Json.array();
                values.forEach(each -> list.add(json(each)));
                yield list;
            }
        };
    }

    static JsonNode json(Object value) {
        return value instanceof String text ? Json.string(text) : Json.read(Type.text(value));
    }

    private static ObjectNode under(String key, JsonNode value) {
        var object = Json.object();
        object.set(key, value);
        return object;
    }
}
