package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.model.JoinKey;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.schema.FieldMeaning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Where the keys of joins stand within an object that comes from outside. */
sealed interface OutsideKeys {

    /** @param siblings all fields selected in the object */
    JoinTree.Key key(JoinKey.OfField key, BoundField joined, List<BoundField> siblings);

    /** A handler answers its fields by name; the keys are taken along beside what the client asked for. */
    record OfHandler() implements OutsideKeys {
        @Override
        public JoinTree.Key key(JoinKey.OfField key, BoundField joined, List<BoundField> siblings) {
            var path = key.path();
            return new JoinTree.Key(Joins.hiddenKey(joined, path.getFirst()), path.subList(1, path.size()));
        }
    }

    /** A remote schema is asked for the keys under aliases that the client uses for nothing. */
    record OfRemote() implements OutsideKeys {
        @Override
        public JoinTree.Key key(JoinKey.OfField key, BoundField joined, List<BoundField> siblings) {
            var path = key.path();
            var type = joined.onType() == null ? "" : joined.onType() + "__";
            return new JoinTree.Key(
                    unused("__key", siblings) + "_" + type + String.join("__", path), path.subList(1, path.size()));
        }
    }

    /** The word, with underscores until no sibling's response key starts with it. */
    static String unused(String word, List<BoundField> siblings) {
        var prefix = new StringBuilder(word);
        while (siblings.stream().anyMatch(each -> each.key().startsWith(prefix.toString()))) {
            prefix.append('_');
        }
        return prefix.toString();
    }

    default List<JoinTree.Key> keys(BoundField joined, List<BoundField> siblings) {
        var keys = new ArrayList<JoinTree.Key>();
        fields(joined).forEach(key -> keys.add(key(key, joined, siblings)));
        return keys;
    }

    /** The keys of a joined field; none for any other. */
    static SequencedSet<JoinKey.OfField> fields(BoundField field) {
        var found = new LinkedHashSet<JoinKey.OfField>();
        var keys = switch (field.meaning()) {
            case FieldMeaning.Joined(var relationship) -> relationship.keys();
            case FieldMeaning.JoinedAggregate(var relationship) -> relationship.keys();
            default -> List.<JoinKey>of();
        };
        for (var key : keys) {
            switch (key) {
                case JoinKey.OfField of -> found.add(of);
                // A handler may answer a table's rows, whose columns are fields then.
                case JoinKey.OfColumn(var column) -> found.add(new JoinKey.OfField(List.of(column.field()), false));
                case JoinKey.OfComputed _ ->
                    throw ApiException.validation(
                            field.path(),
                            "field '" + field.name() + "' cannot be taken from an action's answer, only columns can");
            }
        }
        return found;
    }
}
