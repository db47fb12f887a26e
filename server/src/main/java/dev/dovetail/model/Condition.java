package dev.dovetail.model;

import java.util.List;

/** A condition on a row: a permission's filter or check, or a client's {@code where}. */
public sealed interface Condition {
    Condition ALWAYS = new And(List.of());

    /** True when empty. */
    record And(List<Condition> of) implements Condition {
        public And {
            of = List.copyOf(of);
        }
    }

    /** False when empty. */
    record Or(List<Condition> of) implements Condition {
        public Or {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    record Compare(Column column, Comparison operator, ValueSource value) implements Condition {}

    /** The text of a JSON column stands under the comparison. */
    record CompareText(Column column, Comparison operator, ValueSource value) implements Condition {}

    /** {@code _ceq} and its kin. {@code ofRoot}: the right column belongs to the table the whole condition is about. */
    record CompareColumns(Column left, Comparison operator, Column right, boolean ofRoot) implements Condition {}

    /** Some related row fulfils the condition. */
    record Related(Relationship relationship, Condition where) implements Condition {}

    /** Some row of a table, related or not, fulfils the condition. Permissions only. */
    record Exists(Table table, Condition where) implements Condition {}
}
