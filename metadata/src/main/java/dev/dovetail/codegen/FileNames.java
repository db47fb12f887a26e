package dev.dovetail.codegen;

import java.util.Locale;
import java.util.Set;

/**
 * Names of handlers' files. One that a file beside it has, or a module that the code imports, is not taken:
 * {@code engine.action.js} holds the action {@code engine}. No action has a dot in its name, so none meets another.
 */
final class FileNames {
    private static final Set<String> SCRIPTS = Set.of("actionserver", "engine", "server");
    private static final Set<String> GO = Set.of("main", "engine");
    private static final Set<String> PYTHON = Set.of("engine", "flask", "json", "os", "typing", "urllib");

    private FileNames() {}

    static String javaScript(String action) {
        return stem(action, SCRIPTS, ".action") + ".js";
    }

    static String typeScript(String action) {
        return stem(action, SCRIPTS, ".action") + ".ts";
    }

    static String go(String action) {
        return stem(action, GO, ".action") + ".go";
    }

    /** Without the ending: as a module is called, which has no dot. */
    static String python(String action) {
        return stem(action, PYTHON, "_action");
    }

    /** Whatever the case: there are disks that do not mind it. */
    private static String stem(String action, Set<String> taken, String more) {
        return taken.contains(action.toLowerCase(Locale.ROOT)) ? action + more : action;
    }
}
