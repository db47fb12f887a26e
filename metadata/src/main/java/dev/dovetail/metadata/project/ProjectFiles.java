package dev.dovetail.metadata.project;

import org.jspecify.annotations.Nullable;

/** The files of a metadata directory. */
@FunctionalInterface
public interface ProjectFiles {
    /**
     * The text of a file, or null when there is none.
     *
     * @param path relative to the metadata directory, with {@code /}; may begin with {@code ../}
     */
    @Nullable
    String read(String path);
}
