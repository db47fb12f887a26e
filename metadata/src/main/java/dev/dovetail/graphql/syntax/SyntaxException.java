package dev.dovetail.graphql.syntax;

/** The text is not GraphQL, or is more than we read. A control-flow value without stack trace. */
public final class SyntaxException extends RuntimeException {
    private final int offset;
    private final boolean tooLarge;

    private SyntaxException(String problem, int offset, boolean tooLarge) {
        super(problem + " at offset " + offset, null, false, false);
        this.offset = offset;
        this.tooLarge = tooLarge;
    }

    /** {@code offset} counts UTF-16 units from the start of the text. */
    static SyntaxException invalid(String problem, int offset) {
        return new SyntaxException(problem, offset, false);
    }

    static SyntaxException tooLarge(String problem, int offset) {
        return new SyntaxException(problem, offset, true);
    }

    /** In UTF-16 units from the start of the text. */
    public int offset() {
        return offset;
    }

    /** Whether the text hit one of our bounds, and may well be GraphQL. */
    public boolean tooLarge() {
        return tooLarge;
    }
}
