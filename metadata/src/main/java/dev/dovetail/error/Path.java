package dev.dovetail.error;

import java.util.regex.Pattern;

/** Where in a request something is wrong, in the reference's notation: {@code $.selectionSet.users.args.where}. */
public record Path(String text) {
    public static final Path ROOT = new Path("$");

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]+");

    public Path key(String key) {
        return PLAIN_KEY.matcher(key).matches()
                ? new Path(text + "." + key)
                : new Path(text + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]");
    }

    public Path index(int index) {
        return new Path(text + "[" + index + "]");
    }

    @Override
    public String toString() {
        return text;
    }
}
