package dev.dovetail.metadata;

public enum PermissionKind {
    INSERT("insert"),
    SELECT("select"),
    UPDATE("update"),
    DELETE("delete");

    private final String wire;

    PermissionKind(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
