package dev.dovetail.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How many statements Postgres has run for others in one database, transactions' own included. */
final class Statements implements AutoCloseable {
    private final Connection connection;

    private Statements(Connection connection) {
        this.connection = connection;
    }

    static Statements in(Cluster cluster, String database) throws SQLException {
        var connection = DriverManager.getConnection(cluster.jdbcUrl(database));
        try (var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
        return new Statements(connection);
    }

    long calls() {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select coalesce(sum(calls), 0) from pg_stat_statements
                        where dbid = (select oid from pg_database where datname = current_database())
                          and query not like '%pg_stat_statements%'""")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The newest statement of anybody else, as it was sent. */
    String last() {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select query from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                        order by query_start desc limit 1""")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
