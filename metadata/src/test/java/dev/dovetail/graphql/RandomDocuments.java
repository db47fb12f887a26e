package dev.dovetail.graphql;

import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.FragmentDefinition;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.ast.VariableDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Any document that the grammar allows, with a liking for names that are words of the language. */
final class RandomDocuments {
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "c",
            "users",
            "_x1",
            "query",
            "fragment",
            "mutation",
            "subscription",
            "type",
            "input",
            "schema",
            "extend",
            "__typename",
            "implements",
            "directive");
    private static final String CHARACTERS = "a \"\\\n\r\t\b\f/#{}$,\u0001\u007f\u0085\u00e9\u2028\uFEFF\u4e2d";

    private final RandomGenerator random;
    private int depth = 4;

    RandomDocuments(RandomGenerator random) {
        this.random = random;
    }

    Document smallDocument() {
        depth = 2;
        var document = document();
        depth = 4;
        return document;
    }

    Document document() {
        var operations = new LinkedHashMap<String, OperationDefinition>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var operation = operation();
            operations.put(String.valueOf(operation.name()), operation);
        }
        var fragments = new LinkedHashMap<String, FragmentDefinition>();
        for (var i = random.nextInt(3); i > 0; i--) {
            var name = name();
            fragments.put(name, new FragmentDefinition(name, nameOrOn(), directives(), selections()));
        }
        return new Document(List.copyOf(operations.values()), fragments);
    }

    private OperationDefinition operation() {
        return new OperationDefinition(
                OperationKind.values()[random.nextInt(3)],
                maybe(this::nameOrOn),
                few(this::variable),
                directives(),
                selections());
    }

    private VariableDefinition variable() {
        return new VariableDefinition(nameOrOn(), type(), maybe(() -> value(false)));
    }

    private TypeSyntax type() {
        var type = random.nextInt(3) == 0 ? new TypeSyntax.ListOf(type()) : new TypeSyntax.Named(nameOrOn());
        return random.nextBoolean() ? new TypeSyntax.NonNull(type) : type;
    }

    private List<Selection> selections() {
        depth--;
        var selections = new ArrayList<>(few(this::selection));
        selections.add(selection());
        depth++;
        return selections;
    }

    private Selection selection() {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> new Selection.FragmentSpread(name(), directives());
            case 1, 2 ->
                new Selection.FieldNode(maybe(this::nameOrOn), nameOrOn(), arguments(), directives(), List.of());
            case 3 -> new Selection.InlineFragment(maybe(this::nameOrOn), directives(), selections());
            default ->
                new Selection.FieldNode(maybe(this::nameOrOn), nameOrOn(), arguments(), directives(), selections());
        };
    }

    private List<Directive> directives() {
        return random.nextInt(4) == 0 ? few(() -> new Directive(nameOrOn(), arguments())) : List.of();
    }

    private SequencedMap<String, Value> arguments() {
        return random.nextBoolean() ? values(true) : new LinkedHashMap<>();
    }

    private SequencedMap<String, Value> values(boolean variables) {
        var values = new LinkedHashMap<String, Value>();
        few(this::nameOrOn).forEach(name -> values.put(name, value(variables)));
        return values;
    }

    private Value value(boolean variables) {
        depth--;
        var value = plainOrNested(variables);
        depth++;
        return value;
    }

    private Value plainOrNested(boolean variables) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> variables ? new Value.Variable(nameOrOn()) : new Value.NullValue();
            case 1 ->
                new Value.IntValue(new BigInteger(1 + random.nextInt(80), new java.util.Random(random.nextLong()))
                        .multiply(BigInteger.valueOf(random.nextBoolean() ? 1 : -1)));
            case 2 ->
                new Value.FloatValue(new BigDecimal(
                        BigInteger.valueOf(random.nextLong()),
                        random.nextBoolean() ? 1 + random.nextInt(30) : -random.nextInt(1, 400)));
            case 3 -> new Value.StringValue(string());
            case 4 -> new Value.BooleanValue(random.nextBoolean());
            case 5 -> new Value.NullValue();
            case 6 -> new Value.EnumValue(nameOrOn());
            case 7 -> new Value.ListValue(few(() -> value(variables)));
            default -> new Value.ObjectValue(values(variables));
        };
    }

    private String string() {
        var text = new StringBuilder();
        for (var i = random.nextInt(8); i > 0; i--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return random.nextInt(5) == 0 ? text.append("\uD83D\uDE00").toString() : text.toString();
    }

    /** {@code on} may not name a fragment. */
    private String nameOrOn() {
        return random.nextInt(20) == 0 ? "on" : name();
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private <T> @Nullable T maybe(Supplier<T> supplier) {
        return random.nextInt(3) == 0 ? supplier.get() : null;
    }

    private <T> List<T> few(Supplier<T> supplier) {
        var few = new ArrayList<T>();
        for (var i = random.nextInt(3); i > 0; i--) {
            few.add(supplier.get());
        }
        return few;
    }
}
