package dev.dovetail.codegen;

import dev.dovetail.graphql.ast.TypeSyntax;
import java.util.List;

/** A type as a programming language sees it. */
sealed interface Shape {
    String name();

    /** @param sent to the handler; else answered by it */
    record Structure(String name, List<Field> fields, boolean sent) implements Shape {}

    record Choice(String name, List<String> values) implements Shape {}

    record Scalar(String name, Basic basic) implements Shape {}

    record Field(String name, TypeSyntax type) {}
}
