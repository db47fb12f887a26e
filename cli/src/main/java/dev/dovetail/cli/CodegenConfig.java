package dev.dovetail.cli;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.project.ProjectException;
import dev.dovetail.metadata.project.Yaml;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts {@code actions.codegen} into the text of a {@code config.yaml}, by lines, so that its comments stay. Where that
 * does not give what is meant, the file is written anew.
 */
final class CodegenConfig {
    private static final String FILE = ProjectFolder.CONFIG;

    private CodegenConfig() {}

    static String in(String text, String framework, String folder) {
        var read = Yaml.read(FILE, text);
        var wanted = read != null && read.json() instanceof ObjectNode object ? object.deepCopy() : Json.object();
        var actions = wanted.get("actions") instanceof ObjectNode there ? there : wanted.putObject("actions");
        // What else stands there, as the reference's uri, stays.
        var codegen = actions.get("codegen") instanceof ObjectNode there ? there : actions.putObject("codegen");
        codegen.put("framework", framework).put("output_dir", folder);
        var edited = edited(text, codegen);
        return isMeant(edited, wanted) ? edited : Yaml.write(wanted);
    }

    private static boolean isMeant(String text, ObjectNode wanted) {
        try {
            var read = Yaml.read(FILE, text);
            return read != null && read.json().equals(wanted);
        } catch (ProjectException e) {
            return false;
        }
    }

    private static String edited(String text, JsonNode codegen) {
        var lines = new ArrayList<>(text.lines().toList());
        var block = new ArrayList<String>(List.of("  codegen:"));
        Yaml.write(codegen).lines().forEach(line -> block.add("    " + line));
        var actions = index(lines, 0, "actions:");
        if (actions < 0) {
            lines.add("actions:");
            lines.addAll(block);
        } else {
            lines.set(actions, lines.get(actions).replaceFirst("\\{}", "").stripTrailing());
            var old = index(lines, actions + 1, "  codegen:");
            if (old > 0 && old < end(lines, actions, 0)) {
                lines.subList(old, end(lines, old, 2)).clear();
            }
            lines.addAll(end(lines, actions, 0), block);
        }
        return String.join("\n", lines) + "\n";
    }

    private static int index(List<String> lines, int from, String start) {
        for (var i = from; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    /** Behind the last line that is indented by more. */
    private static int end(List<String> lines, int key, int indent) {
        var end = key + 1;
        for (var i = key + 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (line.length() - line.stripLeading().length() <= indent) {
                break;
            }
            end = i + 1;
        }
        return end;
    }
}
