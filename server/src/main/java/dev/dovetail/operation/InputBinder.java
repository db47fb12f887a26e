package dev.dovetail.operation;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarRule;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.json.Json;
import dev.dovetail.model.NullRules;
import dev.dovetail.model.ValueSource;
import dev.dovetail.schema.InputMeaning;
import dev.dovetail.schema.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Coerces inputs to their types. Variables are typed by where they stand, as the reference does. */
final class InputBinder {
    private final RequestVariables variables;
    private final NullRules nulls;
    private final Set<String> enumVariables = new HashSet<>();

    InputBinder(RequestVariables variables, NullRules nulls) {
        this.variables = variables;
        this.nulls = nulls;
    }

    /** The variables whose value names something, so that another value is another plan. */
    Set<String> enumVariables() {
        return enumVariables;
    }

    /** The arguments of a field, in the order of its definition. */
    SequencedMap<String, Input.Entry> arguments(
            SequencedMap<String, InputField<Meaning>> definitions, SequencedMap<String, Value> given, Path path) {
        var bound = new LinkedHashMap<String, Input.Entry>();
        for (var definition : definitions.values()) {
            var value = given.get(definition.name());
            var input = value == null ? missing(definition, path) : given(definition, value, path);
            if (input != null) {
                bound.put(definition.name(), new Input.Entry(definition, input));
            }
        }
        return bound;
    }

    private @Nullable Input given(InputField<Meaning> definition, Value value, Path path) {
        var at = path.key(definition.name());
        if (value instanceof Value.Variable(var name) && isAbsent(name)) {
            if (!nulls.absentIsNull()) {
                return missing(definition, path);
            }
            VariableFit.check(variables, definition.type(), definition.defaultValue() != null, name, at);
            if (definition.defaultValue() != null) {
                return missing(definition, path);
            }
        }
        return bind(definition, new Given.Written(value), at);
    }

    private boolean leftOut(Value value) {
        return !nulls.absentIsNull() && value instanceof Value.Variable(var name) && isAbsent(name);
    }

    private boolean isAbsent(String variable) {
        return variables.declared(variable).map(each -> each.value() == null).orElse(true);
    }

    private @Nullable Input missing(InputField<Meaning> definition, Path path) {
        if (definition.defaultValue() != null) {
            return bind(definition, new Given.Written(definition.defaultValue()), path.key(definition.name()));
        }
        if (definition.required()) {
            throw ApiException.validation(path, "missing required field '" + definition.name() + "'");
        }
        return null;
    }

    private Input bind(InputField<Meaning> definition, Given given, Path path) {
        var leaf = Leaf.of(definition);
        var input = bind(definition.type(), definition.defaultValue() != null, given, leaf, path);
        return input.isNull() && leaf.refusesNull() && !noCondition(definition, input)
                ? bindPresent(definition.type().unwrapped(), new Given.Written(new Value.NullValue()), leaf, path)
                : input;
    }

    private Input bind(TypeUse<Meaning> type, boolean hasDefault, Given given, Leaf leaf, Path path) {
        if (given instanceof Given.Written(Value.Variable(var name))) {
            VariableFit.check(variables, type, hasDefault, name, path);
            var value = variables.declared(name).orElseThrow().value();
            if (value == null) {
                if (type.nullable()) {
                    return new Input.Null(new ValueSource.Variable(name, List.of()), path);
                }
                throw ApiException.validation(
                        path,
                        "no variable value specified for non-nullable variable no value specified for variable '" + name
                                + "'");
            }
            return bind(type, hasDefault, new Given.Sent(value, name, List.of()), leaf, path);
        }
        if (given.isNull() && type.nullable()) {
            return new Input.Null(given.constant().source(), path);
        }
        return switch (type) {
            case TypeUse.NonNull<Meaning>(var of) -> bindPresent(of, given, leaf, path);
            case TypeUse.ListOf<Meaning> _, TypeUse.Named<Meaning> _ -> bindPresent(type, given, leaf, path);
        };
    }

    private Input bindPresent(TypeUse<Meaning> type, Given given, Leaf leaf, Path path) {
        return switch (type) {
            case TypeUse.NonNull<Meaning>(var of) -> bindPresent(of, given, leaf, path);
            case TypeUse.ListOf<Meaning>(var of) -> list(of, given, leaf, path);
            case TypeUse.Named<Meaning> named -> named(named.type().get(), given, leaf, path);
        };
    }

    private Input list(TypeUse<Meaning> of, Given given, Leaf leaf, Path path) {
        if (given.isNull()) {
            throw ApiException.validation(
                    path,
                    leaf.ofArrays()
                            ? "unexpected null value for type '" + of.named().name() + "'"
                            : "expected a list, but found null");
        }
        if (leaf.ofArrays() && given.isString()) {
            var literal = given.constant();
            var rule = new ScalarRule(ScalarRule.Kind.COLUMN, "");
            return new Input.Scalar(rule, literal.json(), literal.source(), path);
        }
        var items = new ArrayList<Input>();
        switch (given) {
            case Given.Written(Value.ListValue(var values)) -> {
                for (var value : values) {
                    if (leftOut(value)) continue;
                    items.add(item(of, new Given.Written(value), leaf, path.index(items.size())));
                }
            }
            case Given.Sent sent
            when sent.value().isArray() -> {
                for (var value : sent.value()) {
                    items.add(item(of, sent.within(items.size(), value), leaf, path.index(items.size())));
                }
                return new Input.Items(items, listSource(sent, items), path);
            }
            case Given.Written _, Given.Sent _ -> items.add(bind(of, false, given, leaf, path.index(0)));
        }
        return new Input.Items(items, listSource(given, items), path);
    }

    private static ValueSource listSource(Given given, List<Input> items) {
        return given instanceof Given.Sent sent
                        && sent.value().isArray()
                        && items.stream().allMatch(InputBinder::isAsSent)
                ? sent.source()
                : new ValueSource.ListOf(items.stream().map(Input::source).toList());
    }

    /** Not so for enum values that clients know by another name, and what holds one. */
    private static boolean isAsSent(Input input) {
        return input.isNull() || input.source() instanceof ValueSource.Variable;
    }

    private Input item(TypeUse<Meaning> of, Given given, Leaf leaf, Path path) {
        return leaf.ofArrays() && given.isNull()
                ? new Input.Null(given.constant().source(), path)
                : bind(of, false, given, leaf, path);
    }

    private Input named(NamedType<Meaning> type, Given given, Leaf leaf, Path path) {
        return switch (type) {
            case ScalarType<Meaning>(var name, var _) -> checked(name, scalar(name, given, leaf.kind(), path));
            case EnumType<Meaning> enumType -> enumName(enumType, given, path);
            case InputObjectType<Meaning> object -> object(object, given, path);
            case ObjectType<Meaning> _, InterfaceType<Meaning> _, UnionType<Meaning> _ ->
                throw new IllegalStateException("an output type stands where an input is taken: " + type.name());
        };
    }

    private static Input checked(String type, Input scalar) {
        if (GeoJson.is(type)) {
            GeoJson.check(scalar.json(), scalar.path());
        }
        return scalar;
    }

    private Input scalar(String type, Given given, ScalarRule.Kind kind, Path path) {
        var rule = new ScalarRule(kind, type);
        if (given instanceof Given.Written(var value) && value.holdsVariable()) {
            return new Input.Scalar(rule, rule.coerce(evaluate(value), path), assembled(value, path), path);
        }
        return switch (given) {
            case Given.Written(var value) -> {
                var json = rule.coerce(value, path);
                yield new Input.Scalar(rule, json, new ValueSource.Literal(json), path);
            }
            case Given.Sent sent -> new Input.Scalar(rule, rule.coerce(sent.value(), path), sent.source(), path);
        };
    }

    private ValueSource assembled(Value value, Path path) {
        if (!value.holdsVariable()) {
            return new Given.Written(value).constant().source();
        }
        return switch (value) {
            case Value.Variable(var name) -> new ValueSource.Variable(name, List.of());
            case Value.ListValue(var items) ->
                new ValueSource.ListOf(items.stream()
                        .filter(item -> !leftOut(item))
                        .map(item -> assembled(item, path))
                        .toList());
            case Value.ObjectValue(var fields) ->
                new ValueSource.ObjectOf(fields.entrySet().stream()
                        .filter(field -> !leftOut(field.getValue()))
                        .map(field -> new ValueSource.ObjectOf.Field(field.getKey(), assembled(field.getValue(), path)))
                        .toList());
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> throw new IllegalStateException("no variable within " + value);
        };
    }

    private JsonNode evaluate(Value value) {
        return switch (value) {
            case Value.Variable(var name) -> {
                var known = variables.declared(name).orElseThrow().value();
                yield known == null ? Json.string(null) : known;
            }
            case Value.ListValue(var items) -> {
                var array = Json.array();
                items.stream().filter(item -> !leftOut(item)).forEach(item -> array.add(evaluate(item)));
                yield array;
            }
            case Value.ObjectValue(var fields) -> {
                var object = Json.object();
                fields.forEach((name, field) -> {
                    if (!leftOut(field)) object.set(name, evaluate(field));
                });
                yield object;
            }
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> new Given.Written(value).constant().json();
        };
    }

    private Input enumName(EnumType<Meaning> type, Given given, Path path) {
        var name = switch (given) {
            case Given.Written(Value.EnumValue(var written)) -> written;
            case Given.Sent sent when sent.value().isString() -> sent.value().stringValue();
            case Given.Written _, Given.Sent _ ->
                throw ApiException.validation(
                        path, "expected an enum value for type '" + type.name() + "', but found " + given.kind());
        };
        var value = type.value(name);
        if (value.isEmpty()) {
            var known = type.values().stream()
                    .map(each -> "'" + each.name() + "'")
                    .collect(Collectors.joining(", ", "[", "]"));
            throw ApiException.validation(
                    path,
                    "expected one of the values " + known + " for type '" + type.name() + "', but found '" + name
                            + "'");
        }
        var meant = value.get().meant();
        if (given instanceof Given.Sent sent) {
            enumVariables.add(sent.variable());
        }
        var source = given instanceof Given.Sent sent && meant.equals(name)
                ? sent.source()
                : new ValueSource.Literal(Json.string(meant));
        return new Input.EnumName(type.name(), meant, source, path);
    }

    private Input object(InputObjectType<Meaning> type, Given given, Path path) {
        var bound = new LinkedHashMap<String, Input.Entry>();
        var definitions = type.fields().get();
        switch (given) {
            case Given.Written(Value.ObjectValue(var fields)) ->
                fields.forEach((name, value) -> {
                    var definition = known(type, definitions, name, path);
                    var input = given(definition, value, path);
                    if (input != null && !noCondition(definition, input)) {
                        bound.put(name, new Input.Entry(definition, input));
                    }
                });
            case Given.Sent sent
            when sent.value().isObject() ->
                sent.value().properties().forEach(field -> {
                    var name = field.getKey();
                    var definition = known(type, definitions, name, path);
                    var part = sent.within(name, field.getValue());
                    var input = bind(definition, part, path.key(name));
                    if (!noCondition(definition, input)) {
                        bound.put(name, new Input.Entry(definition, input));
                    }
                });
            case Given.Written _, Given.Sent _ ->
                throw ApiException.validation(
                        path, "expected an object for type '" + type.name() + "', but found " + given.kind());
        }
        for (var definition : definitions.values()) {
            if (!bound.containsKey(definition.name())) {
                var input = missing(definition, path);
                if (input != null) {
                    bound.put(definition.name(), new Input.Entry(definition, input));
                }
            }
        }
        return new Input.Fields(bound, objectSource(given, bound), path);
    }

    private boolean noCondition(InputField<Meaning> definition, Input input) {
        return nulls.noCondition() && input.isNull() && definition.meaning() instanceof InputMeaning.Operator;
    }

    private static ValueSource objectSource(Given given, SequencedMap<String, Input.Entry> bound) {
        if (given instanceof Given.Sent sent
                && sent.value().size() == bound.size()
                && bound.values().stream().allMatch(each -> isAsSent(each.value()))) {
            return sent.source();
        }
        return new ValueSource.ObjectOf(bound.entrySet().stream()
                .map(each -> new ValueSource.ObjectOf.Field(
                        each.getKey(), each.getValue().value().source()))
                .toList());
    }

    private static InputField<Meaning> known(
            InputObjectType<Meaning> type,
            SequencedMap<String, InputField<Meaning>> definitions,
            String name,
            Path path) {
        var definition = definitions.get(name);
        if (definition == null) {
            throw ApiException.validation(
                    path.key(name), "field '" + name + "' not found in type: '" + type.name() + "'");
        }
        return definition;
    }
}
