package dev.dovetail.snapshot;

import dev.dovetail.metadata.Metadata;
import dev.dovetail.model.Model;
import dev.dovetail.schema.Schemas;

/**
 * One consistent state of everything that requests need.
 *
 * @param version the metadata store's number
 * @param schemas empty at first, grown as roles ask
 */
public record Snapshot(long version, Metadata metadata, Model model, Schemas schemas) {
    public static Snapshot of(long version, Metadata metadata, Model model) {
        return new Snapshot(version, metadata, model, new Schemas(model));
    }
}
