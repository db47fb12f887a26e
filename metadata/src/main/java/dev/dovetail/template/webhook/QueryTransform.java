package dev.dovetail.template.webhook;

import dev.dovetail.template.Scope;
import dev.dovetail.template.TemplateError;
import dev.dovetail.template.UriText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of the query of an address. */
public sealed interface QueryTransform {

    /** Names and values are escaped; one that comes out as null leaves its pair out. */
    record Pairs(List<Pair> pairs) implements QueryTransform {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /** The query as one text; what is escaped in it already stays so. */
    record Whole(Part text) implements QueryTransform {}

    /** @param value null for a name without a value */
    record Pair(Part name, @Nullable Part value) {
        public static Pair of(String name, @Nullable String value) {
            return new Pair(Part.ofText(name), value == null ? null : Part.ofText(value));
        }

        private Stream<Part> parts() {
            return value == null ? Stream.of(name) : Stream.of(name, value);
        }
    }

    static QueryTransform whole(String text) {
        return new Whole(Part.ofText(text));
    }

    default List<TemplateError> problems() {
        var parts = switch (this) {
            case Pairs(var pairs) -> pairs.stream().flatMap(Pair::parts);
            case Whole(var text) -> Stream.of(text);
        };
        return parts.flatMap(part -> part.problems().stream()).toList();
    }

    /** Without the question mark; empty for none. Throws {@link TransformFailure}. */
    default String query(Scope scope) {
        var parts = new TextParts(scope);
        var query = switch (this) {
            case Pairs(var pairs) -> query(pairs, parts);
            case Whole(var text) -> UriText.query(parts.text(text));
        };
        parts.check();
        return query;
    }

    private static String query(List<Pair> pairs, TextParts parts) {
        var written = new ArrayList<String>();
        for (var pair : pairs) {
            var name = parts.text(pair.name());
            var value = pair.value() == null ? null : parts.text(pair.value());
            if (!name.equals("null") && !"null".equals(value)) {
                written.add(
                        value == null ? UriText.escaped(name) : UriText.escaped(name) + "=" + UriText.escaped(value));
            }
        }
        return String.join("&", written);
    }
}
