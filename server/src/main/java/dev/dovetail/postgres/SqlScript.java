package dev.dovetail.postgres;

import dev.dovetail.command.SqlRunner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** Runs a text of any number of statements on a connection and keeps the last one's result. */
final class SqlScript {
    private final Connection connection;

    SqlScript(Connection connection) {
        this.connection = connection;
    }

    SqlRunner.Result run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            var result = new SqlRunner.Result(null);
            var hasRows = statement.execute(sql);
            while (hasRows || statement.getUpdateCount() != -1) {
                result = hasRows ? rows(statement.getResultSet()) : new SqlRunner.Result(null);
                hasRows = statement.getMoreResults();
            }
            return result;
        }
    }

    /** Each statement by itself: several in one message would be one transaction, which some statements refuse. */
    SqlRunner.Result runOneByOne(String sql) throws SQLException {
        var result = new SqlRunner.Result(null);
        for (var statement : split(sql)) {
            result = run(statement.nativeSql);
        }
        return result;
    }

    byte[] bytes(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBytes(1);
        } catch (SQLException failure) {
            throw SqlFailures.of(failure, sql);
        }
    }

    void command(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<NativeQuery> split(String sql) throws SQLException {
        return Parser.parseJdbcSql(sql, true, false, true, false, false);
    }

    private static SqlRunner.Result rows(ResultSet set) throws SQLException {
        var meta = set.getMetaData();
        var header = new ArrayList<@Nullable String>();
        for (var column = 1; column <= meta.getColumnCount(); column++) {
            header.add(meta.getColumnLabel(column));
        }
        var rows = new ArrayList<List<@Nullable String>>();
        rows.add(header);
        while (set.next()) {
            var row = new ArrayList<@Nullable String>();
            for (var column = 1; column <= header.size(); column++) {
                row.add(set.getString(column));
            }
            rows.add(row);
        }
        return new SqlRunner.Result(rows);
    }
}
