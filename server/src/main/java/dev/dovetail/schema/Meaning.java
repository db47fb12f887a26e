package dev.dovetail.schema;

/** What a field or an input stands for. */
public sealed interface Meaning permits FieldMeaning, InputMeaning {}
