package dev.dovetail.command;

import dev.dovetail.codegen.ActionCode;
import dev.dovetail.codegen.Delegation;
import dev.dovetail.codegen.Framework;
import dev.dovetail.codegen.GeneratedFile;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Code for the handlers of actions. */
final class CodegenCommands {
    private CodegenCommands() {}

    static Question frameworks(JsonNode args, Path path) {
        Fields.of("ActionFrameworks", args, path);
        return _ -> Out.object()
                .fullList(
                        "frameworks",
                        List.of(Framework.values()),
                        each -> Out.object()
                                .put("name", each.wire())
                                .put("language", each.language())
                                .put("needs", each.needs())
                                .done())
                .done();
    }

    static Question code(JsonNode args, Path path) {
        var fields = Fields.of("ActionCode", args, path);
        var name = fields.required("action", NameCodec::action);
        var framework = fields.required("framework", CodegenCommands::framework);
        var delegation = fields.optional("derive_from", CodegenCommands::delegation);
        var kit = fields.flag("starter_kit", false);
        return state -> {
            var action = Lookup.action(state.metadata(), name);
            var files = new ArrayList<>(ActionCode.of(action, state.metadata().customTypes(), delegation, framework));
            if (kit) {
                files.addAll(ActionCode.starterKit(framework));
            }
            return Out.object()
                    .put("action", name.value())
                    .put("framework", framework.wire())
                    .fullList("files", files, CodegenCommands::file)
                    .done();
        };
    }

    private static JsonNode file(GeneratedFile file) {
        return Out.object()
                .put("name", file.name())
                .put("content", file.content())
                .put("shared", (Boolean) file.shared())
                .done();
    }

    private static Framework framework(JsonNode node, Path path) {
        var wire = Fields.text(node, path);
        return Framework.of(wire)
                .orElseThrow(() -> Fields.fail(
                        path,
                        "framework " + wire + " is not found; there are "
                                + Arrays.stream(Framework.values())
                                        .map(Framework::wire)
                                        .collect(Collectors.joining(", "))));
    }

    private static Delegation delegation(JsonNode node, Path path) {
        try {
            return Delegation.of(Fields.text(node, path));
        } catch (ApiException e) {
            throw Fields.fail(path, "this seems to be an invalid GraphQL query");
        }
    }
}
