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
                var checked = action(action);
                if (isServed(action.definition())) {
                    resolved.put(action.name(), checked);
                }
            } catch (Unresolvable fault) {
                faults.add(
                        new ObjectId.Action(action.name()),
                        ActionCodec.encode(action),
                        "in action \"" + action.name() + "\"; " + fault.reason());
            }
        }
        return resolved;
    }

    /**
     * What is not served yet is left out, with a warning: called without its transform a handler would do the wrong
     * thing.
     */
    static boolean isServed(ActionDefinition definition) {
        return definition.requestTransform() == null && definition.responseTransform() == null;
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
                environment.render(definition.handler()),
                environment.headers(definition.headers()),
                definition.forwardClientHeaders(),
                ignored == null
                        ? null
                        : ignored.stream()
                                .map(each -> each.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()),
                Duration.ofSeconds(timeout),
                definition.maximumAge() == null ? null : Duration.ofSeconds(definition.maximumAge()),
                metadata.permissions().stream()
                        .map(ActionMetadata.Permission::role)
                        .collect(Collectors.toSet()));
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
