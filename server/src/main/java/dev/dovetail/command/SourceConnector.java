package dev.dovetail.command;

import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.SourceName;
import java.util.List;
import java.util.Map;

/** Opens and closes the pools of sources. */
public interface SourceConnector {
    /**
     * Makes the open pools those of these sources: new or changed ones are opened, those no longer listed are closed
     * when their work is done. Does not wait for connections; an unreachable source shows when its catalog is read.
     *
     * @return the sources whose configuration cannot be used (a variable that is not set, no url), each with the reason
     */
    Map<SourceName, String> reconcile(List<SourceMetadata> sources);
}
