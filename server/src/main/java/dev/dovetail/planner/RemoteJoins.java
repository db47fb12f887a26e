package dev.dovetail.planner;

import dev.dovetail.graphql.DocumentPrinter;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.model.JoinKey;
import dev.dovetail.model.KeyPlaces;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteWay;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins to a remote schema. */
record RemoteJoins(
        JoinTargets targets, RemoteRelationship relationship, RemoteRelationship.Target.ToRemoteSchema target) {

    JoinTarget target(BoundField field) {
        var names = relationship.keys().stream().map(JoinKey::name).toList();
        var template = new Template(names, new KeyPlaces(target.remote(), target.calls()));
        var text = new RemoteText(target.remote(), targets.statements(), List.of(field));
        var calls = target.calls();
        for (var i = 0; i < calls.size(); i++) {
            var isLast = i == calls.size() - 1;
            template.text(calls.get(i).field());
            template.arguments(calls.get(i), isLast ? freeArguments(text, field) : List.of());
            template.text(isLast ? "" : " { ");
        }
        var batch = batch(field);
        template.text(text.selections(field, batch == null ? "" : batch.match() + ": " + matchBy() + " ")
                .text());
        template.text(" }".repeat(calls.size() - 1));
        var unwrap = calls.stream().skip(1).map(RemoteRelationship.Call::field).toList();
        return new JoinTarget.ToRemote(
                target.remote(),
                template.parts(),
                template.carried(),
                text.variables(),
                unwrap,
                shape(field, batch, text.isCut()),
                batch,
                OutsideJoins.ofRemote(targets, List.of(field)).ofElement(field));
    }

    private JoinTarget.@Nullable Batch batch(BoundField field) {
        var batch = target.batch();
        return batch == null
                ? null
                : new JoinTarget.Batch(
                        OutsideKeys.unused("__match", field.fields()), batch.kind() == Relationship.Kind.ARRAY);
    }

    private String matchBy() {
        return Objects.requireNonNull(target.batch()).matchBy();
    }

    private Shape shape(BoundField field, JoinTarget.@Nullable Batch batch, boolean isCut) {
        var shape = Shapes.ofRemote(OutsideKeys.OfRemote.of(List.of(field)), isCut)
                .of(JoinTargets.perKey(relationship, field), field.fields());
        return batch != null && batch.many() && shape instanceof Shape.ListOf(var of, var _) ? of : shape;
    }

    private List<String> freeArguments(RemoteText text, BoundField field) {
        var end = RemoteWay.of(text.view(), target).orElseThrow();
        return text.arguments(field, end.parent(), end.field());
    }

    /** Text with gaps for the keys. */
    private static final class Template {
        private final List<String> keys;
        private final KeyPlaces places;
        private final List<JoinTarget.Carried> carried = new ArrayList<>();
        private final List<JoinTarget.Part> parts = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();

        Template(List<String> keys, KeyPlaces places) {
            this.keys = keys;
            this.places = places;
        }

        void text(String text) {
            open.append(text);
        }

        void arguments(RemoteRelationship.Call call, List<String> free) {
            if (call.arguments().isEmpty() && free.isEmpty()) {
                return;
            }
            var separator = "(";
            for (var argument : call.arguments().entrySet()) {
                text(separator + argument.getKey() + ": ");
                value(argument.getValue(), call.taken().get(argument.getKey()));
                separator = ", ";
            }
            for (var argument : free) {
                text(separator + argument);
                separator = ", ";
            }
            text(")");
        }

        /** @param type of the place; null within a scalar, where a remote takes anything */
        private void value(Value value, @Nullable TypeSyntax type) {
            switch (value) {
                case Value.Variable(var name) -> key(name, type);
                case Value.ListValue(var items) -> {
                    text("[");
                    items.forEach(item -> {
                        value(item, type == null ? null : KeyPlaces.element(type));
                        text(" ");
                    });
                    text("]");
                }
                case Value.ObjectValue(var fields) -> {
                    text("{");
                    fields.forEach((name, field) -> {
                        text(name + ": ");
                        value(
                                field,
                                type == null ? null : places.input(type, name).orElse(null));
                        text(" ");
                    });
                    text("}");
                }
                case Value.IntValue _,
                        Value.FloatValue _,
                        Value.StringValue _,
                        Value.BooleanValue _,
                        Value.NullValue _,
                        Value.EnumValue _ -> text(DocumentPrinter.print(value));
            }
        }

        private void key(String field, @Nullable TypeSyntax type) {
            close();
            var index = keys.indexOf(field);
            if (index < 0) {
                throw new IllegalStateException("no key " + field);
            }
            var key = new JoinTarget.Carried(index, places.declared(field, type));
            if (!carried.contains(key)) {
                carried.add(key);
            }
            parts.add(new JoinTarget.Part.Key(carried.indexOf(key)));
        }

        List<JoinTarget.Carried> carried() {
            return carried;
        }

        private void close() {
            if (!open.isEmpty()) {
                parts.add(new JoinTarget.Part.Text(open.toString()));
                open.setLength(0);
            }
        }

        List<JoinTarget.Part> parts() {
            close();
            return parts;
        }
    }
}
