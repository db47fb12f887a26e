package dev.dovetail.codegen;

import java.util.Set;

/** Names that Java takes. */
final class JavaNames {
    private static final Set<String> KEYWORDS = Set.of(
            "_",
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    /** Methods that records and our own types have already. */
    private static final Set<String> METHODS = Set.of(
            "clone", "finalize", "getClass", "hashCode", "json", "notify", "notifyAll", "toString", "wait", "text");

    /** Types that the code speaks of by these names. */
    private static final Set<String> TYPES = Set.of(
            "Arguments",
            "ActionServer",
            "Boolean",
            "Call",
            "Double",
            "Engine",
            "Exception",
            "Integer",
            "Json",
            "List",
            "Long",
            "Map",
            "Number",
            "Object",
            "Override",
            "Record",
            "String",
            "ActionCall",
            "ActionError",
            "Enum");

    private JavaNames() {}

    static String field(String name) {
        return KEYWORDS.contains(name) || METHODS.contains(name) ? name + "_" : name;
    }

    static String type(String name) {
        var words = Set.of("var", "yield", "record", "sealed", "permits");
        return KEYWORDS.contains(name) || TYPES.contains(name) || words.contains(name) || name.endsWith("Action")
                ? name + "Type"
                : name;
    }
}
