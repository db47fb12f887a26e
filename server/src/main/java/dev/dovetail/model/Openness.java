package dev.dovetail.model;

/**
 * What every role sees without a permission of its own.
 *
 * @param remoteSchemas all remote schemas; else only administrators see them
 * @param functions the query functions whose table the role may select; else only those it is permitted
 */
public record Openness(boolean remoteSchemas, boolean functions) {
    /** As the reference starts. */
    public static final Openness USUAL = new Openness(true, true);
}
