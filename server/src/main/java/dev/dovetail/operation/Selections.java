package dev.dovetail.operation;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.Selection;
import dev.dovetail.graphql.ast.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a selection set asks for: fragments expanded (each once per set, so that nested fragments cost no more
 * than their text), skipped parts left out, fields of one response key merged.
 */
final class Selections {
    private final Document document;
    private final SelectionDirectives directives;

    Selections(Document document, SelectionDirectives directives) {
        this.document = document;
        this.directives = directives;
    }

    /**
     * One response key's field: its first node, and the selections of all nodes, which grow while fields are collected.
     */
    record Merged(
            Selection.FieldNode node,
            List<Selection> selections,
            @Nullable String onType) {}

    /**
     * @param conditions of the type: one that does not hold leaves the fragment out, of an interface or union it is
     *     kept with the fields
     */
    Collection<Merged> collect(List<Selection> selections, TypeConditions conditions, Path path) {
        var collector = new Collector(conditions, path);
        collector.add(selections, null);
        return collector.fields.values();
    }

    private final class Collector {
        private final TypeConditions conditions;
        private final Path path;
        private final SequencedMap<Key, Merged> fields = new LinkedHashMap<>();
        private final Set<Spread> expanded = new HashSet<>();

        private record Key(String responseKey, @Nullable String onType) {}

        private record Spread(String fragment, @Nullable String onType) {}

        Collector(TypeConditions conditions, Path path) {
            this.conditions = conditions;
            this.path = path;
        }

        void add(List<Selection> selections, @Nullable String onType) {
            for (var selection : selections) {
                if (!directives.includes(selection, path)) {
                    continue;
                }
                switch (selection) {
                    case Selection.FieldNode field -> merge(field, onType);
                    case Selection.InlineFragment inline -> enter(inline.typeCondition(), inline.selections(), onType);
                    case Selection.FragmentSpread(var name, var _) -> {
                        var fragment =
                                Objects.requireNonNull(document.fragments().get(name));
                        if (expanded.add(new Spread(name, onType))) {
                            enter(fragment.typeCondition(), fragment.selections(), onType);
                        }
                    }
                }
            }
        }

        private void enter(@Nullable String condition, List<Selection> selections, @Nullable String onType) {
            if (condition == null || conditions.isGiven(condition)) {
                add(selections, onType);
            } else if (conditions.isAbstract()) {
                conditions.both(onType, condition).forEach(type -> add(selections, type));
            }
        }

        private void merge(Selection.FieldNode field, @Nullable String onType) {
            var key = new Key(field.responseKey(), onType);
            var known = fields.get(key);
            if (known == null) {
                fields.put(key, new Merged(field, new ArrayList<>(field.selections()), onType));
                return;
            }
            checkSame(known.node(), field);
            known.selections().addAll(field.selections());
        }

        private void checkSame(Selection.FieldNode first, Selection.FieldNode second) {
            if (!first.name().equals(second.name())) {
                throw ApiException.validation(
                        path,
                        "selection of both '" + first.name() + "' and '" + second.name()
                                + "' specify the same response name, '" + first.responseKey() + "'");
            }
            if (!sameArguments(first.arguments(), second.arguments())) {
                throw ApiException.validation(
                        path, "inconsistent arguments between multiple selections of field '" + first.name() + "'");
            }
        }

        private static boolean sameArguments(SequencedMap<String, Value> first, SequencedMap<String, Value> second) {
            return first.equals(second);
        }
    }
}
