package dev.dovetail.graphql.ast;

import java.util.SequencedMap;

public record Directive(String name, SequencedMap<String, Value> arguments) {
    public Directive {
        arguments = Ordered.copy(arguments);
    }
}
