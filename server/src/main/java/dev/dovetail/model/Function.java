package dev.dovetail.model;

import dev.dovetail.name.RoleName;
import java.util.Set;

/**
 * A tracked function that answers rows of a tracked table.
 *
 * @param table the table whose rows it answers
 * @param set whether it answers any number of rows; else one
 * @param mutation whether it is called by a mutation
 * @param names in GraphQL
 * @param permitted the roles with a permission of their own
 */
public record Function(
        Routine routine, Table table, boolean set, boolean mutation, Names names, Set<RoleName> permitted) {

    /**
     * @param field as descriptions tell it: the root field is that with the source's prefix and suffix
     * @param arguments of the type of the argument {@code args}
     */
    public record Names(
            String field, String aggregate, String arguments, String description, String aggregateDescription) {}

    @Override
    public String toString() {
        return routine.name().display();
    }
}
