package dev.dovetail.demo;

import dev.dovetail.app.Server;
import dev.dovetail.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything the demo consists of, up and running. Closing it stops the parts in the reverse order of their start. */
public final class RunningDemo implements AutoCloseable {
    private static final String DATABASE = "demo";
    private static final String EMPTY_DATABASE = "tutorial";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final EmbeddedPostgres postgres;
    private final String databaseUrl;
    private final UsersService users;
    private final ProfilesService profiles;
    private final Server server;

    /**
     * Returns when requests are served and the example is set up.
     *
     * @throws PortTaken when another program listens on one of the ports
     */
    public static RunningDemo start(DemoOptions options, Map<String, String> environment)
            throws IOException, InterruptedException {
        // Before the slow parts: whoever has to choose another port wants to hear it at once
        for (var port : List.of(options.enginePort(), options.usersPort(), options.profilesPort())) {
            requireFree(port);
        }
        return new RunningDemo(options, environment);
    }

    private RunningDemo(DemoOptions options, Map<String, String> environment) throws IOException, InterruptedException {
        try {
            postgres = started(EmbeddedPostgres.start(options.home().resolve("postgres")));
            databaseUrl = postgres.url(database(options));
            var store = started(new SqlUserStore(databaseUrl));
            users = started(UsersService.start(options.usersPort(), store));
            profiles = started(ProfilesService.start(options.profilesPort()));
            server = started(Server.start(words(options), engineEnvironment(environment)));
            server.awaitReady(PATIENCE);
            if (!options.empty()) {
                setUp(options);
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    public String engineUrl() {
        return "http://localhost:" + server.port();
    }

    public String databaseUrl() {
        return databaseUrl;
    }

    public UsersService users() {
        return users;
    }

    public ProfilesService profiles() {
        return profiles;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception stubborn) {
                System.err.println("dovetail: a part of the demo did not stop cleanly: " + stubborn);
            }
        }
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    private String database(DemoOptions options) {
        if (!options.empty()) {
            postgres.createDatabase(DATABASE);
            return DATABASE;
        }
        Databases.drop(postgres.url("postgres"), EMPTY_DATABASE);
        postgres.createDatabase(EMPTY_DATABASE);
        return EMPTY_DATABASE;
    }

    private void setUp(DemoOptions options) {
        try (var engine = new EngineClient(engineUrl(), options.adminSecret())) {
            new DemoSetup(users.url(), profiles.url()).apply(engine);
        }
    }

    private static List<String> words(DemoOptions options) {
        var port = String.valueOf(options.enginePort());
        var own = List.of("serve", "--server-port", port, "--log-level", "warn", "--enable-console");
        return Stream.concat(own.stream(), options.engine().stream()).toList();
    }

    /** The user's own engine options (a database, a secret) are not meant for the demo. */
    private Map<String, String> engineEnvironment(Map<String, String> environment) {
        Map<String, String> own = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (!name.startsWith("HASURA_GRAPHQL_")) {
                own.put(name, value);
            }
        });
        own.put("HASURA_GRAPHQL_DATABASE_URL", databaseUrl);
        return own;
    }

    private static void requireFree(int port) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new PortTaken(port);
        }
    }
}
