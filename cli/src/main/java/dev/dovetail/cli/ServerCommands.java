package dev.dovetail.cli;

import dev.dovetail.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The commands that ask the server for something and need no project. */
final class ServerCommands {
    private static final String HINT = "see \"dovetail metadata inconsistency list\"";

    private ServerCommands() {}

    static int reload(Invocation in) {
        ask(in, "reload_metadata");
        in.say("Metadata reloaded");
        if (inconsistent(in).isEmpty()) {
            in.say("Metadata is consistent");
        } else {
            in.warn("the metadata is inconsistent: " + HINT);
        }
        return Exit.DONE;
    }

    static int clear(Invocation in) {
        ask(in, "clear_metadata");
        in.say("Metadata cleared");
        return Exit.DONE;
    }

    static int list(Invocation in) {
        var form = Output.of(in.option("--output"));
        var objects = inconsistent(in);
        if (form != null) {
            in.print(form.text(objects));
        } else if (objects.isEmpty()) {
            in.say("Metadata is consistent");
        } else {
            in.print(String.join("\n", new Faults(project(in)).objects(objects)));
        }
        return Exit.DONE;
    }

    static int status(Invocation in) {
        var count = inconsistent(in).size();
        if (count > 0) {
            throw Failed.refused(
                    "the metadata is inconsistent, in " + count + (count == 1 ? " object" : " objects") + ": " + HINT);
        }
        in.say("Metadata is consistent");
        return Exit.DONE;
    }

    static int drop(Invocation in) {
        ask(in, "drop_inconsistent_metadata");
        in.say("All inconsistent objects are dropped from the metadata");
        return Exit.DONE;
    }

    private static JsonNode inconsistent(Invocation in) {
        return ask(in, "get_inconsistent_metadata").path("inconsistent_objects");
    }

    private static JsonNode ask(Invocation in, String type) {
        try {
            return in.server().command(type, Json.object());
        } catch (Refusal refusal) {
            throw Failed.refused(new Faults(null).refusal(refusal));
        }
    }

    /** For places only: without a readable project there are none. */
    private static @Nullable LocalMetadata project(Invocation in) {
        try {
            return in.local();
        } catch (Failed ignored) {
            return null;
        }
    }
}
