package dev.dovetail.command;

import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.FunctionInfo;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.FunctionMetadata;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.FunctionName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What may not become of the functions that metadata speak of, whatever is said of cascading: a name must stay that of
 * one function, and a function must not turn volatile.
 */
record FunctionDrift(Catalog before, Catalog now) {

    /** Throws {@link ErrorCode#NOT_SUPPORTED}. */
    static void check(SourceMetadata source, Catalog before, Catalog now) {
        var drift = new FunctionDrift(before, now);
        drift.tracked(source);
        drift.computedFields(source);
    }

    private void tracked(SourceMetadata source) {
        var names = source.functions().stream().map(FunctionMetadata::function).toList();
        var overloaded = names.stream().filter(this::isOverloaded).toList();
        if (!overloaded.isEmpty()) {
            throw notSupported("the following tracked function(s) cannot be overloaded: "
                    + overloaded.stream().map(FunctionName::display).collect(Collectors.joining(", ")));
        }
        names.stream().filter(this::isVolatileNow).findFirst().ifPresent(name -> {
            throw notSupported(
                    "type of function " + name.display() + " is altered to \"VOLATILE\" which is not supported now");
        });
    }

    private void computedFields(SourceMetadata source) {
        for (var table : source.tables()) {
            for (var computed : table.computedFields()) {
                var name = computed.function();
                // The missing blank is the reference's.
                if (isOverloaded(name)) {
                    throw notSupported("The function " + quoted(name) + " associated with computed field"
                            + quoted(computed.name()) + " of table " + quoted(table.table()) + " is being overloaded");
                }
                if (isVolatileNow(name)) {
                    throw notSupported("The type of function " + quoted(name) + " associated with computed field "
                            + quoted(computed.name()) + " of table " + quoted(table.table())
                            + " is being altered to \"VOLATILE\"");
                }
            }
        }
    }

    private boolean isOverloaded(FunctionName name) {
        return overloads(before, name).size() == 1 && overloads(now, name).size() > 1;
    }

    private boolean isVolatileNow(FunctionName name) {
        return overloads(before, name).stream()
                .filter(was -> was.volatility() != FunctionInfo.Volatility.VOLATILE)
                .anyMatch(was -> overloads(now, name).stream()
                        .anyMatch(is -> is.oid() == was.oid() && is.volatility() == FunctionInfo.Volatility.VOLATILE));
    }

    private static List<FunctionInfo> overloads(Catalog catalog, FunctionName name) {
        return catalog.functions().getOrDefault(name, List.of());
    }

    private static ApiException notSupported(String message) {
        return new ApiException(ErrorCode.NOT_SUPPORTED, Path.ROOT, message);
    }
}
