package dev.dovetail.http;

/**
 * The console as this server offers it.
 *
 * @param version of this program, shown to whoever opens the page
 * @param asksForSecret whether administrators need a secret
 */
public record Console(ConsoleFiles files, String version, boolean asksForSecret) {}
