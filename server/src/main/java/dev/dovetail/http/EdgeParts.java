package dev.dovetail.http;

import dev.dovetail.observe.Observer;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * What every exchange needs.
 *
 * @param workers runs blocking work, each piece on a virtual thread
 */
record EdgeParts(Vertx vertx, CorsHeaders cors, Compression compression, Observer observer, Executor workers) {}
