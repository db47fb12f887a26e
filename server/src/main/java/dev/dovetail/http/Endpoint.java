package dev.dovetail.http;

import dev.dovetail.error.ApiException;

/** What answers at a path. Called on the event loop and must not block it. */
interface Endpoint {

    void answer(Exchange exchange, byte[] body);

    /** Answers a request that was refused before it reached the endpoint, in the endpoint's way of telling errors. */
    void refuse(Exchange exchange, ApiException refusal);
}
