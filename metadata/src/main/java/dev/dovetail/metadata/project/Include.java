package dev.dovetail.metadata.project;

import java.util.ArrayDeque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A reference to another file, {@code "!include path"}, the path being relative to the file it stands in. It may also
 * be written as a tag. A text that merely looks like one stands in single quotes.
 */
record Include(String path) {
    static final String TAG = "!include";

    private static final String START = TAG + " ";

    String text() {
        return START + path;
    }

    JsonNode node() {
        return JsonNodeFactory.instance.pojoNode(this);
    }

    static boolean mistakable(String text) {
        return text.startsWith(START) && text.indexOf('\n') < 0;
    }

    /** The path in such a text, with or without quotes around it. */
    static String pathIn(String text) {
        var path = text.substring(START.length()).strip();
        var quoted = path.length() > 1 && path.startsWith("\"") && path.endsWith("\"");
        return quoted ? path.substring(1, path.length() - 1) : path;
    }

    /** {@code path}, seen from the folder of the file {@code from}; without {@code .} and inner {@code ..}. */
    static String resolve(String from, String path) {
        var parts = new ArrayDeque<String>();
        for (var part : (from.substring(0, from.lastIndexOf('/') + 1) + path.replace('\\', '/')).split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
