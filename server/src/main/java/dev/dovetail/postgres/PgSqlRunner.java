package dev.dovetail.postgres;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.command.SqlRunner;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import dev.dovetail.request.Explain;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code run_sql}, on a connection of its own that ends with it, so that no SET of the administrator's reaches anybody
 * else. Blocks; an interrupt closes the connection.
 */
public final class PgSqlRunner implements SqlRunner, Explain.PlanReader {
    private static final String TIME_ZONE = "SELECT convert_to(current_setting('TimeZone'), 'UTF8')";

    private final Sources sources;

    public PgSqlRunner(Sources sources) {
        this.sources = sources;
    }

    @Override
    public <T> T run(SourceName source, Request request, Function<InFlight, T> verdict) {
        var database = sources.of(source);
        // The JDBC driver starts its session in this process's time zone; the server's own is wanted.
        var timeZone = new String(database.run(TIME_ZONE, List.of(), null), StandardCharsets.UTF_8);
        try (var connection = JdbcDoor.open(database.url().connection())) {
            new SqlScript(connection).command("SET TIME ZONE '" + timeZone.replace("'", "''") + "'");
            return request.noTransaction()
                    ? withoutTransaction(connection, request, verdict)
                    : inTransaction(connection, request, verdict);
        } catch (SQLException failure) {
            throw SqlFailures.of(failure, request.sql());
        }
    }

    @Override
    public List<String> plan(SourceName source, String sql) {
        var question = new Request("EXPLAIN (FORMAT TEXT) " + sql, true, false);
        return run(source, question, open -> lines(open.result()));
    }

    /** The first row is the header. */
    private static List<String> lines(Result result) {
        var rows = Objects.requireNonNull(result.rows());
        return rows.stream()
                .skip(1)
                .map(row -> Objects.requireNonNull(row.getFirst()))
                .toList();
    }

    private static <T> T withoutTransaction(Connection connection, Request request, Function<InFlight, T> verdict)
            throws SQLException {
        var script = new SqlScript(connection);
        var result = script.runOneByOne(request.sql());
        return verdict.apply(new Open(script, result));
    }

    private static <T> T inTransaction(Connection connection, Request request, Function<InFlight, T> verdict)
            throws SQLException {
        connection.setReadOnly(request.readOnly());
        connection.setAutoCommit(false);
        try {
            var script = new SqlScript(connection);
            var answer = verdict.apply(new Open(script, script.run(request.sql())));
            connection.commit();
            return answer;
        } finally {
            // After a commit there is nothing left to roll back.
            if (!connection.isClosed()) {
                connection.rollback();
            }
        }
    }

    private record Open(SqlScript script, Result result) implements InFlight {
        @Override
        public Catalog catalog(Set<TableName> enumTables) {
            script.bytes(PgCatalogReader.WITHOUT_COMPILING);
            return PgCatalogReader.read(script::bytes, enumTables);
        }
    }
}
