package dev.dovetail.model;

import dev.dovetail.metadata.ActionCodec;
import dev.dovetail.metadata.ActionDefinition;
import dev.dovetail.metadata.ActionMetadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.name.ActionName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves actions: types, handler, headers. */
final class ActionStage {
    private static final int TIMEOUT_SECONDS_DEFAULT = 30;

    private final CustomTypeStage types;
    private final EnvironmentText environment;
    private final Predicate<String> taken;
    private final Faults faults;

    /** @param taken whether a type has the name, apart from those of actions */
    ActionStage(CustomTypeStage types, EnvironmentText environment, Predicate<String> taken, Faults faults) {
        this.types = types;
        this.taken = taken;
        this.environment = environment;
        this.faults = faults;
    }

    SequencedMap<ActionName, Action> resolve(List<ActionMetadata> actions) {
        var resolved = new LinkedHashMap<ActionName, Action>();
        for (var action : actions) {
            try {
                resolved.put(action.name(), action(action));
            } catch (Unresolvable fault) {
                faults.add(
                        new ObjectId.Action(action.name()),
                        ActionCodec.encode(action),
                        "in action \"" + action.name() + "\"; " + fault.reason());
            }
        }
        return resolved;
    }

    private Action action(ActionMetadata metadata) {
        var definition = metadata.definition();
        var output = TypeText.parse(definition.outputType());
        if (!types.isOutput(output.typeName())) {
            throw new Unresolvable("the type: " + output.typeName() + " is not defined in custom types");
        }
        var asynchronous = definition.kind() == ActionDefinition.ActionKind.ASYNCHRONOUS;
        if (asynchronous) {
            checkReport(metadata.name().value());
            types.checkAsynchronous(output.typeName());
        }
        var arguments = definition.arguments().stream().map(this::argument).toList();
        var timeout = definition.timeout() == null ? TIMEOUT_SECONDS_DEFAULT : definition.timeout();
        var ignored = definition.ignoredClientHeaders();
        var request = definition.requestTransform();
        var response = definition.responseTransform();
        return new Action(
                metadata.name(),
                metadata.comment(),
                switch (definition.type()) {
                    case QUERY -> Action.Type.QUERY;
                    case MUTATION -> Action.Type.MUTATION;
                },
                asynchronous,
                arguments,
                output,
                definition.handler(),
                environment.render(definition.handler()),
                request == null ? null : request.transform(),
                response == null ? null : response.transform(),
                environment.headers(definition.headers()),
                definition.forwardClientHeaders(),
                ignored == null
                        ? null
                        : ignored.stream()
                                .map(each -> each.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()),
                Duration.ofSeconds(timeout),
                definition.maximumAge() == null ? null : Duration.ofSeconds(definition.maximumAge()),
                inputs(arguments, definition.checkScalars()),
                metadata.permissions().stream()
                        .map(ActionMetadata.Permission::role)
                        .collect(Collectors.toSet()));
    }

    private Action.@Nullable Inputs inputs(List<Action.Argument> arguments, boolean checked) {
        var objects = types.inputObjects();
        return checked
                        || arguments.stream()
                                .anyMatch(
                                        each -> objects.containsKey(each.type().typeName()))
                ? new Action.Inputs(objects, checked)
                : null;
    }

    /** An asynchronous action's name is also that of the type which tells what became of a call. */
    private void checkReport(String name) {
        if (types.isKnown(name) || taken.test(name)) {
            throw new Unresolvable("there already is a type \"" + name
                    + "\", and the name of an asynchronous action is that of a type as well");
        }
    }

    private Action.Argument argument(ActionDefinition.ActionArgument argument) {
        var type = TypeText.parse(argument.type());
        if (!types.isInput(type.typeName())) {
            throw new Unresolvable("the type: " + type.typeName() + " is not defined in custom types or it is not a"
                    + " scalar, enum or input object");
        }
        return new Action.Argument(argument.name(), argument.description(), type);
    }
}
