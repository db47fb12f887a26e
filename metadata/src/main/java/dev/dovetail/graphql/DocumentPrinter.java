package dev.dovetail.graphql;

import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.ast.Value;
import java.util.List;

/** Writes documents back as compact text that parses to an equal document. */
public final class DocumentPrinter {
    private DocumentPrinter() {}

    public static String print(Document document) {
        throw new UnsupportedOperationException(document.toString());
    }

    public static String print(OperationDefinition operation) {
        throw new UnsupportedOperationException(operation.toString());
    }

    /** With braces; the empty text when there are none. */
    public static String print(List<Selection> selections) {
        throw new UnsupportedOperationException(selections.toString());
    }

    public static String print(Value value) {
        throw new UnsupportedOperationException(value.toString());
    }
}
