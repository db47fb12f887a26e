package dev.dovetail.model;

/**
 * What options say of naming conventions.
 *
 * @param followed whether they are followed at all: an experimental feature of the reference, off at its start
 * @param usual of sources that do not choose one
 */
public record Conventions(boolean followed, Naming.Convention usual) {
    /** As the reference starts. */
    public static final Conventions USUAL = new Conventions(false, Naming.Convention.HASURA_DEFAULT);
}
