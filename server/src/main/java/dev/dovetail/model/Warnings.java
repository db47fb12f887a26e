package dev.dovetail.model;

import dev.dovetail.metadata.Metadata;
import java.util.ArrayList;
import java.util.List;

/** Says which parts of the metadata are kept but have no effect yet, so that nothing is silently inert. */
final class Warnings {
    private static final String CODE = "feature-not-available";

    private Warnings() {}

    static List<Model.Warning> of(Metadata metadata) {
        var warnings = new ArrayList<Model.Warning>();
        for (var source : metadata.sources()) {
            for (var table : source.tables()) {
                var where = " of table " + table.table() + " in source " + source.name();
                if (!table.eventTriggers().isEmpty()) {
                    warn(warnings, "event triggers" + where);
                }
            }
        }
        if (!metadata.inheritedRoles().isEmpty()) {
            warn(warnings, "inherited roles");
        }
        for (var kept : List.of("cron_triggers", "rest_endpoints", "allowlist", "api_limits")) {
            if (!metadata.rest().path(kept).isEmpty()) {
                warn(warnings, kept);
            }
        }
        return warnings;
    }

    private static void warn(List<Model.Warning> warnings, String what) {
        warnings.add(new Model.Warning(CODE, what + " are kept in the metadata but not served by this version"));
    }
}
