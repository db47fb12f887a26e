package dev.dovetail.request;

import dev.dovetail.execute.Upload;
import dev.dovetail.session.Session;
import java.util.List;
import java.util.SequencedMap;

/**
 * One POST to the GraphQL endpoint.
 *
 * @param body as it came, not yet known to be JSON; owned by the receiver
 * @param clientHeaders names in lower case, in the order they came; for forwarding to actions and remote schemas
 * @param files that came with it
 */
public record GraphqlCall(
        Session session,
        byte[] body,
        SequencedMap<String, List<String>> clientHeaders,
        String requestId,
        List<PlacedFile> files) {
    public GraphqlCall {
        files = List.copyOf(files);
    }

    public GraphqlCall(
            Session session, byte[] body, SequencedMap<String, List<String>> clientHeaders, String requestId) {
        this(session, body, clientHeaders, requestId, List.of());
    }

    /**
     * @param path where it belongs in the body, {@code variables.photo}, {@code variables.photos.0}, and of a batch
     *     {@code 0.variables.photo}
     */
    public record PlacedFile(String path, Upload file) {}
}
