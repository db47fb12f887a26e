package dev.dovetail.planner;

import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.Shape;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an answer from outside must look like, from the field that asked for it. */
final class Shapes {
    private Shapes() {}

    /** A join's key is taken as it comes. */
    private static final Shape KEY = new Shape.Leaf("json", true);

    /** Of an action, whose answer must be complete as far as its own type goes, whatever the client asked for. */
    static Shape ofAnswer(BoundField field) {
        return ofAnswer(field.definition().type(), field.fields());
    }

    static Shape ofAnswer(TypeUse<Meaning> type, List<BoundField> fields) {
        return complete(
                of(type, fields, new OutsideKeys.OfHandler()),
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

    static Shape of(BoundField field, OutsideKeys keys) {
        return of(field, keys, "");
    }

    static Shape of(TypeUse<Meaning> type, List<BoundField> fields, OutsideKeys keys) {
        return of(type, fields, keys, "");
    }

    private static Shape of(BoundField field, OutsideKeys keys, String scope) {
        return of(field.definition().type(), field.fields(), keys, scope);
    }

    /** @param scope of the field, as {@link Members.Scoped} tells it down from the root */
    private static Shape of(TypeUse<Meaning> type, List<BoundField> fields, OutsideKeys keys, String scope) {
        var nullable = type.nullable();
        return switch (type.unwrapped()) {
            case TypeUse.NonNull<Meaning>(var of) -> of(of, fields, keys, scope);
            case TypeUse.ListOf<Meaning>(var of) -> new Shape.ListOf(of(of, fields, keys, scope), nullable);
            case TypeUse.Named<Meaning> named ->
                switch (named.type().get()) {
                    case ScalarType<Meaning>(var name, var _) -> new Shape.Leaf(name, nullable);
                    case EnumType<Meaning>(var name, var _, var values) ->
                        new Shape.EnumLeaf(name, names(values), nullable);
                    case ObjectType<Meaning> object ->
                        new Shape.ObjectShape(
                                object.name(), new Level(object.name(), fields, keys, scope).of(object), nullable);
                    case InterfaceType<Meaning> _, UnionType<Meaning> _ ->
                        abstractShape(
                                named.type().get(),
                                new Level(named.type().get().name(), fields, keys, scope),
                                nullable);
                    case InputObjectType<Meaning> input ->
                        throw new IllegalStateException("an input type in an answer: " + input.name());
                };
        };
    }

    private static Shape abstractShape(NamedType<Meaning> type, Level level, boolean nullable) {
        return switch (level.keys()) {
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

    private static Shape anyOf(NamedType<Meaning> type, Level level, Discriminator discriminator, boolean nullable) {
        var members = new LinkedHashMap<String, List<Shape.Field>>();
        var common = level.common();
        Members.of(type).forEach(object -> members.put(object.name(), level.isTyped() ? level.of(object) : common));
        return new Shape.AnyOf(type.name(), discriminator.key(), members, common, nullable);
    }

    private static Set<String> names(List<EnumValueDef> values) {
        return values.stream().map(EnumValueDef::name).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * What is asked within one object.
     *
     * @param type as declared
     * @param asked all of it, whatever the object's type
     */
    private record Level(String type, List<BoundField> asked, OutsideKeys keys, String scope) {
        boolean isTyped() {
            return asked.stream().anyMatch(each -> each.onType() != null);
        }

        List<Shape.Field> of(ObjectType<Meaning> object) {
            return shaped(object, isTyped() ? Members.fields(object, asked) : asked);
        }

        /** Of an object whose type is not known. */
        List<Shape.Field> common() {
            return shaped(
                    null, asked.stream().filter(each -> each.onType() == null).toList());
        }

        private List<Shape.Field> shaped(@Nullable ObjectType<Meaning> object, List<BoundField> fields) {
            var shaped = new ArrayList<Shape.Field>();
            var hidden = new LinkedHashMap<String, String>();
            for (var field : fields) {
                var within = scope + Members.scope(object, asked, field.key());
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
                        shaped.add(new Shape.Field.Taken(field.key(), name, Shapes.of(field, keys, within)));
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
}
