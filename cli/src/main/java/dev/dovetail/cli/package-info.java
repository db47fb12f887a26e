/**
 * The command line: project directories on a disk, and what a server is asked to do with them, over HTTP. Each command
 * is an {@link dev.dovetail.cli.Action}; the tree of commands is made in {@code Commands}. Results go to the standard
 * output, words for people to the standard error. Knows no class of the server.
 */
@NullMarked
package dev.dovetail.cli;

import org.jspecify.annotations.NullMarked;
