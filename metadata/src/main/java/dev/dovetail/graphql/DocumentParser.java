package dev.dovetail.graphql;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.FragmentDefinition;
import dev.dovetail.graphql.ast.OperationDefinition;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.syntax.Syntax;
import dev.dovetail.graphql.syntax.SyntaxException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads request texts, and the types and values that metadata holds as text. */
public final class DocumentParser {
    private static final Path QUERY = Path.ROOT.key("query");

    private DocumentParser() {}

    /** Throws {@link ApiException} at {@code $.query} when the text is no request, or defines a name twice. */
    public static Document parse(String text) {
        try {
            var definitions = Syntax.document(text);
            refuseRepeated(definitions.operations());
            return new Document(definitions.operations(), byName(definitions.fragments()));
        } catch (SyntaxException e) {
            throw ApiException.validation(
                    QUERY, e.tooLarge() ? "the query is too large: " + e.getMessage() : "not a valid graphql query");
        }
    }

    /**
     * Reads a type such as {@code [users!]!}. Throws {@link SyntaxException}: only the caller knows whose mistake it
     * is.
     */
    public static TypeSyntax type(String text) {
        return Syntax.type(text);
    }

    /** Reads a value without variables. Throws {@link SyntaxException}. */
    public static Value constant(String text) {
        return Syntax.constant(text);
    }

    private static void refuseRepeated(List<OperationDefinition> operations) {
        var names = new HashSet<String>();
        for (var operation : operations) {
            var name = operation.name();
            if (name != null && !names.add(name)) {
                throw ApiException.validation(QUERY, "multiple definitions for operation \"" + name + "\"");
            }
        }
    }

    private static SequencedMap<String, FragmentDefinition> byName(List<FragmentDefinition> fragments) {
        var named = new LinkedHashMap<String, FragmentDefinition>();
        for (var fragment : fragments) {
            if (named.putIfAbsent(fragment.name(), fragment) != null) {
                throw new ApiException(
                        ErrorCode.PARSE_FAILED, QUERY, "multiple definitions for fragment \"" + fragment.name() + "\"");
            }
        }
        return named;
    }
}
