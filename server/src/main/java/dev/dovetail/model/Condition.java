package dev.dovetail.model;

import dev.dovetail.error.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on a row: a permission's filter or check, or a client's {@code where}. */
public sealed interface Condition {
    Condition ALWAYS = new And(List.of());

    /** The left side of a comparison. */
    sealed interface Operand {
        ColumnType type();

        /** Its name in Postgres, for messages. */
        String name();

        record OfColumn(Column column) implements Operand {
            @Override
            public ColumnType type() {
                return column.type();
            }

            @Override
            public String name() {
                return column.name().value();
            }
        }

        /** A computed field that answers a value. */
        record OfComputed(ComputedField computed, ColumnType type) implements Operand {
            @Override
            public String name() {
                return computed.field();
            }
        }

        /**
         * An aggregate over related rows.
         *
         * @param columns none for {@code count(*)}
         * @param filter of the related rows
         */
        record OfAggregate(
                Relationship relationship,
                String function,
                List<Column> columns,
                boolean distinct,
                Condition filter,
                ColumnType type)
                implements Operand {
            public OfAggregate {
                columns = List.copyOf(columns);
            }

            @Override
            public String name() {
                return relationship.field() + "_aggregate";
            }
        }

        /**
         * An aggregate over the group that the row belongs to; in a {@code having} only.
         *
         * @param columns none for {@code count(*)}
         */
        record OfGroup(String function, List<Column> columns, boolean distinct, ColumnType type) implements Operand {
            public OfGroup {
                columns = List.copyOf(columns);
            }

            @Override
            public String name() {
                return function;
            }
        }

        /**
         * What stands at a path within a jsonb, as a type that JSON has: null where nothing of that type stands there.
         *
         * @param at where the path was given, for messages
         * @param type jsonb, text, numeric or bool
         */
        record AtPath(Operand of, ValueSource path, Path at, ColumnType type) implements Operand {
            @Override
            public String name() {
                return of.name();
            }
        }

        /** An operand cast to another type. */
        record Cast(Operand of, ColumnType type) implements Operand {
            @Override
            public String name() {
                return of.name();
            }
        }
    }

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

    record Compare(Operand operand, Comparison operator, ValueSource value) implements Condition {}

    /**
     * {@code _st_d_within} and its kin.
     *
     * @param spheroid whether to measure on the spheroid; null where the operator does not ask
     */
    record Near(
            Operand operand,
            Comparison operator,
            ValueSource distance,
            ValueSource from,
            @Nullable ValueSource spheroid)
            implements Condition {}

    /** {@code _ceq} and its kin. {@code ofRoot}: the right column belongs to the table the whole condition is about. */
    record CompareColumns(Column left, Comparison operator, Column right, boolean ofRoot) implements Condition {}

    /** Some related row fulfils the condition. */
    record Related(Relationship relationship, Condition where) implements Condition {}

    /** Some row that a computed field answers fulfils the condition. */
    record Computed(ComputedField computed, Table rows, Condition where) implements Condition {}

    /** Some row of a table, related or not, fulfils the condition. Permissions only. */
    record Exists(Table table, Condition where) implements Condition {}
}
