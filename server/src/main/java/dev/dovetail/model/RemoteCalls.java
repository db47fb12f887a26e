package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.FieldDefinition;
import dev.dovetail.graphql.sdl.InputDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition;
import dev.dovetail.metadata.RemoteRelationshipDefinition;
import dev.dovetail.metadata.RemoteRelationshipDefinition.RemoteFieldCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from a remote schema's query root to the field that a relationship leads to. */
record RemoteCalls(RemoteSchema remote, RemoteTargets.Keys keys) {

    RemoteRelationship.Target target(RemoteRelationshipDefinition.ToRemoteSchema definition) {
        var calls = new ArrayList<RemoteRelationship.Call>();
        var holder = remote.types().queryType();
        for (RemoteFieldCall call = definition.remoteField(); call != null; call = call.nested()) {
            var field = field(holder, call.field());
            calls.add(call(call, field));
            holder = field.type().typeName();
        }
        var batch = definition.batch();
        return new RemoteRelationship.Target.ToRemoteSchema(
                remote, calls, batch == null ? null : batch(batch, calls.getLast()));
    }

    private RemoteRelationship.@Nullable Batch batch(
            RemoteRelationshipDefinition.Batch batch, RemoteRelationship.Call last) {
        if (keys.all().size() != 1) {
            throw new Unresolvable(
                    "a batch has one field on the left side, not " + keys.all().size());
        }
        if (!isListOfNamed(last.type())) {
            throw new Unresolvable(
                    "a batch needs a list, but the field \"" + last.field() + "\" answers " + last.type());
        }
        field(last.type().typeName(), batch.matchBy());
        return new RemoteRelationship.Batch(batch.matchBy(), RemoteTargets.kind(batch.type()));
    }

    private static boolean isListOfNamed(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> isListOfNamed(of);
            case TypeSyntax.ListOf(TypeSyntax.Named _) -> true;
            case TypeSyntax.ListOf(TypeSyntax.NonNull(TypeSyntax.Named _)) -> true;
            case TypeSyntax.ListOf _, TypeSyntax.Named _ -> false;
        };
    }

    private FieldDefinition field(String holder, String name) {
        var fields = switch (remote.types().types().get(holder)) {
            case TypeDefinition.ObjectDefinition object -> object.fields();
            case TypeDefinition.InterfaceDefinition in -> in.fields();
            case null, default -> List.<FieldDefinition>of();
        };
        return fields.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unresolvable("field with name \"" + name + "\" not found in type \"" + holder
                        + "\" of remote schema \"" + remote.name() + "\""));
    }

    private RemoteRelationship.Call call(RemoteFieldCall call, FieldDefinition definition) {
        var arguments = new LinkedHashMap<String, Value>();
        var taken = new HashMap<String, TypeSyntax>();
        call.arguments().forEach((name, json) -> {
            var declared = definition.arguments().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Unresolvable("the argument \"" + name + "\" is not defined for the field \""
                            + definition.name() + "\""));
            taken.put(name, declared.type());
            arguments.put(name, KeyTemplate.read(json, key -> keys.used(key).name()));
        });
        var free = definition.arguments().stream()
                .filter(each -> !arguments.containsKey(each.name()))
                .toList();
        for (InputDefinition each : free) {
            if (call.nested() != null && !each.type().nullable() && each.defaultValue() == null) {
                throw new Unresolvable("the argument \"" + each.name() + "\" of the field \"" + definition.name()
                        + "\" must be given");
            }
        }
        return new RemoteRelationship.Call(definition.name(), arguments, taken, free, definition.type());
    }
}
