package dev.dovetail.model;

/**
 * What null means in a request, where versions of the reference differ and options choose.
 *
 * @param noCondition a comparison with null counts as if it were not written, as in version 1; else it is refused
 * @param forRequiredVariables variables whose type is not nullable take null; else the request is refused
 * @param absentIsNull a nullable variable with neither value nor default is null where it stands; else it counts as if
 *     it did not stand there, as the specification has it
 */
public record NullRules(boolean noCondition, boolean forRequiredVariables, boolean absentIsNull) {
    /** As the reference starts. */
    public static final NullRules USUAL = new NullRules(false, false, true);
}
