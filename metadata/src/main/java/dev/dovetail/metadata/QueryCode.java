package dev.dovetail.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The SQL of a native query, in which <code>{{name}}</code> stands for the value of an argument.
 *
 * @param texts what stands before, between and after the variables: one more than there are variables
 * @param variables in the order of the text
 */
public record QueryCode(List<String> texts, List<String> variables) {
    public QueryCode {
        texts = List.copyOf(texts);
        variables = List.copyOf(variables);
        if (texts.size() != variables.size() + 1) {
            throw new IllegalArgumentException("texts stand around variables");
        }
    }

    /** @throws IllegalArgumentException with the reference's words */
    public static QueryCode parse(String code) {
        var texts = new ArrayList<String>();
        var variables = new ArrayList<String>();
        var from = 0;
        for (var open = code.indexOf("{{"); open >= 0; open = code.indexOf("{{", from)) {
            var close = code.indexOf('}', open);
            if (close < 0 || !code.startsWith("}}", close)) {
                throw new IllegalArgumentException("Found '{{' without a matching closing '}}'");
            }
            texts.add(code.substring(from, open));
            variables.add(code.substring(open + 2, close));
            from = close + 2;
        }
        texts.add(code.substring(from));
        return new QueryCode(texts, variables);
    }

    /** As it was written. */
    public String text() {
        var text = new StringBuilder(texts.getFirst());
        for (int i = 0; i < variables.size(); i++) {
            text.append("{{").append(variables.get(i)).append("}}").append(texts.get(i + 1));
        }
        return text.toString();
    }

    public SequencedSet<String> used() {
        return new LinkedHashSet<>(variables);
    }
}
