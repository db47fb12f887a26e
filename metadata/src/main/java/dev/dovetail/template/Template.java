package dev.dovetail.template;

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
