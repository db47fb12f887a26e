package dev.dovetail.demo;

import java.util.Locale;

/** What the demo tells when it is up. */
final class Banner {
    private static final double NANOS_PER_SECOND = 1e9;

    private static final String READY = """

            Dovetail runs (started in %.1f s):

              console    %s/console        try it in the browser
              engine     %s/v1/graphql     (metadata API: /v1/metadata)
              users      %s     REST, the handler of the action createUser
              profiles   %s     GraphQL, the remote schema auth0
              Postgres   %s

            """;

    private static final String EXAMPLE = """
            Create a user through the action, and follow the answer into the table and on to the remote schema:

            curl -s %s/v1/graphql%s -d '{
              "query": "mutation { createUser(name: \\"Hodor\\") { \
            id user { name auth0_id auth0_profile { email nickname last_login } } } }"
            }'

            """;

    private static final String EMPTY = """
            The database is empty. The README's five minutes begin here.

            """;

    /** Not the secret itself: what is printed may be kept. */
    private static final String SECRET = " -H 'X-Hasura-Admin-Secret: YOUR_SECRET'";

    private Banner() {}

    static String of(RunningDemo demo, DemoOptions options, long nanos) {
        var ready = String.format(
                Locale.ROOT,
                READY,
                nanos / NANOS_PER_SECOND,
                demo.engineUrl(),
                demo.engineUrl(),
                demo.users().url(),
                demo.profiles().url(),
                demo.databaseUrl());
        var next = options.empty()
                ? EMPTY
                : EXAMPLE.formatted(demo.engineUrl(), options.adminSecret() == null ? "" : SECRET);
        return ready + next + "Ctrl-C stops everything.\n";
    }
}
