package dev.dovetail.template;

/** What no template may go beyond. Far above what people write, far below what would be felt. */
final class Limits {
    private Limits() {}

    static final int TEMPLATE_CHARS = 1_000_000;

    /** Of one number as it is written. */
    static final int NUMBER_CHARS = 1_000;

    /** Of the parser: an expression in another one takes one or two. */
    static final int NESTING = 150;

    /** Expressions evaluated; a few million take a second. */
    static final long STEPS = 5_000_000;

    /** Characters of what is made, looked at or compared, all steps together. */
    static final long CHARACTERS = 64L * 1024 * 1024;

    /** Of what is made: less than the nesting that can be written as JSON. */
    static final int VALUE_NESTING = 450;
}
