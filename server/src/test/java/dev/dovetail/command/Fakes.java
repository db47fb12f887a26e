package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.ForeignKeyInfo;
import dev.dovetail.catalog.FunctionInfo;
import dev.dovetail.catalog.KeyInfo;
import dev.dovetail.catalog.PgType;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.execute.ActionLog;
import dev.dovetail.execute.Stoppable;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.RemoteSchemaDefinition;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.model.Model;
import dev.dovetail.model.Openness;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.FunctionName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import dev.dovetail.operation.legacy.DataBinder;
import dev.dovetail.operation.legacy.DataCall;
import dev.dovetail.plan.Step;
import dev.dovetail.planner.Planner;
import dev.dovetail.planner.PlannerOptions;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.schema.Schemas;
import dev.dovetail.session.Session;
import dev.dovetail.snapshot.Snapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A world in memory: a store, one or more databases that are only catalogs, remote schemas that are only answers. */
final class Fakes {
    final Map<SourceName, Map<TableName, TableInfo>> databases = new LinkedHashMap<>();
    /** Of every database. */
    final Map<FunctionName, List<FunctionInfo>> functions = new LinkedHashMap<>();

    final Map<RemoteSchemaName, JsonNode> remotes = new LinkedHashMap<>();
    final Snapshots snapshots = new Snapshots();
    final List<String> log = new ArrayList<>();

    /** What the next SQL does to the default database, and what it answers. */
    Runnable nextSql = () -> {};

    @Nullable
    List<List<@Nullable String>> nextRows = null;

    boolean storeIsDown;

    /** What happens in the store before it tells its version. */
    Runnable meanwhile = () -> {};

    JsonNode stored = Json.read("""
            {"version": 3, "sources": [{"name": "default", "kind": "postgres", "tables": [],
              "configuration": {"connection_info": {"database_url": "postgres://here/db"}}}]}
            """);
    long version = 1;

    final Changes changes = new Changes(ports(), snapshots, Map.of("SET", "value")::get, Openness.USUAL);
    private final Commands commands = new Commands(changes, new FakeSql(), this::ran, ActionLog.NONE, CallHistory.NONE);

    Fakes() {
        database("default");
        table("default", "users", "id", "name", "kind_id");
        table("default", "posts", "id", "author_id");
        foreignKey("default", "posts", "author_id", "users");
        table("default", "kinds", "id");
        foreignKey("default", "users", "kind_id", "kinds");
    }

    private Ports ports() {
        return new Ports(
                new FakeStore(),
                new FakeCatalogs(),
                QueryProber.NONE,
                new FakeConnector(),
                this::introspect,
                IntrospectionStore.NONE,
                new FakeSql());
    }

    JsonNode metadata(String body) {
        return handle(MetadataApi.Endpoint.METADATA, body);
    }

    JsonNode query(String body) {
        return handle(MetadataApi.Endpoint.QUERY, body);
    }

    JsonNode handle(MetadataApi.Endpoint endpoint, String body) {
        return commands.handle(endpoint, Session.admin(), Json.read(body), new Stoppable());
    }

    JsonNode handleAs(Session session, String body) {
        return commands.handle(MetadataApi.Endpoint.METADATA, session, Json.read(body), new Stoppable());
    }

    JsonNode dataAs(Session session, String body) {
        return commands.handle(MetadataApi.Endpoint.V1_QUERY, session, Json.read(body), new Stoppable());
    }

    /** Plans the call instead of running it; answers the SQL. */
    private JsonNode ran(DataCall call, Model model, Session session) {
        var bound = new DataBinder(model, SchemaKey.of(session)).bind(call);
        var plan = new Planner(new PlannerOptions(false, 1_000))
                .plan(bound.operation(), new Schemas(model).of(SchemaKey.of(session)));
        return switch (plan.steps().getFirst()) {
            case Step.SqlQuery query -> Json.string(query.call().sql());
            case Step.SqlMutation mutation ->
                Json.string(mutation.calls().getFirst().sql());
            case Step.SqlMutations _,
                    Step.NestedInsert _,
                    Step.ActionCall _,
                    Step.ActionSubmission _,
                    Step.ActionReport _,
                    Step.RemoteCall _,
                    Step.Constant _,
                    Step.Namespaced _ -> throw new IllegalStateException("no SQL");
        };
    }

    void database(String source) {
        databases.put(new SourceName(source), new LinkedHashMap<>());
    }

    void table(String source, String name, String... columns) {
        var infos = new ArrayList<ColumnInfo>();
        for (var column : columns) {
            infos.add(new ColumnInfo(
                    new ColumnName(column),
                    infos.size() + 1,
                    PgType.builtin(column.equals("name") ? "text" : "int4"),
                    !column.equals("id"),
                    false,
                    ColumnInfo.Identity.NONE,
                    false,
                    null));
        }
        put(
                source,
                new TableInfo(
                        TableName.inPublic(name),
                        name.hashCode(),
                        TableInfo.Kind.TABLE,
                        null,
                        infos,
                        new KeyInfo(name + "_pkey", List.of(new ColumnName("id"))),
                        List.of(),
                        List.of(),
                        true,
                        true,
                        true));
    }

    private void put(String source, TableInfo info) {
        database(new SourceName(source)).put(info.name(), info);
    }

    private Map<TableName, TableInfo> database(SourceName source) {
        return databases.computeIfAbsent(source, _ -> new LinkedHashMap<>());
    }

    void foreignKey(String source, String table, String column, String target) {
        var info = database(new SourceName(source)).get(TableName.inPublic(table));
        if (info == null) throw new IllegalArgumentException(table);
        var columns = new LinkedHashMap<ColumnName, ColumnName>();
        columns.put(new ColumnName(column), new ColumnName("id"));
        var keys = new ArrayList<>(info.foreignKeys());
        keys.add(new ForeignKeyInfo(table + "_" + column + "_fkey", TableName.inPublic(target), columns));
        put(
                source,
                new TableInfo(
                        info.name(),
                        info.oid(),
                        info.kind(),
                        info.comment(),
                        info.columns(),
                        info.primaryKey(),
                        info.uniques(),
                        keys,
                        true,
                        true,
                        true));
    }

    /** Renames a table of the default source, and columns in it and in keys that point to it. */
    void rename(String from, String to, Map<String, String> columns) {
        var tables = database(SourceName.DEFAULT);
        for (var info : List.copyOf(tables.values())) {
            var isIt = info.name().name().equals(from);
            tables.remove(info.name());
            var renamed = isIt ? TableName.inPublic(to) : info.name();
            tables.put(
                    renamed,
                    new TableInfo(
                            renamed,
                            info.oid(),
                            info.kind(),
                            info.comment(),
                            info.columns().stream()
                                    .map(each -> isIt ? rename(each, columns) : each)
                                    .toList(),
                            info.primaryKey(),
                            info.uniques(),
                            info.foreignKeys().stream()
                                    .map(key -> rename(key, from, to, columns))
                                    .toList(),
                            true,
                            true,
                            true));
        }
    }

    private static ColumnInfo rename(ColumnInfo column, Map<String, String> columns) {
        return new ColumnInfo(
                rename(column.name(), columns),
                column.position(),
                column.type(),
                column.nullable(),
                column.hasDefault(),
                column.identity(),
                column.generated(),
                column.comment());
    }

    private static ColumnName rename(ColumnName column, Map<String, String> columns) {
        return new ColumnName(columns.getOrDefault(column.value(), column.value()));
    }

    private static ForeignKeyInfo rename(ForeignKeyInfo key, String from, String to, Map<String, String> columns) {
        if (!key.target().name().equals(from)) return key;
        var renamed = new LinkedHashMap<ColumnName, ColumnName>();
        key.columns().forEach((own, other) -> renamed.put(own, rename(other, columns)));
        return new ForeignKeyInfo(key.constraint(), TableName.inPublic(to), renamed);
    }

    private Catalog catalog(SourceName source) {
        var tables = databases.get(source);
        if (tables == null) throw new ApiException(ErrorCode.UNAVAILABLE, Path.ROOT, "connection refused");
        return new Catalog("15.0", new LinkedHashMap<>(tables), new LinkedHashMap<>(functions), Map.of());
    }

    private JsonNode introspect(RemoteSchemaName name, RemoteSchemaDefinition definition) {
        log.add("introspect " + name);
        var answer = remotes.get(name);
        if (answer != null) return answer;
        throw new ApiException(ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, "HTTP exception occurred");
    }

    private final class FakeStore implements MetadataStore {
        @Override
        public Stored load() {
            version();
            return new Stored(stored, version);
        }

        @Override
        public long version() {
            if (storeIsDown) throw new ApiException(ErrorCode.UNAVAILABLE, Path.ROOT, "store is down");
            meanwhile.run();
            return version;
        }

        @Override
        public long save(JsonNode metadata, long expectedVersion) {
            if (expectedVersion != version) throw new ApiException(ErrorCode.CONFLICT, Path.ROOT, "somebody was first");
            stored = metadata;
            log.add("save");
            return ++version;
        }
    }

    private final class FakeCatalogs implements CatalogReader {
        @Override
        public Catalog read(SourceName source, Set<TableName> enumTables) {
            log.add("read " + source);
            return catalog(source);
        }
    }

    private static final class FakeConnector implements SourceConnector {
        @Override
        public Map<SourceName, String> reconcile(List<SourceMetadata> sources) {
            return Map.of();
        }
    }

    private final class FakeSql implements SqlRunner {
        @Override
        public <T> T run(SourceName source, Request request, Function<InFlight, T> verdict) {
            var before = new LinkedHashMap<>(database(source));
            nextSql.run();
            try {
                return verdict.apply(new InFlight() {
                    @Override
                    public Result result() {
                        return new Result(nextRows);
                    }

                    @Override
                    public Catalog catalog(Set<TableName> enumTables) {
                        return Fakes.this.catalog(source);
                    }
                });
            } catch (ApiException refusal) {
                databases.put(source, before);
                throw refusal;
            }
        }
    }
}
