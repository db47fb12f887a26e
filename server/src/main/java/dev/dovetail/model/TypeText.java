package dev.dovetail.model;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.graphql.ast.TypeSyntax;

/** Reads a type as the metadata writes it: {@code [UserOutput!]!}. */
final class TypeText {
    private TypeText() {}

    static TypeSyntax parse(String text) {
        try {
            return DocumentParser.type(text);
        } catch (ApiException malformed) {
            throw new Unresolvable("\"" + text + "\" is no GraphQL type");
        }
    }
}
