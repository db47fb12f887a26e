package dev.dovetail.codegen;

/** What programming languages tell apart among scalars. */
enum Basic {
    INTEGER,
    LONG,
    NUMBER,
    TEXT,
    TRUTH,
    ANY;

    static Basic of(String scalar) {
        return switch (scalar) {
            case "Int", "smallint", "serial" -> INTEGER;
            case "bigint", "bigserial" -> LONG;
            case "Float", "float8", "numeric" -> NUMBER;
            case "Boolean" -> TRUTH;
            case "String", "ID", "uuid", "bpchar", "citext" -> TEXT;
            case "date", "time", "timetz", "timestamp", "timestamptz" -> TEXT;
            default -> ANY;
        };
    }
}
