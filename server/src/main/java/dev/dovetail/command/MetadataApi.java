package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.execute.Stoppable;
import dev.dovetail.session.Session;
import tools.jackson.databind.JsonNode;

/** The door to the commands: what the endpoints {@code /v1/metadata} and {@code /v2/query} do with a body. */
public interface MetadataApi {
    enum Endpoint {
        /** {@code /v1/metadata} */
        METADATA,
        /** {@code /v2/query} */
        QUERY,
        /** {@code /v1/query}: both in one, the oldest form */
        V1_QUERY
    }

    /**
     * Runs one request. Blocks; call it on a virtual thread. Rendered with status 200 when it returns.
     *
     * @param stoppable around calls that read or write data; changes of the metadata are not stopped
     * @throws ApiException to be rendered as {@code {path, error, code, internal?}} with the code's HTTP status
     */
    JsonNode handle(Endpoint endpoint, Session session, JsonNode request, Stoppable stoppable);

    /** What a session other than admin's gets. */
    static ApiException adminOnly() {
        return new ApiException(ErrorCode.ADMIN_ONLY, Path.ROOT.key("args"), "restricted access : admin only");
    }
}
