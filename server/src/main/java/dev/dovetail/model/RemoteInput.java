package dev.dovetail.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a remote schema takes a value: an argument of a field, or a field of an input object. In the remote's own
 * names.
 *
 * @param field of the type; null for a field of an input object
 */
public record RemoteInput(String type, @Nullable String field, String name) {
    public static RemoteInput argument(String type, String field, String name) {
        return new RemoteInput(type, field, name);
    }

    public static RemoteInput ofObject(String type, String name) {
        return new RemoteInput(type, null, name);
    }
}
