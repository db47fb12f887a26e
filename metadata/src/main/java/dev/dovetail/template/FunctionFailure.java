package dev.dovetail.template;

/** A function cannot do with its argument. */
final class FunctionFailure extends RuntimeException {
    private final String words;

    FunctionFailure(String words) {
        super(words, null, false, false);
        this.words = words;
    }

    @Override
    public String getMessage() {
        return words;
    }
}
