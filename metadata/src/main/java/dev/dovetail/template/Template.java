package dev.dovetail.template;

import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A template, ready to be evaluated as often as wanted, by many threads at once. */
public final class Template {
    private final String text;
    private final Expr expr;

    private Template(String text, Expr expr) {
        this.text = text;
        this.expr = expr;
    }

    /** Throws {@link TemplateException} when the text is no template. */
    public static Template parse(String text) {
        return new Template(text, Parser.parse(text));
    }

    /** Throws {@link TemplateException} when it comes upon something that is not there, or does too much. */
    public JsonNode evaluate(Scope scope) {
        return new Evaluator(new Functions(scope.session())).value(expr, Bindings.of(scope));
    }

    /**
     * Of a text that begins with a variable, what is written after it, with {@code filled} for each template in it;
     * empty when it does not begin so.
     */
    public Optional<String> after(String variable, String filled) {
        if (!(expr instanceof Expr.Joined(var _, var parts))
                || parts.isEmpty()
                || !(parts.getFirst() instanceof Expr.Variable(var _, var name))
                || !name.equals(variable)) {
            return Optional.empty();
        }
        return Optional.of(parts.stream()
                .skip(1)
                .map(part -> part instanceof Expr.Text(var _, var written) ? written : filled)
                .collect(Collectors.joining()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && text.equals(template.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
