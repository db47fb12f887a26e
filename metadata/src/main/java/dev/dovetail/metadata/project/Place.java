package dev.dovetail.metadata.project;

/**
 * Where something stands.
 *
 * @param file relative to the metadata directory, with {@code /}
 * @param line from 1
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
