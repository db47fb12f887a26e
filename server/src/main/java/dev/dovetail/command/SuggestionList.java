package dev.dovetail.command;

import dev.dovetail.command.Suggestions.End;
import dev.dovetail.command.Suggestions.Suggestion;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The suggested relationships that are not there yet, a page at a time, each with a name that its table has not given
 * to anything else: it depends on all suggestions, so nobody who has a page of them could find one.
 *
 * @param from only those that begin at this table; null for all
 */
record SuggestionList(SourceName source, @Nullable TableName from, Window window) implements Question {
    /** A thousand of them would be half a megabyte. */
    private static final int MOST = 500;

    /** A word of its own: what is {@code paid} has no {@code pa}. */
    private static final Pattern ID = Pattern.compile("(^|_)(?i:id)$|(?<=\\p{Ll})I[dD]$");

    private record Named(Suggestion suggestion, String name) {
        JsonNode encode() {
            return suggestion.encode().put("name", name);
        }

        String text() {
            return String.join(" ", name, place(suggestion.from()), place(suggestion.to()));
        }

        private static String place(End end) {
            return end.table().name().schema() + "." + end.table().name().name() + " " + words(end.columns());
        }
    }

    static SuggestionList decode(JsonNode args, Path path) {
        var fields = Fields.of("SuggestRelationships", args, path);
        return new SuggestionList(
                NameCodec.sourceOrDefault(fields),
                fields.optional("table", NameCodec::table),
                Window.decode(fields, MOST));
    }

    @Override
    public JsonNode answer(State state) {
        var admitted = named(Suggestions.missing(state, source)).stream()
                .filter(each ->
                        from == null || each.suggestion().from().table().name().equals(from))
                .filter(each -> window.admits(each.text()))
                .toList();
        return window.page(state, "relationships", admitted, Named::encode);
    }

    private static List<Named> named(List<Suggestion> suggestions) {
        var taken = new HashMap<TableName, Set<String>>();
        var named = new ArrayList<Named>(suggestions.size());
        for (var each : suggestions) {
            var table = each.from().table();
            named.add(new Named(each, name(each, taken.computeIfAbsent(table.name(), _ -> fields(table)))));
        }
        return named;
    }

    private static Set<String> fields(Table table) {
        var names = new HashSet<String>();
        table.columns().forEach(column -> names.addAll(List.of(column.name().value(), column.field())));
        List.<Map<String, ?>>of(
                        table.relationships(),
                        table.nativeRelationships(),
                        table.remoteRelationships(),
                        table.computedFields())
                .forEach(map -> names.addAll(map.keySet()));
        return names;
    }

    private static String name(Suggestion suggestion, Set<String> taken) {
        var first = shortName(suggestion);
        if (taken.add(first)) {
            return first;
        }
        var key = suggestion.from().constraint() == null ? suggestion.to() : suggestion.from();
        var longer = first + "_by_" + clean(words(key.columns()));
        var name = longer;
        for (var count = 2; !taken.add(name); count++) {
            name = longer + "_" + count;
        }
        return name;
    }

    /**
     * The column without its {@code _id} or {@code Id} for an object that the table points to, the other table for
     * everything else.
     */
    private static String shortName(Suggestion suggestion) {
        var from = suggestion.from();
        var table = clean(suggestion.to().table().name().name());
        var pointsThere = suggestion.type() == RelationshipType.OBJECT && from.constraint() != null;
        if (!pointsThere || from.columns().size() != 1) {
            return table;
        }
        var column = from.columns().getFirst().value();
        var object = ID.matcher(column).replaceFirst("");
        return object.isEmpty() ? table : clean(object.equals(column) ? column + "_row" : object);
    }

    private static String clean(String text) {
        return text.replaceAll("\\W", "_").replaceFirst("^(?=\\d)", "_");
    }

    private static String words(List<ColumnName> columns) {
        return columns.stream().map(ColumnName::value).collect(Collectors.joining("_"));
    }
}
