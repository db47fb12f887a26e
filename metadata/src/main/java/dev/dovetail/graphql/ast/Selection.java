package dev.dovetail.graphql.ast;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** One entry of a selection set. */
public sealed interface Selection {
    List<Directive> directives();

    /** A field; {@code selections} is empty for a leaf. */
    record FieldNode(
            @Nullable String alias,
            String name,
            SequencedMap<String, Value> arguments,
            List<Directive> directives,
            List<Selection> selections)
            implements Selection {
        public FieldNode {
            arguments = Ordered.copy(arguments);
            directives = List.copyOf(directives);
            selections = List.copyOf(selections);
        }

        /** The key under which the field stands in an answer. */
        public String responseKey() {
            return alias == null ? name : alias;
        }
    }

    record FragmentSpread(String name, List<Directive> directives) implements Selection {
        public FragmentSpread {
            directives = List.copyOf(directives);
        }
    }

    record InlineFragment(@Nullable String typeCondition, List<Directive> directives, List<Selection> selections)
            implements Selection {
        public InlineFragment {
            directives = List.copyOf(directives);
            selections = List.copyOf(selections);
        }
    }
}
