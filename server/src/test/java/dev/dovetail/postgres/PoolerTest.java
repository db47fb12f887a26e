package dev.dovetail.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Behind a pooler nothing is prepared, from the first statement on, because a name may mean another's statement there.
 */
class PoolerTest {
    private static final String PREPARED =
            "select convert_to((select count(*) from pg_prepared_statements)::text, 'UTF8')";

    @Test
    void aPoolerIsFoundBeforeTheFirstStatement() throws IOException {
        assertThat(preparedBehindPooler("")).containsOnly("0");
    }

    @Test
    void theUsersWordCounts() throws IOException {
        assertThat(preparedBehindPooler("&use_prepared_statements=true")).containsOnly("1");
        assertThat(preparedBehindPooler("&use_prepared_statements=false")).containsOnly("0");
    }

    @Test
    void aPoolersConnectionsKeepTheirSettings() throws IOException {
        try (var proxy = new MutedProxy(TestPostgres.port())) {
            proxy.pretendPooling();
            assertThat(jit("127.0.0.1:" + proxy.port() + "/postgres?sslmode=disable"))
                    .isEqualTo("on");
        }
    }

    @Test
    void nothingIsCompiledJustInTimeUnlessSomebodyWantsIt() {
        var address = "127.0.0.1:" + TestPostgres.port() + "/postgres?sslmode=disable";
        assertThat(jit(address)).isEqualTo("off");
        assertThat(jit(address + "&use_prepared_statements=true")).isEqualTo("off");
        assertThat(jit(address + "&options=-c%20jit%3Don")).isEqualTo("on");
    }

    private static String jit(String address) {
        var url = ConnectionUrl.parse("postgres://postgres@" + address, PoolSettings.DEFAULT.withMaxConnections(1));
        try (var database = new PgDatabase(TestPostgres.vertx(), url)) {
            return new String(
                    database.run("select convert_to(current_setting('jit'), 'UTF8')", List.of(), null), UTF_8);
        }
    }

    private static List<String> preparedBehindPooler(String parameters) throws IOException {
        try (var proxy = new MutedProxy(TestPostgres.port())) {
            proxy.pretendPooling();
            var url = ConnectionUrl.parse(
                    "postgres://postgres@127.0.0.1:" + proxy.port() + "/postgres?sslmode=disable" + parameters,
                    PoolSettings.DEFAULT.withMaxConnections(3));
            try (var database = new PgDatabase(TestPostgres.vertx(), url)) {
                var answers = new ArrayList<String>();
                answers.add(new String(
                        database.inTransaction(null, transaction -> transaction.run(PREPARED, List.of())), UTF_8));
                var all = new ArrayList<CompletableFuture<byte[]>>();
                for (var i = 0; i < 20; i++) {
                    all.add(database.start(PREPARED, List.of(), null).answer().toCompletableFuture());
                }
                all.forEach(one -> answers.add(new String(one.join(), UTF_8)));
                return answers;
            }
        }
    }
}
