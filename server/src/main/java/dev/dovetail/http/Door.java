package dev.dovetail.http;

import dev.dovetail.auth.Authenticator;
import dev.dovetail.error.ApiException;
import dev.dovetail.observe.Observer;
import dev.dovetail.session.Session;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        Observer observer) {

    /**
     * Lets a request in as whoever asks, or has it refused: the one way into everything that asks who somebody is.
     *
     * @param endpoint refuses what comes before we serve
     * @param denied refuses whom we do not know
     * @return null when it was refused
     */
    @Nullable
    Session enter(Exchange exchange, Endpoint endpoint, Consumer<ApiException> denied) {
        if (readiness.state() instanceof Readiness.NotReady(var reason)) {
            endpoint.refuse(exchange, Refusals.unavailable(reason));
            return null;
        }
        try {
            var session = authenticator.authenticate(exchange.headers());
            exchange.enteredAs(session);
            return session;
        } catch (ApiException refusal) {
            denied.accept(refusal);
            return null;
        }
    }
}
