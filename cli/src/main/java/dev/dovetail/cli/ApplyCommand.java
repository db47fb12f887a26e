package dev.dovetail.cli;

import dev.dovetail.json.Json;

/** Replaces the server's metadata by the project's. */
final class ApplyCommand {
    private ApplyCommand() {}

    static int run(Invocation in) {
        var output = Output.of(in.option("--output"));
        var local = in.local();
        var metadata = local.project().metadata();
        if (in.flag("--dry-run")) {
            in.print((output == null ? Output.JSON : output).text(metadata));
            return Exit.DONE;
        }
        var arguments = Json.object().put("allow_inconsistent_metadata", !in.flag("--disallow-inconsistent-metadata"));
        arguments.set("metadata", metadata);
        var command = Json.object().put("type", "replace_metadata").put("version", 2);
        command.set("args", arguments);
        var faults = new Faults(local);
        var server = in.server();
        try {
            var answer = server.command(command);
            answer.path("warnings")
                    .forEach(warning -> in.warn(warning.path("message").asString("")));
            faults.objects(answer.path("inconsistent_objects")).forEach(in::warn);
            if (!answer.path("is_consistent").asBoolean(true)) {
                in.warn("the metadata is inconsistent: what is listed above is not served");
            }
        } catch (Refusal refusal) {
            throw Failed.refused("the metadata was not applied\n" + faults.refusal(refusal));
        }
        if (output == null) {
            in.say("Metadata applied");
        } else {
            in.print(output.text(server.export()));
        }
        return Exit.DONE;
    }
}
