package dev.dovetail.graphql.ast;

import java.util.List;

public record FragmentDefinition(
        String name, String typeCondition, List<Directive> directives, List<Selection> selections) {
    public FragmentDefinition {
        directives = List.copyOf(directives);
        selections = List.copyOf(selections);
    }
}
