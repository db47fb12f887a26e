package dev.dovetail.plan;

import java.util.List;

/** What a client wants to know of an asynchronous action's call, in the order of its answer. */
public record Report(List<Part> parts) {
    public Report {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {
        String key();
    }

    public record Id(String key) implements Part {}

    public record CreatedAt(String key) implements Part {}

    public record Errors(String key) implements Part {}

    /** @param shape of the handler's answer; null until it is there */
    public record Output(String key, Shape shape) implements Part {}

    public record TypeName(String key, String type) implements Part {}
}
