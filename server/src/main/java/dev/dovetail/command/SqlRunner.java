package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs an administrator's SQL as {@code run_sql} does: any number of statements, the last result as text. */
public interface SqlRunner {

    /**
     * Runs the SQL in one transaction (unless {@code noTransaction}) and lets {@code verdict} see the result, and read
     * the changed catalog, before the commit; when it throws, everything is rolled back.
     */
    <T> T run(SourceName source, Request request, Function<InFlight, T> verdict);

    record Request(String sql, boolean readOnly, boolean noTransaction) {}

    /**
     * @param rows null when the last statement answers no rows (CommandOk); else the header first, cells as Postgres
     *     prints them
     */
    record Result(@Nullable List<List<@Nullable String>> rows) {}

    /** The open transaction after the SQL ran. */
    interface InFlight {
        Result result();

        /** The catalog as this transaction sees it. */
        Catalog catalog(Set<TableName> enumTables);
    }
}
