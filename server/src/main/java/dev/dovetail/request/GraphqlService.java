package dev.dovetail.request;

import java.util.concurrent.CompletionStage;

/** Answers GraphQL requests. */
public interface GraphqlService {

    /**
     * Never blocks: it may be called on an event loop, and the answer may complete on any thread. A request that is
     * refused completes normally, with the errors in the body; the stage fails only by a fault of ours.
     */
    CompletionStage<GraphqlAnswer> answer(GraphqlCall call);

    /**
     * What everybody's schema is made from: while it is this very object, no schema changes. For who keeps something
     * that was made from one.
     */
    default Object schemas() {
        return new Object();
    }
}
