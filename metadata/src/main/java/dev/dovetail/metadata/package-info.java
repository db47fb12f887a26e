/**
 * Metadata version 3 exactly as the user writes it: records, and the codecs between them and JSON. Decoding and
 * encoding again gives the reference's normal form; decoding that gives the same records. Keys nobody here knows are
 * kept in a {@code rest}. Permission filters and templates stay raw: their meaning is found out in room {@code model}.
 * References to the environment stay unresolved.
 */
@NullMarked
package dev.dovetail.metadata;

import org.jspecify.annotations.NullMarked;
