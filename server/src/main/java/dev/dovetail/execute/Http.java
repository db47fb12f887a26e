package dev.dovetail.execute;

import java.time.Duration;
import java.util.List;

/** Calls to web addresses of others: handlers of actions, remote schemas. */
public interface Http {

    /**
     * Sends and waits on this (virtual) thread; an interrupt gives the exchange up. Redirects are not followed.
     *
     * @throws HttpFailure when there is no complete answer in time
     */
    Response send(Request request);

    /**
     * As {@link #send}, without waiting; the answer fails with {@link HttpFailure}. Never blocks; throws
     * {@link HttpFailure} when nothing can be sent at all.
     */
    Underway<Response> start(Request request);

    /**
     * @param url http or https; may hold a secret
     * @param timeout of the whole exchange, to the last byte of the answer
     */
    record Request(String method, String url, List<Header> headers, byte[] body, Duration timeout) {
        @Override
        public String toString() {
            return method;
        }
    }

    record Response(int status, List<Header> headers, byte[] body) {
        @Override
        public String toString() {
            return String.valueOf(status);
        }
    }
}
