package dev.dovetail.postgres;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;

/** Builds the client's pools with every default that would defeat the design set otherwise. */
final class Pools {
    /** Per connection; a statement costs the server some 10 to 100 kB. */
    private static final int STATEMENTS_MAX = 1_000;

    private static final int CLEANER_PERIOD_MS = 5_000;

    private Pools() {}

    /** @param onConnect sees each new connection first, and closes it to hand it to the pool */
    static Pool open(
            Vertx vertx,
            ConnectionSettings connection,
            PoolSettings settings,
            boolean prepare,
            Handler<SqlConnection> onConnect) {
        var pool = new PoolOptions()
                .setMaxSize(settings.maxConnections())
                .setMaxWaitQueueSize(PoolSettings.WAIT_QUEUE_MAX)
                .setConnectionTimeout(Math.toIntExact(settings.acquireTimeout().toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(settings.idleTimeout().toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setPoolCleanerPeriod(CLEANER_PERIOD_MS);
        var lifetime = settings.lifetime();
        pool.setMaxLifetime(lifetime == null ? 0 : Math.toIntExact(lifetime.toSeconds()));
        pool.setMaxLifetimeUnit(TimeUnit.SECONDS);
        var connectTimeoutMs = Math.toIntExact(connection.connectTimeout().toMillis());
        var net = new NetClientOptions()
                .setConnectTimeout(connectTimeoutMs)
                .setReadIdleTimeout(connectTimeoutMs)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        return PgBuilder.pool()
                .with(pool)
                .with(net)
                .connectingTo(options(connection, prepare))
                .withConnectHandler(onConnect)
                .using(vertx)
                .build();
    }

    static PgConnectOptions options(ConnectionSettings connection, boolean prepare) {
        var options = new PgConnectOptions()
                .setHost(connection.host())
                .setPort(connection.port())
                .setDatabase(connection.database())
                .setUser(connection.user())
                .setSslMode(sslMode(connection.sslMode()))
                .setSslOptions(tls(connection))
                .setCachePreparedStatements(prepare)
                .setPreparedStatementCacheMaxSize(STATEMENTS_MAX)
                .setPreparedStatementCacheSqlFilter(sql -> true)
                // Parse travels with Bind, so that a pooler cannot hand the two to different servers.
                .setUseLayer7Proxy(!prepare);
        // Replaces the client's own start-up parameters: PgBouncer refuses some of them.
        var parameters = new LinkedHashMap<String, String>(connection.parameters());
        parameters.put("client_encoding", "utf8");
        options.setProperties(parameters);
        var password = connection.password();
        if (password != null) {
            options.setPassword(password);
        }
        return options;
    }

    private static io.vertx.pgclient.SslMode sslMode(SslMode mode) {
        return switch (mode) {
            case DISABLE -> io.vertx.pgclient.SslMode.DISABLE;
            case ALLOW -> io.vertx.pgclient.SslMode.ALLOW;
            case PREFER -> io.vertx.pgclient.SslMode.PREFER;
            case REQUIRE -> io.vertx.pgclient.SslMode.REQUIRE;
            case VERIFY_CA -> io.vertx.pgclient.SslMode.VERIFY_CA;
            case VERIFY_FULL -> io.vertx.pgclient.SslMode.VERIFY_FULL;
        };
    }

    private static ClientSSLOptions tls(ConnectionSettings connection) {
        var files = connection.tls();
        var options = new ClientSSLOptions();
        var verify = switch (connection.sslMode()) {
            case DISABLE, ALLOW, PREFER, REQUIRE -> false;
            case VERIFY_CA, VERIFY_FULL -> true;
        };
        options.setHostnameVerificationAlgorithm(connection.sslMode() == SslMode.VERIFY_FULL ? "HTTPS" : "");
        if (!verify) {
            options.setTrustAll(true);
        } else {
            options.setTrustOptions(trust(files));
        }
        var cert = files.cert();
        var key = files.key();
        if (cert != null && key != null) {
            var pair = new PemKeyCertOptions();
            if (TlsFiles.isPem(cert)) {
                pair.addCertValue(Buffer.buffer(cert));
            } else {
                pair.addCertPath(cert);
            }
            if (TlsFiles.isPem(key)) {
                pair.addKeyValue(Buffer.buffer(key));
            } else {
                pair.addKeyPath(key);
            }
            options.setKeyCertOptions(pair);
        }
        return options;
    }

    private static TrustOptions trust(TlsFiles files) {
        var root = files.rootCert();
        if (root == null || root.equals("system")) {
            return platformTrust();
        }
        return TlsFiles.isPem(root)
                ? new PemTrustOptions().addCertValue(Buffer.buffer(root))
                : new PemTrustOptions().addCertPath(root);
    }

    private static TrustOptions platformTrust() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the platform's trust store cannot be read", broken);
        }
    }
}
