package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds tables, actions, types and remote schemas by words in their names; what begins with them comes first. */
record ObjectSearch(Window window) implements Question {
    private record Hit(String text, JsonNode shown) {}

    static ObjectSearch decode(JsonNode args, Path path) {
        return new ObjectSearch(Window.decode(Fields.of("Search", args, path)));
    }

    @Override
    public JsonNode answer(State state) {
        var first = window.words().isEmpty() ? "" : window.words().getFirst();
        var admitted = all(state).stream()
                .filter(each -> window.admits(each.text()))
                .sorted(Comparator.comparing((Hit each) ->
                                !each.text().toLowerCase(Locale.ROOT).startsWith(first))
                        .thenComparing(each -> each.text().length())
                        .thenComparing(Hit::text))
                .toList();
        return window.page(state, "objects", admitted, Hit::shown);
    }

    private static List<Hit> all(State state) {
        var hits = new ArrayList<Hit>();
        var metadata = state.metadata();
        for (var source : metadata.sources()) {
            var tracked = source.tables().stream().map(TableMetadata::table).collect(Collectors.toUnmodifiableSet());
            for (var table : source.tables()) hits.add(ofTable(source.name().value(), table.table(), true));
            for (var table : TableList.infos(state, source.name()).keySet()) {
                if (!tracked.contains(table)) hits.add(ofTable(source.name().value(), table, false));
            }
        }
        metadata.actions().forEach(each -> hits.add(named("action", each.name().value())));
        var types = metadata.customTypes();
        types.objects().forEach(each -> hits.add(named("custom_type", each.name())));
        types.inputObjects().forEach(each -> hits.add(named("custom_type", each.name())));
        types.enums().forEach(each -> hits.add(named("custom_type", each.name())));
        types.abstracts().interfaces().forEach(each -> hits.add(named("custom_type", each.name())));
        types.abstracts().unions().forEach(each -> hits.add(named("custom_type", each.name())));
        types.scalars().forEach(each -> hits.add(named("custom_type", each.name())));
        metadata.remoteSchemas()
                .forEach(each -> hits.add(named("remote_schema", each.name().value())));
        return hits;
    }

    private static Hit ofTable(String source, TableName table, boolean tracked) {
        return new Hit(
                table.display(),
                Out.object()
                        .put("kind", "table")
                        .put("name", table.display())
                        .put("source", source)
                        .put("table", NameCodec.encode(table))
                        .put("tracked", (Boolean) tracked)
                        .done());
    }

    private static Hit named(String kind, String name) {
        return new Hit(name, Out.object().put("kind", kind).put("name", name).done());
    }
}
