package dev.dovetail.http;

import dev.dovetail.auth.Authenticator;
import dev.dovetail.observe.Observer;

/**
 * What stands between a request and what answers it.
 *
 * @param observer hears of faults
 */
record Door(
        Authenticator authenticator,
        Readiness readiness,
        ErrorRenderer renderer,
        QueryLogging logging,
        Observer observer) {}
