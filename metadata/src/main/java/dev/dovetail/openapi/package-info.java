/**
 * From a description of a REST service (OpenAPI 3, Swagger 2) to actions: each operation an action with its types and
 * the transforms that call the service as it wants to be called. What holds here: the result is ordinary metadata, as
 * JSON; what could not be taken over is told in remarks, never dropped in silence. Deliberately absent: references to
 * other documents, and fetching anything.
 */
@NullMarked
package dev.dovetail.openapi;

import org.jspecify.annotations.NullMarked;
