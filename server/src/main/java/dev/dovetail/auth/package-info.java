/**
 * Finds out who asks: request headers to {@link dev.dovetail.session.Session}. Secrets are kept as digests only and
 * compared in constant time. Nothing here knows sockets; header names arrive in lower case.
 */
@NullMarked
package dev.dovetail.auth;

import org.jspecify.annotations.NullMarked;
