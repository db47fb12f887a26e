package dev.dovetail.metadata;

import dev.dovetail.name.RelationshipName;
import org.jspecify.annotations.Nullable;

/** An object or array relationship inside one source. */
public record RelationshipMetadata(
        RelationshipName name,
        RelationshipUsing using,
        @Nullable String comment) {}
