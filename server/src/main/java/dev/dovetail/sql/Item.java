package dev.dovetail.sql;

/** An output column of a select. */
public record Item(Expr value, String name) {}
