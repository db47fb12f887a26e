@NullMarked
package dev.dovetail.codegen;

import org.jspecify.annotations.NullMarked;
