/**
 * Requests and answers of webhooks, rewritten by templates: method, address, body, query and headers of what is sent,
 * the body of what comes back. Actions use it, and whoever else calls webhooks may.
 *
 * <p>A template that cannot be read does not keep a transform from being made: the reference stores such metadata and
 * fails when it is used. Who wants to refuse it asks for {@code problems()}.
 *
 * <p>Pure: nothing is sent here.
 */
@NullMarked
package dev.dovetail.template.webhook;

import org.jspecify.annotations.NullMarked;
