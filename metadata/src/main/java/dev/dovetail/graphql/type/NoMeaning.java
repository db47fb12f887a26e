package dev.dovetail.graphql.type;

/** The meaning of a field or argument that nobody resolves. */
public enum NoMeaning {
    NONE
}
