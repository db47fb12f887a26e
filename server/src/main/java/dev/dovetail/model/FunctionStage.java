package dev.dovetail.model;

import static dev.dovetail.model.RoutineReader.quoted;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.FunctionInfo;
import dev.dovetail.catalog.PgType;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.FunctionMetadata;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves the tracked functions of a source. The reasons of refusals are in the reference's words. */
final class FunctionStage {
    private final SourceMetadata source;
    private final Catalog catalog;
    private final Map<TableName, Table> tables;
    private final Naming naming;
    private final Faults faults;

    FunctionStage(SourceMetadata source, Catalog catalog, Map<TableName, Table> tables, Naming naming, Faults faults) {
        this.naming = naming;
        this.source = source;
        this.catalog = catalog;
        this.tables = tables;
        this.faults = faults;
    }

    SequencedMap<FunctionName, Function> resolve() {
        var resolved = new LinkedHashMap<FunctionName, Function>();
        for (var function : source.functions()) {
            var name = function.function();
            try {
                resolved.put(name, resolve(function));
            } catch (Unresolvable fault) {
                var shown = Json.object().put("schema", name.schema()).put("name", name.name());
                faults.add(
                        new ObjectId.Function(source.name(), name),
                        shown,
                        "in function " + quoted(name.display()) + ": " + fault.reason());
            }
        }
        return resolved;
    }

    private Function resolve(FunctionMetadata metadata) {
        var overloads = catalog.functions().getOrDefault(metadata.function(), List.of());
        var info = RoutineReader.only(metadata.function(), overloads);
        var reader = new RoutineReader(info);
        var reasons = new ArrayList<String>();
        var name = info.name();
        if (!NameCodec.isGraphqlName(name.graphqlStem())) {
            reasons.add("function name is not a legal GraphQL identifier");
        }
        if (info.variadic()) {
            reasons.add("function with \"VARIADIC\" parameters are not supported");
        }
        var exposedAs = metadata.configuration().exposedAs();
        var isVolatile = info.volatility() == FunctionInfo.Volatility.VOLATILE;
        var returned = returned(info, reasons);
        if (!isVolatile && "mutation".equals(exposedAs)) {
            reasons.add("the function was requested to be exposed as a mutation, but is not marked VOLATILE. Maybe the"
                    + " function was given the wrong volatility when it was defined?");
        }
        checkArgumentNames(info, reasons);
        var session = session(metadata, info, reader, reasons);
        if (!reasons.isEmpty() || returned == null) {
            throw new Unresolvable(
                    "the function " + quoted(name.display()) + " cannot be tracked " + RoutineReader.because(reasons));
        }
        var table = tables.get(returned);
        if (table == null) {
            throw new Unresolvable("table " + quoted(returned.display()) + " is not tracked");
        }
        var exposedAsMutation = exposedAs == null ? isVolatile : exposedAs.equals("mutation");
        return new Function(
                reader.read(-1, session),
                table,
                info.returnsSet(),
                exposedAsMutation,
                names(metadata, exposedAsMutation, table),
                new LinkedHashSet<>(metadata.permissions()));
    }

    private static @Nullable TableName returned(FunctionInfo info, List<String> reasons) {
        var table = info.returnsTable();
        if (table == null) {
            if (info.returns().kind() != PgType.Kind.COMPOSITE) {
                reasons.add("the function does not return a \"COMPOSITE\" type");
            }
            reasons.add("the function does not return a table");
        }
        return table;
    }

    private static void checkArgumentNames(FunctionInfo info, List<String> reasons) {
        var wrong = info.arguments().stream()
                .map(FunctionInfo.Argument::name)
                .filter(Objects::nonNull)
                .filter(each -> !NameCodec.isGraphqlName(each))
                .collect(Collectors.joining(","));
        if (!wrong.isEmpty()) {
            reasons.add("the function arguments " + wrong + " are not in compliance with GraphQL spec");
        }
    }

    private static int session(
            FunctionMetadata metadata, FunctionInfo info, RoutineReader reader, List<String> reasons) {
        var name = metadata.configuration().sessionArgument();
        if (name == null) {
            return -1;
        }
        var index = reader.indexOf(name);
        if (index < 0) {
            reasons.add("given session argument " + quoted(name) + " not the input argument of the function");
        } else if (!info.arguments().get(index).type().name().equals("json")) {
            reasons.add("given session argument " + quoted(name) + " is not of type json");
        }
        return index;
    }

    private Function.Names names(FunctionMetadata metadata, boolean mutation, Table table) {
        var configuration = metadata.configuration();
        var custom = configuration.customName();
        var own = metadata.function().graphqlStem();
        var stem = custom != null ? custom : own;
        var field = custom != null ? custom : naming.field(own);
        var aggregate = custom != null ? custom + "_aggregate" : naming.field(own + "_aggregate");
        var shown = quoted(metadata.function().display());
        var returned = quoted(table.name().display());
        var generated = "execute " + (mutation ? "VOLATILE " : "") + "function " + shown + " which returns " + returned;
        var comment = metadata.comment();
        return new Function.Names(
                configuration.customRootFields().getOrDefault("function", field),
                configuration.customRootFields().getOrDefault("function_aggregate", aggregate),
                naming.customizedType(naming.field(stem + "_args")),
                mutation || comment == null ? generated : comment,
                "execute function " + shown + " and query aggregates on result of table type " + returned);
    }
}
