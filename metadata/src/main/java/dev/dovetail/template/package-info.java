/**
 * The webhook transform language, Kriti: JSON with {@code {{ … }}} in it. A template is parsed once and evaluated for
 * each call.
 *
 * <p>A template is written by an administrator but runs in everybody's requests, so nothing it does is unbounded: its
 * length, the depth it nests, the steps it takes and the size of what it makes all have limits
 * ({@link dev.dovetail.template.Budget}). It sees the values it is given and nothing else: no files, no environment, no
 * clock. Every failure tells where in the template it happened.
 *
 * <p>What it is applied to, requests and answers of webhooks, is in {@link dev.dovetail.template.webhook}.
 */
@NullMarked
package dev.dovetail.template;

import org.jspecify.annotations.NullMarked;
