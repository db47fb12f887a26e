package dev.dovetail.derive;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.ast.Selection.FieldNode;
import dev.dovetail.operation.Binder;
import dev.dovetail.schema.RoleSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * The operation that an action stands before. What is refused, and mostly in which words, is the reference's.
 *
 * @param roots what it asks for, without introspection
 */
record Original(String text, Document document, OperationDefinition definition, List<FieldNode> roots) {

    static Original read(String text) {
        var document = parsed(text);
        if (!document.fragments().isEmpty()) {
            throw noFragments();
        }
        if (document.operations().size() != 1) {
            throw new Underivable(
                    document.operations().isEmpty()
                            ? "could not find any operation in the given query"
                            : "you can derive action from only one operation");
        }
        var definition = document.operations().getFirst();
        if (definition.kind() == OperationKind.SUBSCRIPTION) {
            throw new Underivable("subscriptions cannot be derived into actions");
        }
        var roots = fields(definition.selections());
        if (roots.isEmpty()) {
            throw new Underivable("the given operation must ask for at least one root field");
        }
        return new Original(text.strip(), document, definition, roots);
    }

    private static Document parsed(String text) {
        try {
            return DocumentParser.parse(text);
        } catch (ApiException e) {
            throw new Underivable("this seems to be an invalid GraphQL query: " + said(e));
        }
    }

    /** The fields that a handler has to answer: nobody has to answer {@code __typename}. */
    static List<FieldNode> fields(List<Selection> selections) {
        var fields = new ArrayList<FieldNode>();
        for (var selection : selections) {
            switch (selection) {
                case FieldNode field -> {
                    if (!field.name().startsWith("__")) {
                        fields.add(field);
                    }
                }
                case Selection.FragmentSpread _, Selection.InlineFragment _ -> throw noFragments();
            }
        }
        return fields;
    }

    private static Underivable noFragments() {
        return new Underivable("fragments are not supported");
    }

    /** That the role could run it. Bound with made-up values, since an operation is checked only with its values. */
    void check(RoleSchema schema) {
        try {
            new Binder(schema, document, null, SampleValues.of(schema.schema().types(), this)).bind();
        } catch (ApiException e) {
            throw new Underivable("this is not a valid GraphQL query as per the current GraphQL schema: " + said(e));
        }
    }

    private static String said(ApiException refusal) {
        return refusal.failure() instanceof Failure.Own own
                ? own.message() + " (at " + own.path() + ")"
                : String.valueOf(refusal.getMessage());
    }
}
