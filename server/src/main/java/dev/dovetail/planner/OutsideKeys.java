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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the keys of joins stand within an object that comes from outside. */
sealed interface OutsideKeys {

    /**
     * The name under which the outside tells the key, or the beginning of the way to it.
     *
     * @param holder the type of the object that holds the joined field, as declared for it
     */
    String asked(JoinKey.OfField key, BoundField joined, String holder);

    /**
     * The response key under which it goes along.
     *
     * @param scope of the joined field, see {@link Members.Scoped}
     */
    String hidden(JoinKey.OfField key, BoundField joined, String holder, String scope);

    /** A handler answers its fields by name; the keys are taken along beside what the client asked for. */
    record OfHandler() implements OutsideKeys {
        @Override
        public String asked(JoinKey.OfField key, BoundField joined, String holder) {
            return key.path().getFirst();
        }

        @Override
        public String hidden(JoinKey.OfField key, BoundField joined, String holder, String scope) {
            return scope + Joins.hiddenKey(key.path().getFirst());
        }
    }

    /**
     * A remote schema is asked for the keys under aliases that the client uses for nothing. They name the type, because
     * fields of one response key must be of one type even where two objects are never the same one; and the names'
     * lengths, because {@code owner.id} and a field {@code owner_id} are two.
     *
     * @param word with which no response key of the request begins: siblings alone would not do, because fields that
     *     are written one by one are merged later
     */
    record OfRemote(String word, Discriminator discriminator) implements OutsideKeys {
        /** @param fields all that one request asks for */
        static OfRemote of(List<BoundField> fields) {
            return new OfRemote(unused("__key", fields), Discriminator.of(fields));
        }

        @Override
        public String asked(JoinKey.OfField key, BoundField joined, String holder) {
            var type = joined.onType() == null ? holder : joined.onType();
            return alias(word, type, key.path());
        }

        static String alias(String word, String type, List<String> path) {
            return Stream.concat(Stream.of(type), path.stream())
                    .map(name -> "_" + name.length() + "_" + name)
                    .collect(Collectors.joining("", word, ""));
        }

        @Override
        public String hidden(JoinKey.OfField key, BoundField joined, String holder, String scope) {
            return asked(key, joined, holder) + scope;
        }
    }

    /** The word, with underscores until no response key of the fields, or within them, starts with it. */
    static String unused(String word, List<BoundField> fields) {
        var prefix = word;
        while (isUsed(prefix, fields)) {
            prefix += "_";
        }
        return prefix;
    }

    private static boolean isUsed(String prefix, List<BoundField> fields) {
        return fields.stream().anyMatch(each -> each.key().startsWith(prefix) || isUsed(prefix, each.fields()));
    }

    default List<JoinTree.Key> keys(BoundField joined, String holder, String scope) {
        var keys = new ArrayList<JoinTree.Key>();
        for (var key : fields(joined)) {
            var path = key.path();
            keys.add(new JoinTree.Key(hidden(key, joined, holder, scope), path.subList(1, path.size())));
        }
        return keys;
    }

    /** Whether it is joined, or something within it is. */
    static boolean leadToJoins(BoundField field) {
        return isJoined(field) || field.fields().stream().anyMatch(OutsideKeys::leadToJoins);
    }

    static boolean isJoined(BoundField field) {
        return field.meaning() instanceof FieldMeaning.Joined
                || field.meaning() instanceof FieldMeaning.JoinedAggregate;
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
