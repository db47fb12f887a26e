package dev.dovetail.codegen;

/** @param shared whether it is the same for every action, and nobody has to change it */
public record GeneratedFile(String name, String content, boolean shared) {}
