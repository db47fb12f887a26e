package dev.dovetail.sql;

/** One key of an ORDER BY. Where nulls go is always said, so that an index can be matched exactly. */
public record Order(Expr by, boolean descending, boolean nullsFirst) {}
