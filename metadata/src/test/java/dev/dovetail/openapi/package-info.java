@NullMarked
package dev.dovetail.openapi;

import org.jspecify.annotations.NullMarked;
