package dev.dovetail.sql;

import dev.dovetail.sql.RawSelect.Part;
import java.util.List;

/**
 * A question to Postgres: what would these columns of a query be, if it ran?
 *
 * @param holes the type of each hole
 */
public record RawProbe(RawSelect query, List<TypeName> holes, List<String> columns) {
    public RawProbe {
        holes = List.copyOf(holes);
        columns = List.copyOf(columns);
    }

    /** As JDBC takes it, where a question mark would stand for a parameter. To be described, not to be run. */
    public String forJdbc() {
        var out = new StringBuilder("SELECT ");
        for (var column : columns) {
            if (!column.equals(columns.getFirst())) {
                out.append(", ");
            }
            Quoting.identifier(out, column);
        }
        out.append(" FROM (");
        for (var part : query.mapPlain(text -> text.replace("?", "??")).parts()) {
            switch (part) {
                case Part.Plain(var text) -> out.append(text);
                case Part.Quoted(var text) -> out.append(text);
                case Part.Hole(var index) -> {
                    out.append(" (NULL::text::");
                    Quoting.type(out, holes.get(index));
                    out.append(')');
                }
            }
        }
        return out.append("\n) AS \"query\"").toString();
    }
}
