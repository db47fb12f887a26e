package dev.dovetail.planner;

import dev.dovetail.graphql.DocumentPrinter;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.RemoteQuery;
import dev.dovetail.schema.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Bound fields of a remote schema as text to send there, and the client's variables that the text uses. */
final class RemoteText {
    private final StringBuilder out = new StringBuilder();
    private final SequencedMap<String, RemoteQuery.Variable> variables = new LinkedHashMap<>();

    String text() {
        return out.toString();
    }

    List<RemoteQuery.Variable> variables() {
        return List.copyOf(variables.values());
    }

    /** A whole field: alias, arguments, selections. */
    RemoteText field(BoundField field) {
        if (field.onType() != null) {
            out.append("... on ").append(field.onType()).append(" { ");
        }
        if (!field.key().equals(field.name())) {
            out.append(field.key()).append(": ");
        }
        out.append(field.name());
        arguments(field);
        selections(field);
        if (field.onType() != null) {
            out.append(" }");
        }
        return this;
    }

    void space() {
        out.append(' ');
    }

    /** What is selected within, with its braces. */
    RemoteText selections(BoundField field) {
        if (!field.fields().isEmpty()) {
            out.append(" { ");
            field.fields().forEach(each -> field(each).out.append(' '));
            out.append('}');
        }
        return this;
    }

    private void arguments(BoundField field) {
        var parts = new ArrayList<String>();
        field.written().forEach((name, value) -> parts.add(name + ": " + argument(field, name, value)));
        if (!parts.isEmpty()) {
            out.append('(').append(String.join(", ", parts)).append(')');
        }
    }

    /** The text of an argument given by the client. */
    String argument(BoundField field, String name, Value value) {
        var definition = field.definition().arguments().get(name);
        if (definition == null) {
            throw new IllegalStateException("binding lets no unknown argument pass: " + name);
        }
        declare(value, definition.type());
        return DocumentPrinter.print(value);
    }

    /**
     * A variable is declared with the type of the place where it stands; the strictest one, where there are several.
     */
    private void declare(Value value, TypeUse<Meaning> type) {
        switch (value) {
            case Value.Variable(var name) ->
                variables.merge(
                        name,
                        new RemoteQuery.Variable(name, syntax(type), new ValueSource.Variable(name, List.of())),
                        (known, again) -> known.type().nullable() ? again : known);
            case Value.ListValue(var items) -> items.forEach(item -> declare(item, elementOf(type)));
            case Value.ObjectValue(var fields) ->
                fields.forEach((name, field) -> fieldType(type, name).ifPresent(of -> declare(field, of)));
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> {}
        }
    }

    private static TypeUse<Meaning> elementOf(TypeUse<Meaning> type) {
        return type.unwrapped() instanceof TypeUse.ListOf<Meaning>(var of) ? of : type;
    }

    private static Optional<TypeUse<Meaning>> fieldType(TypeUse<Meaning> type, String name) {
        return type.named().type().get() instanceof InputObjectType<Meaning> object
                ? Optional.ofNullable(object.fields().get().get(name)).map(InputField::type)
                : Optional.empty();
    }

    private static TypeSyntax syntax(TypeUse<Meaning> type) {
        return switch (type) {
            case TypeUse.Named<Meaning>(var name, var _) -> new TypeSyntax.Named(name);
            case TypeUse.ListOf<Meaning>(var of) -> new TypeSyntax.ListOf(syntax(of));
            case TypeUse.NonNull<Meaning>(var of) -> new TypeSyntax.NonNull(syntax(of));
        };
    }
}
