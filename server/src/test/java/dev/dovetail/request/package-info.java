/** Tests of the pipeline of requests and its cache of plans. */
@NullMarked
package dev.dovetail.request;

import org.jspecify.annotations.NullMarked;
