package dev.dovetail.planner;

import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.UnionType;
import dev.dovetail.model.RemoteInput;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.model.RemoteView;
import dev.dovetail.operation.BoundField;
import dev.dovetail.plan.RemoteQuery;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Bound fields of a remote schema as text to send there, by the remote's own names, and the variables that the text
 * uses. Answers come with the keys that the client asked for.
 */
final class RemoteText {
    private final RemoteSchema remote;
    private final RemoteView view;
    private final boolean skipsNulls;
    private final RemoteValues values;
    private final OutsideKeys.OfRemote keys;
    private final StringBuilder out = new StringBuilder();

    /** @param fields all that will be written, for their variables keep their names */
    RemoteText(RemoteSchema remote, StatementFactory statements, List<BoundField> fields) {
        this.remote = remote;
        this.view = Objects.requireNonNull(remote.view(statements.role()));
        this.skipsNulls = statements.options().skipsRemoteNulls();
        this.values = new RemoteValues(remote.naming(), view, fields);
        this.keys = OutsideKeys.OfRemote.of(fields);
    }

    RemoteView view() {
        return view;
    }

    /** Whether the role sees only what its permission leaves. */
    boolean isCut() {
        return view != remote.whole();
    }

    String text() {
        return out.toString();
    }

    List<RemoteQuery.Variable> variables() {
        return values.variables();
    }

    /** A whole field: alias, arguments, selections. */
    RemoteText field(BoundField field) {
        if (field.onType() != null) {
            out.append("... on ")
                    .append(remote.naming().ownType(field.onType()))
                    .append(" { ");
        }
        var name = ownName(field);
        if (!field.key().equals(name)) {
            out.append(field.key()).append(": ");
        }
        out.append(name);
        if (field.meaning() instanceof FieldMeaning.OfRemote of) {
            var parts = arguments(field, of.parent(), of.field());
            if (!parts.isEmpty()) {
                out.append('(').append(String.join(", ", parts)).append(')');
            }
        }
        selections(field);
        if (field.onType() != null) {
            out.append(" }");
        }
        return this;
    }

    private static String ownName(BoundField field) {
        return field.meaning() instanceof FieldMeaning.OfRemote of ? of.field().name() : field.name();
    }

    void space() {
        out.append(' ');
    }

    /** What is selected within, with its braces. */
    RemoteText selections(BoundField field) {
        return selections(field, "");
    }

    /**
     * A joined field is ours; its keys are selected, which the client may not have asked for. Where directives leave
     * nothing of what it asked for the type's name is selected, because a remote takes no empty selection.
     *
     * @param also selected besides
     */
    RemoteText selections(BoundField field, String also) {
        if (isLeaf(field)) {
            return this;
        }
        out.append(" { ");
        var start = out.length();
        if (Discriminator.isNeeded(field)) {
            out.append(keys.discriminator().written()).append(' ');
        }
        field.fields().stream()
                .filter(each -> OutsideKeys.fields(each).isEmpty())
                .forEach(each -> field(each).out.append(' '));
        keys(field).forEach(key -> out.append(key).append(' '));
        out.append(also);
        out.append(out.length() == start ? "__typename }" : "}");
        return this;
    }

    private static boolean isLeaf(BoundField field) {
        return switch (field.definition().type().named().type().get()) {
            case ScalarType<Meaning> _, EnumType<Meaning> _ -> true;
            case ObjectType<Meaning> _, InterfaceType<Meaning> _, UnionType<Meaning> _, InputObjectType<Meaning> _ ->
                false;
        };
    }

    private Set<String> keys(BoundField holder) {
        var written = new LinkedHashSet<String>();
        for (var field : holder.fields()) {
            for (var key : OutsideKeys.fields(field)) {
                var alias = keys.asked(
                        key, field, holder.definition().type().named().name());
                var path = String.join(" { ", key.path());
                written.add(onType(
                        field, alias + ": " + path + " }".repeat(key.path().size() - 1)));
            }
        }
        return written;
    }

    private String onType(BoundField field, String text) {
        return field.onType() == null
                ? text
                : "... on " + remote.naming().ownType(field.onType()) + " { " + text + " }";
    }

    /**
     * {@code name: value}, for each argument that the client gave or that is preset for its role.
     *
     * @param definition of the field, by its own name
     */
    List<String> arguments(BoundField field, String parent, FieldDefinition definition) {
        var parts = new ArrayList<String>();
        field.written().forEach((name, value) -> {
            var input = field.inputs().get(name);
            var isSkipped = skipsNulls && input != null && input.value().isNull();
            var taken = field.definition().arguments().get(name);
            if (taken == null) {
                throw new IllegalStateException("binding lets no unknown argument pass: " + name);
            }
            if (!isSkipped) {
                parts.add(name + ": "
                        + values.given(value, input == null ? null : input.value(), RemoteValues.place(taken)));
            }
        });
        for (var argument : definition.arguments()) {
            var preset = view.preset(RemoteInput.argument(parent, definition.name(), argument.name()));
            if (preset != null) {
                parts.add(argument.name() + ": " + values.preset(preset));
            }
        }
        return parts;
    }
}
