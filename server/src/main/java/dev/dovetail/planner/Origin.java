package dev.dovetail.planner;

import dev.dovetail.model.Column;
import dev.dovetail.model.NativeQuery;
import dev.dovetail.model.SelectRule;
import dev.dovetail.model.Table;
import dev.dovetail.name.ColumnName;
import dev.dovetail.sql.TypeName;
import java.util.function.Supplier;

/** Where the rows of a selection come from; each asking for them is one more source in the statement. */
sealed interface Origin {
    Supplier<Access.Rows> rows();

    /** The rule by which the role reads them. */
    SelectRule rule(Access access);

    /** The column behind a field's name, which binding has checked. */
    Column column(String field);

    /** The type of a whole row, where functions may be given one. */
    TypeName rowType();

    /** A table's rows: all that are there, or those a function answers. */
    record OfTable(Table table, Supplier<Access.Rows> rows) implements Origin {
        @Override
        public SelectRule rule(Access access) {
            return access.readRule(table);
        }

        @Override
        public Column column(String field) {
            return table.findField(field).orElseThrow();
        }

        @Override
        public TypeName rowType() {
            return Casts.rowOf(table);
        }
    }

    record OfQuery(NativeQuery query, Supplier<Access.Rows> rows) implements Origin {
        @Override
        public SelectRule rule(Access access) {
            return access.readRule(query);
        }

        @Override
        public Column column(String field) {
            return query.returns().find(new ColumnName(field)).orElseThrow();
        }

        /** No function takes a row of a native query. */
        @Override
        public TypeName rowType() {
            return TypeName.builtin("record");
        }
    }
}
