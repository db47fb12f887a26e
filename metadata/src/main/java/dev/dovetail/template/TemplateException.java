package dev.dovetail.template;

/** Carries a {@link TemplateError}. A user's mistake, so without a stack trace. */
public final class TemplateException extends RuntimeException {
    private final transient TemplateError error;

    public TemplateException(TemplateError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    TemplateException(TemplateError.Kind kind, String message, Span span) {
        this(new TemplateError(kind, message, span));
    }

    public TemplateError error() {
        return error;
    }
}
