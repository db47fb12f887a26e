package dev.dovetail.planner;

import dev.dovetail.graphql.DocumentPrinter;
import dev.dovetail.graphql.ValueJson;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.RemoteInput;
import dev.dovetail.model.RemoteNaming;
import dev.dovetail.model.RemotePreset;
import dev.dovetail.model.RemoteView;
import dev.dovetail.model.ValueSource;
import dev.dovetail.operation.BoundField;
import dev.dovetail.operation.Input;
import dev.dovetail.plan.RemoteQuery;
import dev.dovetail.schema.Meaning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as text for a remote schema. They are passed on as the client wrote them, with its variables; only where
 * something within is preset, a value is written anew, and what came in a client's variable gets variables of ours.
 */
final class RemoteValues {
    private static final String PART = "hasura_json_var_";

    private final RemoteNaming naming;
    private final RemoteView view;
    private final Set<String> clientNames;
    private final SequencedMap<String, RemoteQuery.Variable> variables = new LinkedHashMap<>();

    RemoteValues(RemoteNaming naming, RemoteView view, List<BoundField> fields) {
        this.naming = naming;
        this.view = view;
        this.clientNames = new HashSet<>();
        fields.forEach(this::nameVariables);
    }

    private void nameVariables(BoundField field) {
        field.written().values().forEach(this::nameVariables);
        field.fields().forEach(this::nameVariables);
    }

    private void nameVariables(Value value) {
        switch (value) {
            case Value.Variable(var name) -> clientNames.add(name);
            case Value.ListValue(var items) -> items.forEach(this::nameVariables);
            case Value.ObjectValue(var fields) -> fields.values().forEach(this::nameVariables);
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> {}
        }
    }

    List<RemoteQuery.Variable> variables() {
        return List.copyOf(variables.values());
    }

    /** @param bound null for a variable that counts as if it were not there */
    String given(Value written, @Nullable Input bound, TypeUse<Meaning> type) {
        if (bound != null && (view.holdsPreset(ownType(type)) || holdsUntyped(written, type))) {
            return rewritten(bound, type);
        }
        declare(written, type);
        return DocumentPrinter.print(written);
    }

    /** Whether a variable stands within an object or list that is a scalar, where no type tells how to declare it. */
    private static boolean holdsUntyped(Value value, TypeUse<Meaning> type) {
        return switch (value) {
            case Value.ListValue(var items) ->
                type.unwrapped() instanceof TypeUse.ListOf<Meaning>(var of)
                        ? items.stream().anyMatch(item -> holdsUntyped(item, of))
                        : items.stream().anyMatch(Value::holdsVariable);
            case Value.ObjectValue(var fields) ->
                type.named().type().get() instanceof ScalarType
                        ? fields.values().stream().anyMatch(Value::holdsVariable)
                        : fields.entrySet().stream()
                                .anyMatch(field -> fieldType(type, field.getKey())
                                        .filter(of -> holdsUntyped(field.getValue(), of))
                                        .isPresent());
            case Value.Variable _,
                    Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> false;
        };
    }

    /**
     * A variable is declared with the type of the place where it stands; the strictest one, where there are several.
     */
    private void declare(Value value, TypeUse<Meaning> type) {
        switch (value) {
            case Value.Variable(var name) -> declare(name, type);
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

    private String declare(String clientName, TypeUse<Meaning> type) {
        variables.merge(
                clientName,
                new RemoteQuery.Variable(clientName, syntax(type), new ValueSource.Variable(clientName, List.of())),
                (known, again) -> known.type().nullable() ? again : known);
        return '$' + clientName;
    }

    /**
     * What a variable at the place is declared as: a default value stands in for one that the client leaves out, which
     * a type that may not be null would refuse.
     */
    static TypeUse<Meaning> place(InputField<Meaning> input) {
        return input.defaultValue() == null ? input.type() : input.type().unwrapped();
    }

    private static TypeUse<Meaning> elementOf(TypeUse<Meaning> type) {
        return type.unwrapped() instanceof TypeUse.ListOf<Meaning>(var of) ? of : type;
    }

    private static Optional<TypeUse<Meaning>> fieldType(TypeUse<Meaning> type, String name) {
        return type.named().type().get() instanceof InputObjectType<Meaning> object
                ? Optional.ofNullable(object.fields().get().get(name)).map(RemoteValues::place)
                : Optional.empty();
    }

    private String ownType(TypeUse<Meaning> type) {
        return naming.ownType(type.named().name());
    }

    private TypeSyntax syntax(TypeUse<Meaning> type) {
        return switch (type) {
            case TypeUse.Named<Meaning>(var name, var _) -> new TypeSyntax.Named(naming.ownType(name));
            case TypeUse.ListOf<Meaning>(var of) -> new TypeSyntax.ListOf(syntax(of));
            case TypeUse.NonNull<Meaning>(var of) -> new TypeSyntax.NonNull(syntax(of));
        };
    }

    private String rewritten(Input input, TypeUse<Meaning> type) {
        return switch (input) {
            // Whether it was given at all is for the remote to see, whose default may hold.
            case Input.Null(var source, var _)
            when source instanceof ValueSource.Variable(var name, var path)
                    && path.isEmpty()
                    && !view.holdsPreset(ownType(type)) -> declare(name, type);
            case Input.Null _ -> "null";
            // As a whole: how many there are must not be part of a plan that is used again.
            case Input.Items(var _, var source, var _)
            when source instanceof ValueSource.Variable && !view.holdsPreset(ownType(type)) ->
                leaf(source, new Value.NullValue(), type);
            case Input.Items(var items, var _, var _) ->
                items.stream()
                        .map(item -> rewritten(item, elementOf(type)))
                        .collect(Collectors.joining(", ", "[", "]"));
            case Input.Fields(var fields, var _, var _) -> object(fields, ownType(type));
            case Input.Scalar scalar -> leaf(scalar.source(), ValueJson.fromJson(scalar.json()), type);
            case Input.EnumName name -> leaf(name.source(), new Value.EnumValue(name.name()), type);
        };
    }

    private String object(SequencedMap<String, Input.Entry> fields, String ownType) {
        var parts = new ArrayList<String>();
        fields.forEach((name, entry) -> parts.add(name + ": " + rewritten(entry.value(), place(entry.definition()))));
        if (view.types().types().get(ownType) instanceof InputObjectDefinition(var _, var _, var inputs)) {
            for (var input : inputs) {
                var preset = view.preset(RemoteInput.ofObject(ownType, input.name()));
                if (preset != null) {
                    parts.add(input.name() + ": " + preset(preset));
                }
            }
        }
        return braces(parts);
    }

    private static String braces(Collection<String> parts) {
        return parts.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private String leaf(ValueSource source, Value value, TypeUse<Meaning> type) {
        return switch (source) {
            case ValueSource.Literal _, ValueSource.Fixed _ -> DocumentPrinter.print(value);
            case ValueSource.Variable(var name, var path) when path.isEmpty() -> declare(name, type);
            case ValueSource.Variable _,
                    ValueSource.SessionVariable _,
                    ValueSource.SessionObject _,
                    ValueSource.ListOf _,
                    ValueSource.ObjectOf _ -> ofOurs(PART + (variables.size() + 1), syntax(type), source, Set.of());
        };
    }

    String preset(RemotePreset preset) {
        return switch (preset) {
            case RemotePreset.Fixed(var value) -> DocumentPrinter.print(value);
            case RemotePreset.OfSession(var variable, var type, var values) ->
                ofOurs(
                        variable.replace('-', '_'),
                        new TypeSyntax.NonNull(new TypeSyntax.Named(type)),
                        new ValueSource.SessionVariable(variable),
                        values);
            case RemotePreset.ListOf(var items) ->
                items.stream().map(this::preset).collect(Collectors.joining(", ", "[", "]"));
            case RemotePreset.ObjectOf(var fields) ->
                braces(fields.entrySet().stream()
                        .map(each -> each.getKey() + ": " + preset(each.getValue()))
                        .toList());
        };
    }

    /** One variable for each source and type, by a name that no variable of the client has. */
    private String ofOurs(String wanted, TypeSyntax type, ValueSource source, Set<String> enumValues) {
        var name = wanted;
        while (clientNames.contains(name) || isOther(name, type, source)) {
            name += "_";
        }
        variables.putIfAbsent(name, new RemoteQuery.Variable(name, type, source, enumValues));
        return '$' + name;
    }

    private boolean isOther(String name, TypeSyntax type, ValueSource source) {
        var known = variables.get(name);
        return known != null && !(known.type().equals(type) && known.source().equals(source));
    }
}
