package dev.dovetail.http;

import dev.dovetail.session.Session;
import org.jspecify.annotations.Nullable;

/** Who sees the {@code internal} part of errors: everybody in dev mode, else administrators if that is switched on. */
public record ErrorPolicy(boolean devMode, boolean adminInternalErrors) {

    /** @param session null when the client was not let in */
    public boolean showsInternal(@Nullable Session session) {
        return devMode
                || (adminInternalErrors && session != null && session.role().isAdmin());
    }
}
