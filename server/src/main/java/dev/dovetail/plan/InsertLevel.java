package dev.dovetail.plan;

import dev.dovetail.error.Path;
import dev.dovetail.name.ColumnName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The rows that one place of a nested insert puts into one table: those of the field itself, or all that its rows have
 * under one relationship. A level is one statement if its rows give the same columns.
 *
 * @param forms the statements, one for each set of columns and each conflict clause that occurs; a form takes its rows
 *     as one parameter ({@link SqlCall.Argument.InsertRows}) and answers {@code {"affected": "1", "rows": [{…}]}}, a
 *     row for each it wrote, in their order, holding what {@link Link}s hand on
 * @param links to the levels within
 */
public record InsertLevel(List<Form> forms, List<Link> links) {
    /** Under this key a row's answer holds the row itself, as the text of a composite value. */
    public static final String WHOLE_ROW = ".row";

    public InsertLevel {
        forms = List.copyOf(forms);
        links = List.copyOf(links);
    }

    /** @param many false for a statement that inserts one row of defaults, and takes no parameter for it */
    public record Form(SqlCall call, boolean many) {}

    /**
     * A relationship to another level.
     *
     * @param before whether the other level's rows are inserted first, and ours refer to them
     * @param handedOn columns of the level that comes second to those of the level that comes first
     * @param refusal what to say when a row that shall be referred to was not written
     */
    public record Link(
            String relationship,
            InsertLevel level,
            boolean before,
            SequencedMap<ColumnName, ColumnName> handedOn,
            String refusal) {
        public Link {
            handedOn = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(handedOn));
        }
    }

    /**
     * One row.
     *
     * @param form which of the level's statements inserts it
     * @param alone whether some row of the list it stands in has related rows: one by one then means without the others
     *     of that list
     * @param values what the client gives
     * @param related the rows it brings along, by the number of the link
     * @param path where its failure is reported
     */
    public record Row(
            int form,
            boolean alone,
            SequencedMap<ColumnName, SlotValue> values,
            SequencedMap<Integer, List<Row>> related,
            Path path) {
        public Row {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
            related = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(related));
        }

        public List<Row> related(int link) {
            return related.getOrDefault(link, List.of());
        }
    }
}
