package dev.dovetail.sql;

/** A parameter of a statement, counted from 0 and printed {@code $n+1}. Values travel as text or text[]. */
public record Slot(int index, Kind kind) {
    public enum Kind {
        TEXT,
        TEXT_ARRAY
    }
}
