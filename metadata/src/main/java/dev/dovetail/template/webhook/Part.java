package dev.dovetail.template.webhook;

import dev.dovetail.template.Scope;
import dev.dovetail.template.Template;
import dev.dovetail.template.TemplateError;
import dev.dovetail.template.TemplateException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A template, or why there is none. */
public sealed interface Part {
    record Readable(Template template) implements Part {}

    record Unreadable(TemplateError error) implements Part {}

    static Part of(String text) {
        try {
            return new Readable(Template.parse(text));
        } catch (TemplateException failure) {
            return new Unreadable(failure.error());
        }
    }

    /** A template of text, which its writer did not put into quotes. */
    static Part ofText(String text) {
        return of('"' + text + '"');
    }

    default List<TemplateError> problems() {
        return switch (this) {
            case Readable _ -> List.of();
            case Unreadable(var error) -> List.of(error);
        };
    }

    /** Throws {@link TemplateException}. */
    default JsonNode evaluate(Scope scope) {
        return switch (this) {
            case Readable(var template) -> template.evaluate(scope);
            case Unreadable(var error) -> throw new TemplateException(error);
        };
    }
}
