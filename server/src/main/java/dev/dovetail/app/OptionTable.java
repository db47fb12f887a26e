package dev.dovetail.app;

import java.util.List;

/** All options. */
final class OptionTable {
    static final List<OptionGroup> GROUPS = List.of(
            DatabaseOptions.GROUP,
            ServerOptions.GROUP,
            AuthOptions.GROUP,
            BrowserOptions.GROUP,
            GraphqlOptions.GROUP,
            LogOptions.GROUP,
            LimitOptions.GROUP,
            OutboundOptions.GROUP,
            LaterOptions.SUBSCRIPTIONS,
            WorkOptions.GROUP,
            LaterOptions.CACHES);

    static final List<Option<?>> ALL = GROUPS.stream()
            .<Option<?>>flatMap(group -> group.options().stream())
            .toList();

    private OptionTable() {}
}
