package dev.dovetail.postgres;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A statement's value as an error report shows it to an administrator; long ones are cut. */
final class ArgumentText {
    private static final int LENGTH_MAX = 200;

    private ArgumentText() {}

    static String of(@Nullable Object value) {
        var text = value instanceof Object[] list ? Arrays.toString(list) : String.valueOf(value);
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }
}
