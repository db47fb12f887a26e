package dev.dovetail.sql;

/** A parameter of a statement by its place among those that were planned. Values travel as text or text[]. */
public record Slot(int index, Kind kind) {
    public enum Kind {
        TEXT,
        TEXT_ARRAY
    }
}
