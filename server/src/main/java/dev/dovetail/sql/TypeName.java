package dev.dovetail.sql;

/** A type to cast to. Types of pg_catalog are printed without their schema. */
public record TypeName(String schema, String name) {
    public static final TypeName TEXT = builtin("text");
    public static final TypeName TEXT_ARRAY = builtin("_text");
    public static final TypeName JSON = builtin("json");
    public static final TypeName JSONB = builtin("jsonb");
    public static final TypeName INT8 = builtin("int8");
    public static final TypeName INT4 = builtin("int4");
    public static final TypeName BOOL = builtin("bool");

    public static TypeName builtin(String name) {
        return new TypeName("pg_catalog", name);
    }

    public boolean isBuiltin() {
        return schema.equals("pg_catalog");
    }
}
