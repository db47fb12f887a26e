package dev.dovetail.model;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.graphql.ast.TypeSyntax;

/** Reads a type as the metadata writes it: {@code [UserOutput!]!}. */
final class TypeText {
    private TypeText() {}

    static TypeSyntax parse(String text) {
        try {
            var document = DocumentParser.parse("query ($v: " + text + ") { f }");
            var variables = document.operations().getFirst().variables();
            if (variables.size() == 1) {
                return variables.getFirst().type();
            }
        } catch (ApiException malformed) {
            throw new Unresolvable("\"" + text + "\" is no GraphQL type: " + malformed.getMessage());
        }
        throw new Unresolvable("\"" + text + "\" is no GraphQL type");
    }
}
