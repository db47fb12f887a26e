package dev.dovetail.postgres;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.command.CatalogReader;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.Databases;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads a source's catalog in one round trip, and a second one for the rows of enum tables. */
public final class PgCatalogReader implements CatalogReader {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Compiling such a statement takes ten times as long as running it. */
    static final String WITHOUT_COMPILING = "SELECT convert_to(set_config('jit', 'off', true), 'UTF8')";

    private final Databases databases;

    public PgCatalogReader(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Catalog read(SourceName source, Set<TableName> enumTables) {
        try {
            return databases.of(source).inTransaction(LIMIT, transaction -> {
                transaction.run(WITHOUT_COMPILING, List.of());
                return read(sql -> transaction.run(sql, List.of()), enumTables);
            });
        } catch (ApiException failure) {
            throw withCause(failure);
        }
    }

    /** Only administrators read catalogs: they may, and must, be told what is wrong with the connection. */
    private static ApiException withCause(ApiException failure) {
        if (failure.failure() instanceof Failure.Own own && own.internal() != null) {
            var error = own.internal().path("error");
            var cause = error.isString()
                    ? error.stringValue()
                    : error.path("message").asString("unknown");
            return new ApiException(own.code(), own.path(), own.message() + ": " + cause, own.internal());
        }
        return failure;
    }

    /** @param ask runs a statement that answers one {@code bytea}, wherever: on a pool or in an open transaction */
    static Catalog read(Function<String, byte[]> ask, Set<TableName> enumTables) {
        var catalog = CatalogJson.read(ask.apply(CatalogQuery.SQL));
        var query = EnumTables.query(catalog, enumTables);
        if (query == null) {
            return catalog;
        }
        var values = EnumTables.read(catalog, enumTables, ask.apply(query));
        return new Catalog(catalog.serverVersion(), catalog.tables(), catalog.functions(), values);
    }
}
