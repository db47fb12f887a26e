package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.ast.OperationKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** One definition of an SDL text, as it stands there. */
public sealed interface SdlDefinition {

    /**
     * {@code extension} when the word {@code extend} stands before it: its parts belong to another type of the name.
     */
    record Type(TypeDefinition definition, boolean extension) implements SdlDefinition {}

    /** {@code schema { query: Q }}, extension or not. */
    record Roots(SequencedMap<OperationKind, String> types) implements SdlDefinition {
        public Roots {
            types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
        }
    }

    /** {@code directive @name …}: only its name is kept. */
    record DirectiveDeclaration(String name) implements SdlDefinition {}
}
