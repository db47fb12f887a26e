package dev.dovetail.model;

/** Which rows a role may delete. */
public record DeleteRule(Condition filter, boolean backendOnly) {}
