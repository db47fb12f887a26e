/**
 * Calls to web addresses of others: implements {@link dev.dovetail.execute.Http} with Vert.x's client, and
 * {@link dev.dovetail.command.RemoteIntrospector} on top of it. What holds here: a call is over after its timeout,
 * whatever the other side does; an answer has a greatest size; redirects are never followed; a header cannot smuggle a
 * second one in; no failure carries a header's value; with a policy of addresses, what was checked is connected to.
 */
@NullMarked
package dev.dovetail.outbound;

import org.jspecify.annotations.NullMarked;
