package dev.dovetail.command;

import dev.dovetail.catalog.FunctionInfo;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.FunctionCodec;
import dev.dovetail.metadata.FunctionMetadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The functions of a source, a page at a time: those that are tracked, those that could be because they return rows of
 * a table, or those that could be computed fields because they take one. A tracked function that the database no longer
 * has is among them, so that it can be untracked.
 *
 * @param tracked null for both
 * @param rowOf only functions that take a row of this table; null for functions that return a table's rows
 */
record FunctionList(
        SourceName source,
        @Nullable Boolean tracked,
        @Nullable TableName rowOf,
        Window window) implements Question {
    static FunctionList decode(JsonNode args, Path path) {
        var fields = Fields.of("ListFunctions", args, path);
        return new FunctionList(
                NameCodec.sourceOrDefault(fields),
                fields.optionalFlag("tracked"),
                fields.optional("row_of", NameCodec::table),
                Window.decode(fields));
    }

    @Override
    public JsonNode answer(State state) {
        var metadata = Lookup.source(state.metadata(), source);
        var catalog = state.world().catalogs().get(source);
        var infos = catalog == null ? Map.<FunctionName, List<FunctionInfo>>of() : catalog.functions();
        var known = metadata.functions().stream()
                .collect(Collectors.toUnmodifiableMap(FunctionMetadata::function, each -> each, (first, _) -> first));
        var names = new TreeSet<FunctionName>();
        infos.forEach((name, overloads) -> {
            if (overloads.stream().anyMatch(this::fits)) names.add(name);
        });
        if (rowOf == null) names.addAll(known.keySet());
        var admitted = names.stream()
                .filter(each -> tracked == null || tracked == known.containsKey(each))
                .filter(each -> window.admits(each.schema() + "." + each.name()))
                .toList();
        return window.page(
                state, "functions", admitted, each -> row(each, infos.getOrDefault(each, List.of()), known.get(each)));
    }

    private boolean fits(FunctionInfo info) {
        return rowOf == null
                ? info.returnsTable() != null
                : info.arguments().stream().anyMatch(each -> rowOf.equals(each.rowOf()));
    }

    private static JsonNode row(FunctionName name, List<FunctionInfo> overloads, @Nullable FunctionMetadata tracked) {
        return Out.object()
                .put("function", NameCodec.encode(name))
                .put("tracked", (Boolean) (tracked != null))
                .fullList("overloads", overloads, FunctionList::overload)
                .put("metadata", tracked == null ? null : FunctionCodec.encode(tracked))
                .done();
    }

    private static JsonNode overload(FunctionInfo info) {
        var table = info.returnsTable();
        return Out.object()
                .put("volatility", info.volatility().name().toLowerCase(Locale.ROOT))
                .put("returns", (info.returnsSet() ? "setof " : "") + TableView.type(info.returns()))
                .put("table", table == null ? null : NameCodec.encode(table))
                .fullList("arguments", info.arguments(), FunctionList::argument)
                .put("comment", info.comment())
                .done();
    }

    private static JsonNode argument(FunctionInfo.Argument argument) {
        var table = argument.rowOf();
        return Out.object()
                .put("name", argument.name())
                .put("type", TableView.type(argument.type()))
                .put("row_of", table == null ? null : NameCodec.encode(table))
                .done();
    }
}
