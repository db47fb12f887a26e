package dev.dovetail.graphql;

import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.FragmentDefinition;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.ast.VariableDefinition;
import dev.dovetail.graphql.syntax.ValuePrinter;
import java.util.List;
import java.util.SequencedMap;

/** Writes documents back as compact text that parses to an equal document. */
public final class DocumentPrinter {
    private final StringBuilder out = new StringBuilder();

    private DocumentPrinter() {}

    public static String print(Document document) {
        var printer = new DocumentPrinter();
        document.operations().forEach(operation -> {
            printer.separate("\n");
            printer.operation(operation);
        });
        document.fragments().values().forEach(fragment -> {
            printer.separate("\n");
            printer.fragment(fragment);
        });
        return printer.out.toString();
    }

    public static String print(OperationDefinition operation) {
        var printer = new DocumentPrinter();
        printer.operation(operation);
        return printer.out.toString();
    }

    /** With braces; the empty text when there are none. */
    public static String print(List<Selection> selections) {
        var printer = new DocumentPrinter();
        printer.selections(selections);
        return printer.out.toString();
    }

    public static String print(Value value) {
        return ValuePrinter.print(value);
    }

    private void operation(OperationDefinition operation) {
        var plain = operation.name() == null
                && operation.variables().isEmpty()
                && operation.directives().isEmpty();
        if (!plain || operation.kind() != OperationKind.QUERY) {
            out.append(operation.kind().keyword());
            if (operation.name() != null) {
                out.append(' ').append(operation.name());
            }
            variables(operation.variables());
            directives(operation.directives());
        }
        selections(operation.selections());
    }

    private void variables(List<VariableDefinition> variables) {
        if (variables.isEmpty()) {
            return;
        }
        var open = '(';
        for (var variable : variables) {
            out.append(open).append('$').append(variable.name()).append(':').append(variable.type());
            if (variable.defaultValue() != null) {
                ValuePrinter.print(variable.defaultValue(), out.append('='));
            }
            open = ' ';
        }
        out.append(')');
    }

    private void fragment(FragmentDefinition fragment) {
        out.append("fragment ").append(fragment.name()).append(" on ").append(fragment.typeCondition());
        directives(fragment.directives());
        selections(fragment.selections());
    }

    private void selections(List<Selection> selections) {
        if (selections.isEmpty()) {
            return;
        }
        var open = '{';
        for (var selection : selections) {
            out.append(open);
            selection(selection);
            open = ' ';
        }
        out.append('}');
    }

    private void selection(Selection selection) {
        switch (selection) {
            case Selection.FieldNode(var alias, var name, var arguments, var directives, var selections) -> {
                out.append(alias == null ? "" : alias + ":").append(name);
                arguments(arguments);
                directives(directives);
                selections(selections);
            }
            case Selection.FragmentSpread(var name, var directives) -> {
                out.append("...").append(name);
                directives(directives);
            }
            case Selection.InlineFragment(var condition, var directives, var selections) -> {
                out.append(condition == null ? "..." : "...on " + condition);
                directives(directives);
                selections(selections);
            }
        }
    }

    private void directives(List<Directive> directives) {
        for (var directive : directives) {
            out.append('@').append(directive.name());
            arguments(directive.arguments());
        }
    }

    private void arguments(SequencedMap<String, Value> arguments) {
        if (!arguments.isEmpty()) {
            ValuePrinter.fields(arguments, '(', ')', out);
        }
    }

    private void separate(String separator) {
        out.append(out.isEmpty() ? "" : separator);
    }
}
