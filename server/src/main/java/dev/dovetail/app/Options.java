package dev.dovetail.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that can be configured, by concern.
 *
 * @param notYet flags and variables that were set and belong to features still to come
 * @param ignored those that were set and mean nothing here
 */
record Options(
        DatabaseOptions database,
        ServerOptions server,
        AuthOptions auth,
        BrowserOptions browser,
        GraphqlOptions graphql,
        LogOptions log,
        LimitOptions limits,
        OutboundOptions outbound,
        WorkOptions work,
        List<String> notYet,
        List<String> ignored) {

    /** Throws a {@link UsageException} for values that cannot be understood or do not go together. */
    static Options of(Map<Option<?>, String> flags, Map<String, String> environment) {
        var settings = Settings.of(OptionTable.ALL, flags, environment);
        var graphql = GraphqlOptions.of(settings);
        var notYet = Stream.concat(settings.setThough(Option.Status.NOT_YET).stream(), graphql.notYet().stream());
        return new Options(
                DatabaseOptions.of(settings),
                ServerOptions.of(settings),
                AuthOptions.of(settings),
                BrowserOptions.of(settings),
                graphql,
                LogOptions.of(settings),
                LimitOptions.of(settings),
                OutboundOptions.of(settings),
                WorkOptions.of(settings),
                notYet.toList(),
                settings.setThough(Option.Status.IGNORED));
    }
}
