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
        return new RemoteRelationship.Target.ToRemoteSchema(remote, calls, batch == null ? null : batch(batch, calls));
    }

    private RemoteRelationship.Batch batch(
            RemoteRelationshipDefinition.Batch batch, List<RemoteRelationship.Call> calls) {
        if (keys.all().size() != 1) {
            throw new Unresolvable(
                    "a batch has one field on the left side, not " + keys.all().size());
        }
        var last = calls.getLast();
        if (!isListOfNamed(last.type())) {
            throw new Unresolvable(
                    "a batch needs a list, but the field \"" + last.field() + "\" answers " + last.type());
        }
        checkTakesList(calls, keys.all().getFirst().name());
        checkTellsKey(field(last.type().typeName(), batch.matchBy()));
        return new RemoteRelationship.Batch(batch.matchBy(), RemoteTargets.kind(batch.type()));
    }

    /** All keys go along as one list. */
    private void checkTakesList(List<RemoteRelationship.Call> calls, String key) {
        var places = new KeyPlaces(remote, calls).of(key);
        if (places.isEmpty()) {
            throw new Unresolvable("a batch gives \"" + key + "\" as a list, but no argument takes it");
        }
        for (var place : places) {
            if (!types().isOpen(place.typeName()) && !(isListOfNamed(place) && isLeaf(place))) {
                throw new Unresolvable(
                        "a batch gives \"" + key + "\" as a list, but an argument that takes it is " + place);
            }
        }
        for (var call : calls.subList(0, calls.size() - 1)) {
            if (!isNamed(call.type())) {
                throw new Unresolvable("a batch is one list, but the field \"" + call.field() + "\" on the way answers "
                        + call.type());
            }
        }
    }

    private void checkTellsKey(FieldDefinition matchBy) {
        if (!isNamed(matchBy.type()) || !isLeaf(matchBy.type())) {
            throw new Unresolvable("a batch tells objects apart by a scalar, but the field \"" + matchBy.name()
                    + "\" is " + matchBy.type());
        }
        for (var each : matchBy.arguments()) {
            if (!each.type().nullable() && each.defaultValue() == null) {
                throw new Unresolvable(
                        "the argument \"" + each.name() + "\" of the field \"" + matchBy.name() + "\" must be given");
            }
        }
    }

    private TemplateCheck types() {
        return new TemplateCheck(remote.types().types());
    }

    private static boolean isNamed(TypeSyntax type) {
        return type instanceof TypeSyntax.Named || type instanceof TypeSyntax.NonNull(TypeSyntax.Named _);
    }

    private boolean isLeaf(TypeSyntax type) {
        return switch (remote.types().types().get(type.typeName())) {
            case null -> true;
            case TypeDefinition.ScalarDefinition _, TypeDefinition.EnumDefinition _ -> true;
            case TypeDefinition.ObjectDefinition _,
                    TypeDefinition.InterfaceDefinition _,
                    TypeDefinition.UnionDefinition _,
                    TypeDefinition.InputObjectDefinition _ -> false;
        };
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
            var value = KeyTemplate.read(json, key -> keys.used(key).name());
            types().check(value, declared.type());
            arguments.put(name, value);
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
