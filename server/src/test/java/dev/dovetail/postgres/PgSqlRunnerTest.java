package dev.dovetail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.command.SqlRunner;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.metadata.DatabaseUrl;
import dev.dovetail.metadata.SourceConfiguration;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PgSqlRunnerTest {
    private static Sources sources;

    @BeforeAll
    static void open() {
        var url = TestPostgres.freshDatabase(PgSqlRunnerTest.class);
        TestPostgres.sql(url, "alter database pgsqlrunnertest set timezone = 'Asia/Tokyo'");
        sources = new Sources(TestPostgres.vertx(), name -> null);
        sources.reconcile(List.of(
                SourceMetadata.postgres(SourceName.DEFAULT, SourceConfiguration.of(new DatabaseUrl.Literal(url)))));
    }

    @AfterAll
    static void close() {
        sources.close();
    }

    private static @Nullable List<List<@Nullable String>> run(String sql) {
        return run(new SqlRunner.Request(sql, false, false));
    }

    private static @Nullable List<List<@Nullable String>> run(SqlRunner.Request request) {
        var runner = new PgSqlRunner(sources);
        return runner.run(SourceName.DEFAULT, request, open -> open.result()).rows();
    }

    @Test
    void cellsAreTheServersText() {
        checkCells("select true, null, 1.50::numeric, '{1,2}'::int[], 'é'::text", "t", null, "1.50", "{1,2}", "é");
        checkCells("select 'NaN'::float8, 1e20::float8, 0.1::float4", "NaN", "1e+20", "0.1");
        checkCells("select '2020-01-02 03:04:05+00'::timestamptz", "2020-01-02 12:04:05+09");
        checkCells("select 'infinity'::timestamp, '1 day 2 hours'::interval", "infinity", "1 day 02:00:00");
        checkCells("select '\\x00ff'::bytea, 'a'::char(3), '{\"b\":  1}'::json", "\\x00ff", "a  ", "{\"b\":  1}");
        checkCells("select '$1.50'::money, '(1,2)'::point, row(1, 'x')", "$1.50", "(1,2)", "(1,x)");
        checkCells("select '{\"a\": 1}'::jsonb ? 'a', '{fn now()}', $$a;b$$ -- ? ;", "t", "{fn now()}", "a;b");
    }

    @Test
    void theLastStatementAnswers() {
        assertThat(run("select 1; select 2 as two, 3 as three;"))
                .isEqualTo(List.of(List.of("two", "three"), List.of("2", "3")));
        assertThat(run("select 1; set time zone 'UTC'")).isNull();
        assertThat(run("select 1 where false")).isEqualTo(List.of(List.of("?column?")));
        assertThat(run("")).isNull();
        assertThat(run("-- only a comment")).isNull();
        assertThat(
                        run(
                                "create table last (id int); insert into last values (1), (2); select * from last; drop table last"))
                .isNull();
        assertThat(run("create table ret (id int); insert into ret values (7) returning id"))
                .isEqualTo(List.of(List.of("id"), List.of("7")));
        assertThat(run("do $$ begin perform 1; end $$; create function one() returns int language sql begin atomic"
                        + " select 1; select 2; end; select one()"))
                .isEqualTo(List.of(List.of("one"), List.of("2")));
    }

    @Test
    void errorsAreShownAsTheReferenceShowsThem() {
        var failure = failureOf(() -> run("select 1;\nselect nothing"));
        assertThat(failure.code()).isEqualTo(ErrorCode.POSTGRES_ERROR);
        assertThat(failure.code().status()).isEqualTo(400);
        assertThat(failure.message()).isEqualTo("query execution failed");
        assertThat(failure.internal())
                .hasToString(
                        "{\"statement\":\"select 1;\\nselect nothing\",\"prepared\":false,\"error\":{\"exec_status\":"
                                + "\"FatalError\",\"hint\":null,\"message\":\"column \\\"nothing\\\" does not exist\","
                                + "\"status_code\":\"42703\",\"description\":null},\"arguments\":[]}");
        assertThat(state(failureOf(() -> run(new SqlRunner.Request("create table t (id int)", true, false)))))
                .isEqualTo("25006");
        assertThat(state(failureOf(() -> run("create table k (id int primary key deferrable initially deferred);"
                        + "insert into k values (1), (1)"))))
                .isEqualTo("23505");
    }

    @Test
    void theVerdictSeesTheChangedCatalogAndDecides() {
        var runner = new PgSqlRunner(sources);
        var request = new SqlRunner.Request(
                "create table fresh (v text primary key); insert into fresh values ('x')", false, false);
        var fresh = TableName.inPublic("fresh");
        assertThatThrownBy(() -> runner.run(SourceName.DEFAULT, request, open -> {
                    var catalog = open.catalog(Set.of(fresh));
                    assertThat(catalog.tables()).containsKey(fresh);
                    assertThat(catalog.enumValues()).containsKey(fresh);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        var reader = new PgCatalogReader(sources);
        assertThat(reader.read(SourceName.DEFAULT, Set.of()).tables()).doesNotContainKey(fresh);
        run(request);
        assertThat(reader.read(SourceName.DEFAULT, Set.of()).tables()).containsKey(fresh);
    }

    @Test
    void withoutTransactionEachStatementStandsAlone() {
        run("create table big (id int)");
        assertThat(run(new SqlRunner.Request(
                        "create index concurrently big_id on big (id); vacuum big; select count(*) from big",
                        false,
                        true)))
                .isEqualTo(List.of(List.of("count"), List.of("0")));
        assertThat(state(failureOf(() -> run("vacuum big")))).isEqualTo("25001");
        failureOf(() -> run(new SqlRunner.Request("insert into big values (1); select nothing", false, true)));
        assertThat(run("select count(*) from big")).isEqualTo(List.of(List.of("count"), List.of("1")));
    }

    @Test
    void aDumpsSettingsDoNotOutliveIt() {
        run("set client_encoding = 'UTF8'; select pg_catalog.set_config('search_path', '', false);"
                + " create table public.dumped (id int)");
        checkCells("select count(*) from dumped", "0");
    }

    @Test
    void unknownSourcesAreUnavailable() {
        assertThatThrownBy(() -> new PgSqlRunner(sources)
                        .run(new SourceName("other"), new SqlRunner.Request("select 1", false, false), open -> 1))
                .hasMessageContaining("source \"other\" is not connected");
    }

    private static void checkCells(String sql, @Nullable String... expected) {
        var rows = run(sql);
        assertThat(rows).isNotNull().hasSize(2);
        assertThat(rows.get(1)).isEqualTo(Arrays.asList(expected));
    }

    private static String state(Failure.Own failure) {
        assertThat(failure.internal()).isNotNull();
        return failure.internal().path("error").path("status_code").asString();
    }

    private static Failure.Own failureOf(Runnable work) {
        try {
            work.run();
        } catch (ApiException expected) {
            return (Failure.Own) expected.failure();
        }
        throw new AssertionError("nothing failed");
    }
}
