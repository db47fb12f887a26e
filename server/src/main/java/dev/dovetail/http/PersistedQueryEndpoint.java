package dev.dovetail.http;

import dev.dovetail.auth.Authenticator;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;

/**
 * A GET to the GraphQL endpoint asks for a persisted query, which this server has none of; and by GET no other request
 * is run, least of all a mutation.
 */
record PersistedQueryEndpoint(GraphqlEndpoint graphql, Authenticator authenticator) implements Endpoint {

    @Override
    public void answer(Exchange exchange, byte[] body) {
        try {
            exchange.enteredAs(authenticator.authenticate(exchange.headers()));
        } catch (ApiException refusal) {
            graphql.deny(exchange, refusal);
            return;
        }
        graphql.tell(exchange, new ApiException(ErrorCode.NOT_SUPPORTED, Path.ROOT, "PersistedQueryNotSupported"));
    }

    @Override
    public void refuse(Exchange exchange, ApiException refusal) {
        graphql.refuse(exchange, refusal);
    }
}
