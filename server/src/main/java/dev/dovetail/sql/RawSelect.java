package dev.dovetail.sql;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * A query that a person has written, with holes for values. {@link RawReader} makes one only of what can stand between
 * parentheses and stay there: one SELECT, its own parentheses closed, without comments and without parameters.
 *
 * @param holes how many there were to be filled; those that stood in comments are not among the parts
 */
public record RawSelect(List<Part> parts, int holes) {
    public RawSelect {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {
        /** Names, keywords, operators and numbers. */
        record Plain(String text) implements Part {}

        /** A literal or a quoted name. */
        record Quoted(String text) implements Part {}

        record Hole(int index) implements Part {}
    }

    /** @throws IllegalArgumentException with what is wrong, when the text can leave its place or is no query */
    public static RawSelect read(List<String> aroundHoles) {
        return new RawReader(aroundHoles).read();
    }

    /** @param fill writes the value of a hole */
    void write(StringBuilder out, IntConsumer fill) {
        for (var part : parts) {
            switch (part) {
                case Part.Plain(var text) -> out.append(text);
                case Part.Quoted(var text) -> out.append(text);
                case Part.Hole(var index) -> {
                    out.append(' ');
                    fill.accept(index);
                }
            }
        }
    }

    RawSelect mapPlain(UnaryOperator<String> change) {
        return new RawSelect(
                parts.stream()
                        .map(part -> part instanceof Part.Plain(var text) ? new Part.Plain(change.apply(text)) : part)
                        .toList(),
                holes);
    }
}
