/**
 * Handlers of actions, written in several languages: files that compile and run as they are, to be filled in. Texts
 * come from an action's definition and its types alone; whoever asks for them writes them somewhere. The texts stand
 * here as text blocks, since a pure room reads no files.
 */
@NullMarked
package dev.dovetail.codegen;

import org.jspecify.annotations.NullMarked;
