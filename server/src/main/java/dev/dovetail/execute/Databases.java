package dev.dovetail.execute;

import dev.dovetail.name.SourceName;

/**
 * The sources' databases by name. Throws an {@link dev.dovetail.error.ApiException} for a source that is not connected.
 */
public interface Databases {
    Database of(SourceName source);
}
