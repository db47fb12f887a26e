package dev.dovetail.app;

import dev.dovetail.http.EdgeServices.AdminApis;
import dev.dovetail.request.GraphqlService;

/**
 * What is behind the edge, once it is known where the databases are. All but {@link #graphql} may block. Whoever cannot
 * reach the metadata database throws an {@link dev.dovetail.error.ApiException}.
 */
interface Engine extends AutoCloseable {
    GraphqlService graphql();

    AdminApis admin();

    /** Reads the metadata and puts them in force, for the first time; when it throws, nothing has changed. */
    void load();

    /** Takes over what other instances have changed; cheap enough for each second. */
    void look();

    /** Tries again what could not be reached. */
    void heal();

    boolean isInconsistent();

    /** Begins no more work that nobody waits for; what is under way goes on. */
    void stopWork();

    /** Closes all connections; nothing is under way any more. */
    @Override
    void close();
}
