package dev.dovetail.operation;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ValueJson;
import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.type.DirectiveDef;
import dev.dovetail.json.Json;
import dev.dovetail.schema.Directives;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code @include} and {@code @skip}, and the check that no other directive stands on a selection. */
final class SelectionDirectives {
    private final RequestVariables variables;

    SelectionDirectives(RequestVariables variables) {
        this.variables = variables;
    }

    boolean includes(Selection selection, Path path) {
        var directives = selection.directives();
        if (directives.isEmpty()) {
            return true;
        }
        check(directives, location(selection), path);
        var included = true;
        for (var directive : directives) {
            var condition = condition(directive, path);
            included &= directive.name().equals("skip") != condition;
        }
        return included;
    }

    /** Throws for a directive that is unknown, misplaced or given twice. */
    static void check(List<Directive> directives, Location location, Path path) {
        var seen = new HashSet<String>();
        for (var directive : directives) {
            var name = directive.name();
            var known = Directives.ALL.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            ApiException.validation(path, "directive '" + name + "' is not defined in the schema"));
            checkPlace(known, location, path);
            if (!seen.add(name)) {
                throw ApiException.validation(
                        path, "the following directives are used more than once: ['" + name + "']");
            }
        }
    }

    private static void checkPlace(DirectiveDef known, Location location, Path path) {
        if (!known.locations().contains(location.name())) {
            throw ApiException.validation(path, "directive '" + known.name() + "' is not allowed on " + location.shown);
        }
    }

    private boolean condition(Directive directive, Path path) {
        var given = directive.arguments().get("if");
        if (given == null) {
            throw ApiException.validation(path, "missing required field 'if'");
        }
        var value = switch (given) {
            case Value.Variable(var name) -> variable(name, path);
            case Value.BooleanValue _ -> ValueJson.toJson(given);
            default -> throw notBoolean(new Given.Written(given).kind(), path);
        };
        if (!value.isBoolean()) {
            throw notBoolean(Json.kind(value), path);
        }
        return value.booleanValue();
    }

    private JsonNode variable(String name, Path path) {
        var declared = variables
                .declared(name)
                .orElseThrow(() -> ApiException.validation(path, "unbound variable \"" + name + "\""));
        if (!declared.type().typeName().equals("Boolean")) {
            throw ApiException.validation(
                    path,
                    "variable '" + name + "' is declared as '" + declared.type()
                            + "', but used where 'Boolean!' is expected");
        }
        var value = declared.value();
        return value == null ? Json.string(null) : value;
    }

    private static ApiException notBoolean(String kind, Path path) {
        return ApiException.validation(path, "expected a boolean for type 'Boolean', but found " + kind);
    }

    private static Location location(Selection selection) {
        return switch (selection) {
            case Selection.FieldNode _ -> Location.FIELD;
            case Selection.FragmentSpread _ -> Location.FRAGMENT_SPREAD;
            case Selection.InlineFragment _ -> Location.INLINE_FRAGMENT;
        };
    }

    enum Location {
        QUERY("a query"),
        MUTATION("a mutation"),
        SUBSCRIPTION("a subscription"),
        FIELD("a field"),
        FRAGMENT_SPREAD("a fragment spread"),
        INLINE_FRAGMENT("an inline fragment");

        private final String shown;

        Location(String shown) {
            this.shown = shown;
        }
    }
}
