package dev.dovetail.sql;

import java.util.List;

/** A whole statement: intermediate results, then what it does. */
public record Statement(List<Cte> with, Body body) {
    public record Cte(Alias name, Body body) {}

    public static Statement of(Body body) {
        return new Statement(List.of(), body);
    }
}
