package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tables of a source, tracked or not, a page at a time. A tracked table that the database no longer has is among
 * them, so that it can be untracked.
 *
 * @param schema null for all
 * @param tracked null for both
 */
record TableList(
        SourceName source,
        @Nullable String schema,
        @Nullable Boolean tracked,
        Window window) implements Question {
    static TableList decode(JsonNode args, Path path) {
        var fields = Fields.of("ListTables", args, path);
        return new TableList(
                NameCodec.sourceOrDefault(fields),
                fields.optionalString("schema"),
                fields.optionalFlag("tracked"),
                Window.decode(fields));
    }

    @Override
    public JsonNode answer(State state) {
        var known = Lookup.source(state.metadata(), source).tables().stream()
                .map(TableMetadata::table)
                .collect(Collectors.toUnmodifiableSet());
        var infos = infos(state, source);
        var names = new TreeSet<>(infos.keySet());
        names.addAll(known);
        var admitted = names.stream()
                .filter(each -> schema == null || schema.equals(each.schema()))
                .filter(each -> tracked == null || tracked == known.contains(each))
                .filter(each -> window.admits(each.schema() + "." + each.name()))
                .toList();
        var answer = window.page(state, "tables", admitted, each -> row(each, infos.get(each), known.contains(each)));
        answer.set("schemas", schemas(names, known));
        return answer;
    }

    static Map<TableName, TableInfo> infos(State state, SourceName source) {
        var catalog = state.world().catalogs().get(source);
        return catalog == null ? Map.of() : catalog.tables();
    }

    private static JsonNode row(TableName name, @Nullable TableInfo info, boolean tracked) {
        return Out.object()
                .put("table", NameCodec.encode(name))
                .put("kind", kind(info))
                .put("tracked", (Boolean) tracked)
                .put("comment", info == null ? null : info.comment())
                .done();
    }

    /** {@code table}, {@code view} …; {@code missing} when the database has no such table. */
    static String kind(@Nullable TableInfo info) {
        return info == null ? "missing" : info.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Every schema with how many tables it has, whatever the window. */
    private static JsonNode schemas(Set<TableName> names, Set<TableName> known) {
        var counts = new LinkedHashMap<String, int[]>();
        for (var name : names) {
            var count = counts.computeIfAbsent(name.schema(), _ -> new int[2]);
            count[0]++;
            if (known.contains(name)) count[1]++;
        }
        return Out.array(
                List.copyOf(counts.entrySet()),
                each -> Out.object()
                        .put("name", each.getKey())
                        .put("tables", (Integer) each.getValue()[0])
                        .put("tracked", (Integer) each.getValue()[1])
                        .done());
    }

    static int size(@Nullable Catalog catalog) {
        return catalog == null ? 0 : catalog.tables().size();
    }
}
