package dev.dovetail.model;

import dev.dovetail.name.SourceName;
import dev.dovetail.sql.RawSelect;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT written by hand. Native queries refer to each other in circles, so relationships are attached after all
 * exist; from the moment the model is handed out nothing changes any more.
 */
public final class NativeQuery {
    private final SourceName source;
    private final String name;
    private final @Nullable String description;
    private final Code code;
    private final SequencedMap<String, Argument> arguments;
    private final LogicalModel returns;
    private SequencedMap<String, Relationship> toTables = new LinkedHashMap<>();
    private SequencedMap<String, NativeRelationship> toQueries = new LinkedHashMap<>();

    /** @param holes what each hole of the query gets, in their order */
    public record Code(RawSelect query, List<Argument> holes) {
        public Code {
            holes = List.copyOf(holes);
        }
    }

    /** @param nullable whether it may be null or left out */
    public record Argument(
            String name,
            ColumnType type,
            boolean nullable,
            @Nullable String description) {}

    NativeQuery(
            SourceName source,
            String name,
            @Nullable String description,
            Code code,
            SequencedMap<String, Argument> arguments,
            LogicalModel returns) {
        this.source = source;
        this.name = name;
        this.description = description;
        this.code = code;
        this.arguments = arguments;
        this.returns = returns;
    }

    void relate(SequencedMap<String, Relationship> tables, SequencedMap<String, NativeRelationship> queries) {
        toTables = Collections.unmodifiableSequencedMap(tables);
        toQueries = Collections.unmodifiableSequencedMap(queries);
    }

    public SourceName source() {
        return source;
    }

    /** Also the name of its root field. */
    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public Code code() {
        return code;
    }

    public Collection<Argument> arguments() {
        return arguments.values();
    }

    public LogicalModel returns() {
        return returns;
    }

    public SequencedMap<String, Relationship> toTables() {
        return toTables;
    }

    public SequencedMap<String, NativeRelationship> toQueries() {
        return toQueries;
    }

    /** The type of its rows: with relationships it has one of its own. */
    public String typeName() {
        return isRelated() ? name : returns.name();
    }

    public boolean isRelated() {
        return !toTables.isEmpty() || !toQueries.isEmpty();
    }

    /** The type of what a field gives to a native query is called after the field. */
    public static String argumentsType(String field) {
        return field + "_arguments";
    }

    @Override
    public String toString() {
        return name;
    }
}
