package dev.dovetail.demo;

import dev.dovetail.json.Json;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the user wants of the demo. A port 0 takes any free one.
 *
 * @param home the folder in which the Postgres is kept between runs
 * @param empty begin with an empty database and set up nothing, for the tutorial
 * @param engine further words for the engine, as {@code dovetail serve} takes them
 */
public record DemoOptions(
        int enginePort, int usersPort, int profilesPort, Path home, boolean empty, boolean help, List<String> engine) {
    static final String HELP = """
            Usage: dovetail demo [options] [-- options of serve]

            Starts, in one process: a Postgres on 127.0.0.1, the engine, a REST service that creates users (the
            handler of an action) and a GraphQL server with their profiles (a remote schema). Sets up the example that
            joins them unless it is there, prints what runs where and a query to paste. Ctrl-C stops everything; the
            data is kept for the next start.

              --port N            port of the engine (8080)
              --users-port N      port of the REST service (8081)
              --profiles-port N   port of the GraphQL server (8082)
              --empty             begin with an empty database and set up nothing: for the tutorial of the README.
                                  That database is made anew at each such start; the other one is left alone
              --help              show this

            What stands behind -- goes to the engine, for instance: -- --enable-remote-schema-permissions. Variables
            HASURA_GRAPHQL_* do not: they speak of an engine of yours, with its own database and secret.
            """;

    private static final int PORT_MAX = 65_535;

    public DemoOptions(int enginePort, int usersPort, int profilesPort, Path home, boolean empty, boolean help) {
        this(enginePort, usersPort, profilesPort, home, empty, help, List.of());
    }

    /** Throws {@link IllegalArgumentException}, in words for the user, for what it does not understand. */
    static DemoOptions parse(List<String> words, Map<String, String> environment) {
        var enginePort = 8080;
        var usersPort = 8081;
        var profilesPort = 8082;
        var empty = false;
        var help = false;
        var end = words.indexOf("--");
        var own = end < 0 ? words : words.subList(0, end);
        var engine = end < 0 ? List.<String>of() : List.copyOf(words.subList(end + 1, words.size()));
        var rest = own.stream().flatMap(DemoOptions::split).iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            switch (word) {
                case "--port", "--server-port" -> enginePort = port(word, rest);
                case "--users-port" -> usersPort = port(word, rest);
                case "--profiles-port" -> profilesPort = port(word, rest);
                case "--empty" -> empty = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("unknown option '" + word + "'");
            }
        }
        var home = Path.of(environment.getOrDefault("DOVETAIL_HOME", ".dovetail"), "demo");
        return new DemoOptions(enginePort, usersPort, profilesPort, home, empty, help, engine);
    }

    /** One that the engine takes, as far as its words tell; null when they tell none. */
    @Nullable
    String adminSecret() {
        var words = engine.stream().flatMap(DemoOptions::split).toList();
        for (var i = words.size() - 2; i >= 0; i--) {
            switch (words.get(i)) {
                case "--admin-secret", "--access-key" -> {
                    return words.get(i + 1);
                }
                case "--admin-secrets" -> {
                    return firstOf(words.get(i + 1));
                }
                default -> {}
            }
        }
        return null;
    }

    /** Whatever is no list the engine itself refuses. */
    private static @Nullable String firstOf(String secrets) {
        try {
            return Json.read(secrets).path(0).asString("");
        } catch (JacksonException _) {
            return null;
        }
    }

    private static Stream<String> split(String word) {
        var equals = word.indexOf('=');
        return word.startsWith("--") && equals > 0
                ? Stream.of(word.substring(0, equals), word.substring(equals + 1))
                : Stream.of(word);
    }

    private static int port(String flag, Iterator<String> rest) {
        var text = rest.hasNext() ? rest.next() : "";
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > PORT_MAX) {
            throw new IllegalArgumentException(flag + " needs a port from 0 to " + PORT_MAX);
        }
        return Integer.parseInt(text);
    }
}
