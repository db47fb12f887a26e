package dev.dovetail.planner;

import dev.dovetail.graphql.DocumentPrinter;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.model.Column;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteWay;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Joins from a table's row to a remote schema. */
final class RemoteJoins {
    private final StatementFactory statements;

    RemoteJoins(StatementFactory statements) {
        this.statements = statements;
    }

    JoinTarget target(RemoteRelationship relationship, BoundField field) {
        var template = new Template(relationship.columns());
        var text = new RemoteText(relationship.remote(), statements, List.of(field));
        var calls = relationship.calls();
        for (var call : calls) {
            template.text(call.field());
            template.arguments(
                    call, call.equals(relationship.last()) ? freeArguments(text, relationship, field) : List.of());
            if (!call.equals(relationship.last())) {
                template.text(" { ");
            }
        }
        template.text(text.selections(field).text());
        template.text(" }".repeat(calls.size() - 1));
        var unwrap = calls.stream().skip(1).map(RemoteRelationship.Call::field).toList();
        return new JoinTarget.ToRemote(
                relationship.remote(),
                template.parts(),
                keyTypes(relationship),
                text.variables(),
                unwrap,
                Shapes.of(field, Shapes.Naming.RESPONSE_KEY),
                JoinTree.NONE);
    }

    private static List<String> freeArguments(RemoteText text, RemoteRelationship relationship, BoundField field) {
        var end = RemoteWay.of(text.view(), relationship).orElseThrow();
        return text.arguments(field, end.parent(), end.field());
    }

    /** The type that the remote gives the place of each key. */
    private static List<TypeSyntax> keyTypes(RemoteRelationship relationship) {
        return relationship.columns().stream()
                .map(column -> relationship.calls().stream()
                        .flatMap(call -> keyType(relationship, call, column).stream())
                        .findFirst()
                        .orElse(new TypeSyntax.Named("String")))
                .toList();
    }

    private static Optional<TypeSyntax> keyType(
            RemoteRelationship relationship, RemoteRelationship.Call call, Column column) {
        for (var argument : call.arguments().entrySet()) {
            var declared = call.taken().get(argument.getKey());
            if (declared != null) {
                var found = within(relationship, argument.getValue(), declared, column.field());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<TypeSyntax> within(
            RemoteRelationship relationship, Value value, TypeSyntax type, String column) {
        return switch (value) {
            case Value.Variable(var name) -> name.equals(column) ? Optional.of(type) : Optional.empty();
            case Value.ListValue(var items) -> firstWithin(relationship, items, element(type), column);
            case Value.ObjectValue(var fields) ->
                fields.entrySet().stream()
                        .flatMap(each -> inputField(relationship, type.typeName(), each.getKey()).stream()
                                .flatMap(of -> within(relationship, each.getValue(), of, column).stream()))
                        .findFirst();
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> Optional.empty();
        };
    }

    private static Optional<TypeSyntax> firstWithin(
            RemoteRelationship relationship, Collection<Value> values, TypeSyntax type, String column) {
        return values.stream()
                .flatMap(value -> within(relationship, value, type, column).stream())
                .findFirst();
    }

    private static TypeSyntax element(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.ListOf(var of) -> of;
            case TypeSyntax.NonNull(var of) -> element(of);
            case TypeSyntax.Named named -> named;
        };
    }

    private static Optional<TypeSyntax> inputField(RemoteRelationship relationship, String type, String field) {
        return relationship.remote().types().types().get(type)
                        instanceof TypeDefinition.InputObjectDefinition(var _, var _, var fields)
                ? fields.stream()
                        .filter(each -> each.name().equals(field))
                        .map(each -> each.type())
                        .findFirst()
                : Optional.empty();
    }

    /** Text with gaps for the keys. */
    private static final class Template {
        private final List<Column> columns;
        private final List<JoinTarget.Part> parts = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();

        Template(List<Column> columns) {
            this.columns = columns;
        }

        void text(String text) {
            open.append(text);
        }

        void arguments(RemoteRelationship.Call call, List<String> free) {
            if (call.arguments().isEmpty() && free.isEmpty()) {
                return;
            }
            var separator = "(";
            for (var argument : call.arguments().entrySet()) {
                text(separator + argument.getKey() + ": ");
                value(argument.getValue());
                separator = ", ";
            }
            for (var argument : free) {
                text(separator + argument);
                separator = ", ";
            }
            text(")");
        }

        private void value(Value value) {
            switch (value) {
                case Value.Variable(var name) -> key(name);
                case Value.ListValue(var items) -> {
                    text("[");
                    items.forEach(item -> {
                        value(item);
                        text(" ");
                    });
                    text("]");
                }
                case Value.ObjectValue(var fields) -> {
                    text("{");
                    fields.forEach((name, field) -> {
                        text(name + ": ");
                        value(field);
                        text(" ");
                    });
                    text("}");
                }
                case Value.IntValue _,
                        Value.FloatValue _,
                        Value.StringValue _,
                        Value.BooleanValue _,
                        Value.NullValue _,
                        Value.EnumValue _ -> text(DocumentPrinter.print(value));
            }
        }

        private void key(String field) {
            close();
            for (var i = 0; i < columns.size(); i++) {
                if (columns.get(i).field().equals(field)) {
                    parts.add(new JoinTarget.Part.Key(i));
                    return;
                }
            }
            throw new IllegalStateException("no key " + field);
        }

        private void close() {
            if (!open.isEmpty()) {
                parts.add(new JoinTarget.Part.Text(open.toString()));
                open.setLength(0);
            }
        }

        List<JoinTarget.Part> parts() {
            close();
            return parts;
        }
    }
}
