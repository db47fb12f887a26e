package dev.dovetail.acceptance;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An engine over more tables than anybody wants to look at, all tracked, each with a key to the one before. */
final class HugeEngine {
    private static final int TABLES = 1_100;

    /** Of one transaction: Postgres runs out of locks for more. */
    private static final int AT_ONCE = 100;

    private HugeEngine() {}

    static Engine start() {
        var database = Postgres.freshDatabase();
        var sql = new Sql(database);
        for (var first = 0; first < TABLES; first += AT_ONCE) {
            sql.run(tables(first));
        }
        sql.run("insert into table_0000 (id, name) select i, 'row ' || i from generate_series(1, 1000) i");
        var engine =
                Engine.start(Map.of("HASURA_GRAPHQL_DATABASE_URL", database, "HASURA_GRAPHQL_ENABLE_CONSOLE", "true"));
        var tables = IntStream.range(0, TABLES)
                .mapToObj("{\"table\": \"table_%04d\"}"::formatted)
                .collect(Collectors.joining(", "));
        engine.api().metadata("pg_track_tables", "{\"tables\": [" + tables + "]}");
        return engine;
    }

    private static String tables(int first) {
        return """
                do $$ begin for i in %d..%d loop
                  execute format('create table %%I (id int primary key, before_id int %%s, name text not null,
                      note text, price numeric, made_at timestamptz, flags jsonb, kind text, size float8, done boolean)',
                    'table_' || to_char(i, 'fm0000'),
                    case when i > 0 then format('references %%I', 'table_' || to_char(i - 1, 'fm0000')) else '' end);
                end loop; end $$;
                """.formatted(first, first + AT_ONCE - 1);
    }
}
