package dev.dovetail.graphql.syntax;

import dev.dovetail.graphql.ast.FragmentDefinition;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.ast.VariableDefinition;
import dev.dovetail.graphql.syntax.Reader.Variables;
import java.util.ArrayList;
import java.util.List;

/**
 * Recursive descent over a request text: one method per rule of the grammar. Every entry throws
 * {@link SyntaxException}.
 */
public final class Syntax {
    private final Reader in;

    private Syntax(String text) {
        this.in = new Reader(text);
    }

    /** All definitions of a request text in their order; names may repeat. */
    public static Definitions document(String text) {
        var syntax = new Syntax(text);
        var operations = new ArrayList<OperationDefinition>();
        var fragments = new ArrayList<FragmentDefinition>();
        do {
            if (syntax.in.atName("fragment")) {
                fragments.add(syntax.fragment());
            } else {
                operations.add(syntax.operation());
            }
        } while (!syntax.in.at(Token.END));
        return new Definitions(operations, fragments);
    }

    /** A type such as {@code [users!]!} and nothing else. */
    public static TypeSyntax type(String text) {
        var syntax = new Syntax(text);
        var type = syntax.in.type();
        syntax.in.expect(Token.END);
        return type;
    }

    /** A value without variables and nothing else. */
    public static Value constant(String text) {
        var syntax = new Syntax(text);
        var value = syntax.in.value(Variables.FORBIDDEN);
        syntax.in.expect(Token.END);
        return value;
    }

    private OperationDefinition operation() {
        if (in.at(Token.BRACE_OPEN)) {
            return new OperationDefinition(OperationKind.QUERY, null, List.of(), List.of(), selections());
        }
        var kind = kind(in.name());
        var name = in.at(Token.NAME) ? in.name() : null;
        return new OperationDefinition(kind, name, variables(), in.directives(Variables.ALLOWED), selections());
    }

    private OperationKind kind(String keyword) {
        return switch (keyword) {
            case "query" -> OperationKind.QUERY;
            case "mutation" -> OperationKind.MUTATION;
            case "subscription" -> OperationKind.SUBSCRIPTION;
            default -> throw in.error("no kind of operation");
        };
    }

    private List<VariableDefinition> variables() {
        var variables = new ArrayList<VariableDefinition>();
        if (in.accept(Token.PAREN_OPEN)) {
            do {
                variables.add(variable());
            } while (!in.accept(Token.PAREN_CLOSE));
        }
        return variables;
    }

    private VariableDefinition variable() {
        in.expect(Token.DOLLAR);
        var name = in.name();
        in.expect(Token.COLON);
        var type = in.type();
        return new VariableDefinition(name, type, in.accept(Token.EQUALS) ? in.value(Variables.FORBIDDEN) : null);
    }

    private FragmentDefinition fragment() {
        in.name();
        if (in.atName("on")) {
            throw in.error("a fragment of the name on");
        }
        var name = in.name();
        return new FragmentDefinition(name, typeCondition(), in.directives(Variables.ALLOWED), selections());
    }

    private String typeCondition() {
        if (!in.acceptName("on")) {
            throw in.error("no type condition");
        }
        return in.name();
    }

    private List<Selection> selections() {
        in.open(Token.BRACE_OPEN);
        var selections = new ArrayList<Selection>();
        do {
            selections.add(in.accept(Token.SPREAD) ? fragmentUse() : field());
        } while (!in.accept(Token.BRACE_CLOSE));
        in.close();
        return selections;
    }

    private Selection fragmentUse() {
        if (in.at(Token.NAME) && !in.atName("on")) {
            return new Selection.FragmentSpread(in.name(), in.directives(Variables.ALLOWED));
        }
        var condition = in.at(Token.NAME) ? typeCondition() : null;
        return new Selection.InlineFragment(condition, in.directives(Variables.ALLOWED), selections());
    }

    private Selection field() {
        var first = in.name();
        var second = in.accept(Token.COLON) ? in.name() : null;
        return new Selection.FieldNode(
                second == null ? null : first,
                second == null ? first : second,
                in.arguments(Variables.ALLOWED),
                in.directives(Variables.ALLOWED),
                in.at(Token.BRACE_OPEN) ? selections() : List.of());
    }

    /** What a text defines. */
    public record Definitions(List<OperationDefinition> operations, List<FragmentDefinition> fragments) {}
}
