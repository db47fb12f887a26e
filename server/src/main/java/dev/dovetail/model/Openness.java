package dev.dovetail.model;

/**
 * What options show of the schemas or hide, whatever the permissions, and how requests are read by them.
 *
 * @param remoteSchemas all remote schemas; else only administrators see them
 * @param functions the query functions whose table the role may select; else only those it is permitted
 * @param updateMany {@code update_…_many}
 * @param aggregatePredicates aggregates of related rows in filters
 * @param arrays arrays as lists; else as scalars of their own, {@code _text}
 * @param conventions how names are put together
 */
public record Openness(
        boolean remoteSchemas,
        boolean functions,
        boolean updateMany,
        boolean aggregatePredicates,
        boolean arrays,
        Conventions conventions,
        NullRules nulls) {
    /** As the reference starts. */
    public static final Openness USUAL = new Openness(true, true, true, true, true, Conventions.USUAL, NullRules.USUAL);
}
