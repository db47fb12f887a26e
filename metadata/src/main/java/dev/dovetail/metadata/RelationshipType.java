package dev.dovetail.metadata;

public enum RelationshipType {
    OBJECT("object"),
    ARRAY("array");

    private final String wire;

    RelationshipType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
