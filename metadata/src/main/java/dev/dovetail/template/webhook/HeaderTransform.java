package dev.dovetail.template.webhook;

import dev.dovetail.template.Scope;
import dev.dovetail.template.TemplateError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of headers. A header that is added replaces those of its name; the reference sends both, and so two
 * content types.
 *
 * @param added names as written
 * @param removed names in lower case
 */
public record HeaderTransform(SortedMap<String, Part> added, Set<String> removed) {
    /** Ends a header and begins another, or a body: no template may write such a thing. */
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\x00]");

    public HeaderTransform {
        removed = Set.copyOf(removed);
    }

    public static HeaderTransform of(Map<String, String> added, Collection<String> removed) {
        var parts = new TreeMap<String, Part>(String.CASE_INSENSITIVE_ORDER);
        added.forEach((name, text) -> parts.put(name, Part.ofText(text)));
        return new HeaderTransform(
                parts,
                removed.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    /** Both; where both add a header, the other does. */
    public HeaderTransform and(@Nullable HeaderTransform other) {
        if (other == null) {
            return this;
        }
        var both = new TreeMap<>(added);
        both.putAll(other.added);
        var removedByBoth = new HashSet<>(removed);
        removedByBoth.addAll(other.removed);
        return new HeaderTransform(both, removedByBoth);
    }

    List<TemplateError> problems() {
        return added.values().stream().flatMap(part -> part.problems().stream()).toList();
    }

    /** Throws {@link TransformFailure}. */
    List<Message.Line> apply(List<Message.Line> headers, Scope scope) {
        var kept = new ArrayList<Message.Line>();
        for (var header : headers) {
            if (!removed.contains(header.name().toLowerCase(Locale.ROOT)) && !added.containsKey(header.name())) {
                kept.add(header);
            }
        }
        var parts = new TextParts(scope);
        added.forEach((name, part) -> kept.add(new Message.Line(name, parts.text(part))));
        parts.check();
        for (var header : kept) {
            if (LINE_BREAK.matcher(header.name() + header.value()).find()) {
                throw TransformFailure.saying("Invalid header: a name or value has a line break");
            }
        }
        return kept;
    }
}
