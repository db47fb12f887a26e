package dev.dovetail.properties;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A generated schema with its metadata and data. Everything has two names: the one in GraphQL, which is short and known
 * to the test, and the one in SQL, which may be anything.
 *
 * @param schema in SQL
 */
record World(String schema, List<Table> tables, Role role) {

    /** @param key columns of the primary key; none for a view */
    record Table(
            String name,
            String sql,
            List<Column> columns,
            List<String> key,
            List<Relationship> relationships,
            List<ScalarField> scalars,
            List<TableField> tableFields,
            List<Function> functions,
            @Nullable View view) {

        Column column(String wanted) {
            return columns.stream()
                    .filter(each -> each.name().equals(wanted))
                    .findFirst()
                    .orElseThrow();
        }

        boolean isColumn(String wanted) {
            return columns.stream().anyMatch(each -> each.name().equals(wanted));
        }

        ScalarField scalar(String wanted) {
            return scalars.stream()
                    .filter(each -> each.name().equals(wanted))
                    .findFirst()
                    .orElseThrow();
        }

        TableField tableField(String wanted) {
            return tableFields.stream()
                    .filter(each -> each.name().equals(wanted))
                    .findFirst()
                    .orElseThrow();
        }

        Relationship relationship(String wanted) {
            return relationships.stream()
                    .filter(each -> each.name().equals(wanted))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * @param references the table whose only key column this one refers to, or null
     * @param standard what it is when an insert does not say
     */
    record Column(
            String name,
            String sql,
            Type type,
            boolean nullable,
            @Nullable String references,
            @Nullable Object standard) {}

    /** @param pairs own columns to the target's */
    record Relationship(
            String name, boolean array, String target, SequencedMap<String, String> pairs, boolean byConstraint) {}

    /**
     * A computed field: an integer column plus an argument, plus the session's number, or one.
     *
     * @param added what is added to the column
     */
    record ScalarField(String name, String sql, String column, Added added) {}

    enum Added {
        ONE,
        ARGUMENT,
        SESSION
    }

    /** A computed field: the rows of a table whose column equals the own column. */
    record TableField(String name, String sql, String column, String target, String targetColumn) {}

    /** A function as a root field: the rows whose column is its argument at least. */
    record Function(String name, String column) {}

    /** The rows of a table in which a column is not null. */
    record View(String base, String column) {}

    Table table(String name) {
        return tables.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param tables what it may do, by table; nothing where absent */
    record Role(String name, SequencedMap<String, String> session, SequencedMap<String, Rights> tables) {
        static final String NUMBER = "x-hasura-n";
        static final String TEXT = "x-hasura-t";
        static final String LIST = "x-hasura-l";

        @Nullable
        Rights on(String table) {
            return tables.get(table);
        }
    }

    record Rights(
            @Nullable Select select,
            @Nullable Insert insert,
            @Nullable Update update,
            @Nullable Condition delete) {}

    record Select(
            List<String> columns,
            List<String> scalars,
            Condition filter,
            boolean aggregations,
            @Nullable Integer limit) {}

    record Insert(List<String> columns, Condition check, SequencedMap<String, Term> presets) {}

    record Update(
            List<String> columns,
            Condition filter,
            @Nullable Condition check,
            SequencedMap<String, Term> presets) {}

    /** A value in a condition or preset. */
    sealed interface Term {
        record Literal(Object value) implements Term {}

        /** {@code x-hasura-n} is an integer, {@code x-hasura-t} a text. */
        record Variable(String name) implements Term {}

        /** Of literals, or null for the session's list of integers. */
        record Many(@Nullable List<Object> values) implements Term {}
    }

    /** All tables' rows. */
    record Data(Map<String, List<Row>> rows) {
        List<Row> of(String table) {
            return rows.getOrDefault(table, List.of());
        }
    }
}
