package dev.dovetail.operation;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.ast.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which variables an operation uses anywhere, also in what is skipped: looked at once per fragment, so in linear time.
 * Finds undefined fragments and cycles on the way.
 */
final class VariableUse {
    private final Document document;
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> finished = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private VariableUse(Document document) {
        this.document = document;
    }

    static Set<String> in(Document document, OperationDefinition operation) {
        var use = new VariableUse(document);
        use.directives(operation.directives());
        use.selections(operation.selections(), Path.ROOT);
        return use.variables;
    }

    private void selections(List<Selection> selections, Path holder) {
        var path = holder.key("selectionSet");
        for (var selection : selections) {
            directives(selection.directives());
            switch (selection) {
                case Selection.FieldNode field -> {
                    values(field.arguments().values());
                    selections(field.selections(), path.key(field.name()));
                }
                case Selection.InlineFragment inline -> selections(inline.selections(), holder);
                case Selection.FragmentSpread spread -> fragment(spread.name(), path);
            }
        }
    }

    private void fragment(String name, Path path) {
        if (finished.contains(name)) {
            return;
        }
        if (open.contains(name)) {
            throw ApiException.validation(
                    path,
                    "the fragment definition(s) "
                            + String.join(", ", List.copyOf(open).reversed()) + " form a cycle");
        }
        var fragment = document.fragments().get(name);
        if (fragment == null) {
            throw ApiException.validation(path, "reference to undefined fragment \"" + name + "\"");
        }
        open.push(name);
        selections(fragment.selections(), path.key(name));
        open.pop();
        finished.add(name);
    }

    private void directives(List<Directive> directives) {
        directives.forEach(directive -> values(directive.arguments().values()));
    }

    private void values(Collection<Value> values) {
        for (var value : values) {
            switch (value) {
                case Value.Variable(var name) -> variables.add(name);
                case Value.ListValue(var items) -> values(items);
                case Value.ObjectValue(var fields) -> values(fields.values());
                case Value.IntValue _,
                        Value.FloatValue _,
                        Value.StringValue _,
                        Value.BooleanValue _,
                        Value.NullValue _,
                        Value.EnumValue _ -> {}
            }
        }
    }
}
