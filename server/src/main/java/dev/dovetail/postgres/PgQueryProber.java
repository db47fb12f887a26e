package dev.dovetail.postgres;

import dev.dovetail.catalog.Description;
import dev.dovetail.command.QueryProber;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.json.Json;
import dev.dovetail.name.SourceName;
import dev.dovetail.sql.RawProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Has Postgres read queries and say what their columns would be. They are prepared, neither planned nor run, on a
 * connection of its own that may only read.
 */
public final class PgQueryProber implements QueryProber {
    private static final String BOUND = "SET statement_timeout = '30s'; SET lock_timeout = '10s'";

    /** The driver's words for columns that count by themselves. */
    private static final Map<String, String> COUNTING =
            Map.of("serial", "int4", "bigserial", "int8", "smallserial", "int2");

    private final Sources sources;

    public PgQueryProber(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Map<RawProbe, Description> describe(SourceName source, Set<RawProbe> probes) {
        var described = new LinkedHashMap<RawProbe, Description>();
        if (probes.isEmpty()) {
            return described;
        }
        try (var connection = JdbcDoor.openForPreparing(sources.of(source).url().connection())) {
            connection.setReadOnly(true);
            new SqlScript(connection).command(BOUND);
            for (var probe : probes) {
                described.put(probe, describe(connection, probe.forJdbc()));
            }
        } catch (SQLException failure) {
            var refused = new Description.Refused(internal(SqlFailures.of(failure, "")));
            probes.forEach(probe -> described.putIfAbsent(probe, refused));
        } catch (ApiException failure) {
            probes.forEach(probe -> described.putIfAbsent(probe, new Description.Refused(internal(failure))));
        }
        return described;
    }

    private static Description describe(Connection connection, String sql) {
        try (var statement = connection.prepareStatement(sql)) {
            var columns = statement.getMetaData();
            var types = new LinkedHashMap<String, String>();
            for (var column = 1; column <= columns.getColumnCount(); column++) {
                var type = columns.getColumnTypeName(column);
                types.put(columns.getColumnLabel(column), COUNTING.getOrDefault(type, type));
            }
            return new Description.Columns(types);
        } catch (SQLException failure) {
            return new Description.Refused(internal(SqlFailures.of(failure, sql)));
        }
    }

    /** Only administrators are told. */
    private static JsonNode internal(ApiException failure) {
        return failure.failure() instanceof Failure.Own(var _, var _, var message, var internal)
                ? internal == null ? Json.string(message) : internal
                : Json.string(String.valueOf(failure.getMessage()));
    }
}
