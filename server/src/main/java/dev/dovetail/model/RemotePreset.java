package dev.dovetail.model;

import dev.dovetail.graphql.ast.Value;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** The value that a role's schema gives an argument or input field of a remote schema, in place of the client. */
public sealed interface RemotePreset {

    /** Written in the metadata; holds no variable. */
    record Fixed(Value value) implements RemotePreset {}

    /**
     * Taken from the session.
     *
     * @param variable its name in lower case
     * @param type the remote's own name of the scalar or enum
     * @param values of the enum, those the role may use; empty for a scalar
     */
    record OfSession(String variable, String type, Set<String> values) implements RemotePreset {}

    record ListOf(List<RemotePreset> items) implements RemotePreset {}

    record ObjectOf(SequencedMap<String, RemotePreset> fields) implements RemotePreset {}
}
