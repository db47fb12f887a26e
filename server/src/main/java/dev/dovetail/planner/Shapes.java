package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.operation.Binder;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.Shape;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an answer from outside must look like, from the field that asked for it. Objects of different types of which the
 * same is asked share one list of fields: a list for each would multiply with every level of interfaces.
 */
final class Shapes {
    /** A join's key is taken as it comes. */
    private static final Shape KEY = new Shape.Leaf("json", true);

    private final OutsideKeys keys;
    private final boolean isCut;
    private final Map<Asked, List<Shape.Field>> made = new LinkedHashMap<>();
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();
    private int fields;

    private Shapes(OutsideKeys keys, boolean isCut) {
        this.keys = keys;
        this.isCut = isCut;
    }

    /** @param isCut whether the role must not be told of all types of the remote schema */
    static Shapes ofRemote(OutsideKeys.OfRemote keys, boolean isCut) {
        return new Shapes(keys, isCut);
    }

    /** Of an action, whose answer must be complete as far as its own type goes, whatever the client asked for. */
    static Shape ofAnswer(BoundField field) {
        return ofAnswer(field.definition().type(), field.fields());
    }

    static Shape ofAnswer(TypeUse<Meaning> type, List<BoundField> fields) {
        return complete(
                new Shapes(new OutsideKeys.OfHandler(), false).of(type, fields),
                type.named().type().get());
    }

    private static Shape complete(Shape shape, NamedType<Meaning> type) {
        return switch (shape) {
            case Shape.ListOf(var of, var nullable) -> new Shape.ListOf(complete(of, type), nullable);
            case Shape.ObjectShape(var name, var fields, var nullable)
            when type instanceof ObjectType<Meaning> object -> {
                var all = new ArrayList<>(fields);
                object.fields().all().stream()
                        .filter(each -> each.meaning() instanceof FieldMeaning.Answered
                                && !each.type().nullable())
                        .forEach(each -> all.add(new Shape.Field.Present(each.name())));
                yield new Shape.ObjectShape(name, all, nullable);
            }
            case Shape.OneOf(var name, var members, var nullable) -> {
                var all = new LinkedHashMap<String, Shape.ObjectShape>();
                for (var object : Members.of(type)) {
                    var member = Objects.requireNonNull(members.get(object.name()));
                    all.put(object.name(), (Shape.ObjectShape) complete(member, object));
                }
                yield new Shape.OneOf(name, all, nullable);
            }
            case Shape.ObjectShape _, Shape.Leaf _, Shape.EnumLeaf _, Shape.AnyOf _, Shape.Verbatim _ -> shape;
        };
    }

    Shape of(BoundField field) {
        return of(field.definition().type(), field.fields());
    }

    Shape of(TypeUse<Meaning> type, List<BoundField> asked) {
        return of(type, asked, "");
    }

    /** @param scope of the field, as {@link Members.Scoped} tells it down from the root */
    private Shape of(TypeUse<Meaning> type, List<BoundField> asked, String scope) {
        var nullable = type.nullable();
        return switch (type.unwrapped()) {
            case TypeUse.NonNull<Meaning>(var of) -> of(of, asked, scope);
            case TypeUse.ListOf<Meaning>(var of) -> new Shape.ListOf(of(of, asked, scope), nullable);
            case TypeUse.Named<Meaning> named ->
                switch (named.type().get()) {
                    case ScalarType<Meaning>(var name, var _) -> new Shape.Leaf(name, nullable);
                    case EnumType<Meaning>(var name, var _, var values) ->
                        new Shape.EnumLeaf(name, names(values), nullable);
                    case ObjectType<Meaning> object ->
                        new Shape.ObjectShape(
                                object.name(), new Level(object.name(), asked, scope).of(object), nullable);
                    case InterfaceType<Meaning> _, UnionType<Meaning> _ ->
                        abstractShape(
                                named.type().get(), new Level(named.type().get().name(), asked, scope), nullable);
                    case InputObjectType<Meaning> input ->
                        throw new IllegalStateException("an input type in an answer: " + input.name());
                };
        };
    }

    private Shape abstractShape(NamedType<Meaning> type, Level level, boolean nullable) {
        return switch (keys) {
            case OutsideKeys.OfHandler _ -> oneOf(type, level, nullable);
            case OutsideKeys.OfRemote remote -> anyOf(type, level, remote.discriminator(), nullable);
        };
    }

    private static Shape oneOf(NamedType<Meaning> type, Level level, boolean nullable) {
        var members = new LinkedHashMap<String, Shape.ObjectShape>();
        for (var object : Members.of(type)) {
            members.put(object.name(), new Shape.ObjectShape(object.name(), level.of(object), false));
        }
        return new Shape.OneOf(type.name(), members, nullable);
    }

    private Shape anyOf(NamedType<Meaning> type, Level level, Discriminator discriminator, boolean nullable) {
        var members = new LinkedHashMap<String, List<Shape.Field>>();
        for (var object : Members.of(type)) {
            if (!level.conditions(object).isEmpty()) {
                members.put(object.name(), level.of(object));
            }
        }
        return new Shape.AnyOf(
                type.name(), discriminator.key(), isCut ? seen(type) : null, members, level.common(), nullable);
    }

    /** Of what the type may be, all that the role may be told. */
    private Set<String> seen(NamedType<Meaning> type) {
        return seen.computeIfAbsent(
                type.name(),
                _ -> Members.of(type).stream().map(ObjectType::name).collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> names(List<EnumValueDef> values) {
        return values.stream().map(EnumValueDef::name).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * What tells a list of fields; two lists of the same are the same object, or it is not looked at whether they are.
     */
    private record Asked(Level level, Set<String> conditions) {}

    /** What is asked within one object. */
    private final class Level {
        private final String type;
        private final List<BoundField> asked;
        private final String scope;

        /**
         * @param type as declared
         * @param asked all of it, whatever the object's type
         */
        Level(String type, List<BoundField> asked, String scope) {
            this.type = type;
            this.asked = asked;
            this.scope = scope;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Level level
                    && asked == level.asked
                    && type.equals(level.type)
                    && scope.equals(level.scope);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(asked) + scope.hashCode();
        }

        Set<String> conditions(ObjectType<Meaning> object) {
            return Members.conditions(object, asked);
        }

        List<Shape.Field> of(ObjectType<Meaning> object) {
            return fields(conditions(object));
        }

        /** Of an object whose type is not known. */
        List<Shape.Field> common() {
            return fields(Set.of());
        }

        private List<Shape.Field> fields(Set<String> conditions) {
            var key = new Asked(this, conditions);
            var known = made.get(key);
            if (known != null) {
                return known;
            }
            var list = List.copyOf(shaped(conditions));
            made.put(key, list);
            return list;
        }

        private List<Shape.Field> shaped(Set<String> conditions) {
            var shaped = new ArrayList<Shape.Field>();
            var hidden = new LinkedHashMap<String, String>();
            var split = Members.split(asked);
            for (var field : Members.fields(conditions, asked)) {
                count(field);
                var within =
                        split.contains(field.key()) ? scope + Members.scope(conditions, asked, field.key()) : scope;
                switch (field.meaning()) {
                    case FieldMeaning.TypeName _ -> shaped.add(new Shape.Field.TypeName(field.key()));
                    case FieldMeaning.Joined _, FieldMeaning.JoinedAggregate _ -> {
                        shaped.add(new Shape.Field.Joined(field.key()));
                        hidden.putAll(places(field, within));
                    }
                    default -> {
                        var name = switch (keys) {
                            // A handler knows no aliases, a remote schema was asked with the client's.
                            case OutsideKeys.OfHandler _ -> field.name();
                            case OutsideKeys.OfRemote _ -> field.key();
                        };
                        var shape = Shapes.this.of(field.definition().type(), field.fields(), within);
                        shaped.add(new Shape.Field.Taken(field.key(), name, shape));
                    }
                }
            }
            // The values of joins go along unseen; the handler may leave one out, which then joins to nothing.
            hidden.forEach((place, name) -> shaped.add(new Shape.Field.Taken(place, name, KEY)));
            return shaped;
        }

        /** By which name the keys stand in the outside's answer, by their response keys. */
        private SequencedMap<String, String> places(BoundField joined, String within) {
            var names = new LinkedHashMap<String, String>();
            for (var key : OutsideKeys.fields(joined)) {
                names.put(keys.hidden(key, joined, type, within), keys.asked(key, joined, type));
            }
            return names;
        }
    }

    /** Fragments on types within one another multiply: each type's fields are merged with those asked of all. */
    private void count(BoundField field) {
        if (++fields > Binder.FIELDS_MAX) {
            throw ApiException.validation(
                    field.path(),
                    "the operation asks for more than " + Binder.FIELDS_MAX + " fields of different types");
        }
    }
}
