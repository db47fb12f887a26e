package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.Web.Link;
import dev.dovetail.properties.Web.Root;
import dev.dovetail.properties.Web.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** @param absent whether it asks for something that the viewer does not have */
record WebQuery(List<Entry> entries, boolean absent) {

    /** A field of the root. */
    record Entry(String key, Service service, Root root, Given given, List<Asked> fields) {}

    /**
     * What the client gives.
     *
     * @param arguments of a remote schema or an action
     * @param least id of a table's rows
     * @param limit of a table
     */
    record Given(
            SequencedMap<String, JsonNode> arguments,
            @Nullable Integer least,
            @Nullable Integer limit) {}

    sealed interface Asked {
        String key();

        record Leaf(String key, String field) implements Asked {}

        record Sub(String key, List<String> fields) implements Asked {}

        /** @param halves whether it is written as two fields of the same key, which GraphQL merges */
        record Joined(String key, Link link, Given given, List<Asked> fields, boolean halves) implements Asked {}

        record Counted(String key, Link link) implements Asked {}

        /** Not there for the viewer. */
        record Absent(String key, String text) implements Asked {}

        /** In a fragment of its own. */
        record Within(Asked asked) implements Asked {
            @Override
            public String key() {
                return asked.key();
            }
        }
    }

    String text(Web web) {
        return entries.stream()
                .map(each ->
                        each.key() + ": " + root(each) + given(web, each.service(), each.root(), each.given(), true)
                                + fields(web, each.service(), each.fields()))
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static String root(Entry entry) {
        var service = entry.service();
        return service.home().isTable() ? service.name() : entry.root().of(service.name());
    }

    private static String given(Web web, Service service, Root root, Given given, boolean many) {
        var parts = new ArrayList<String>();
        if (service.home().isTable() && many) {
            parts.add("order_by: {id: asc}");
            if (given.least() != null) {
                parts.add("where: {id: {_gte: " + given.least() + "}}");
            }
            if (given.limit() != null) {
                parts.add("limit: " + given.limit());
            }
        }
        given.arguments().forEach((name, value) -> parts.add(WebMetadata.wire(root, name) + ": " + Json.write(value)));
        return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String fields(Web web, Service of, List<Asked> fields) {
        return fields.stream().map(each -> text(web, of, each)).collect(Collectors.joining(" ", " { ", " }"));
    }

    private static String text(Web web, Service of, Asked asked) {
        return switch (asked) {
            case Asked.Leaf(var key, var field) -> key + ": " + field;
            case Asked.Sub(var key, var fields) -> key + ": sub { " + String.join(" ", fields) + " }";
            case Asked.Absent(var key, var text) -> key + ": " + text;
            case Asked.Counted(var key, var link) -> key + ": " + link.name() + "_aggregate { aggregate { count } }";
            case Asked.Within(var within) -> "... on " + of.name() + " { " + text(web, of, within) + " }";
            case Asked.Joined(var key, var link, var given, var fields, var halves) -> {
                var target = web.service(link.target());
                var start = key + ": " + link.name() + given(web, target, link.root(), given, link.toMany());
                var half = halves ? fields.size() / 2 : 0;
                yield (half == 0 ? "" : start + fields(web, target, fields.subList(0, half)) + " ")
                        + start
                        + fields(web, target, fields.subList(half, fields.size()));
            }
        };
    }
}
