package dev.dovetail.metadata;

import java.util.regex.Pattern;

/** Whether text is a GraphQL type: a name, in any number of list brackets, each step perhaps with {@code !}. */
public final class GraphqlTypeText {
    private static final Pattern NAMED = Pattern.compile("\\s*[_A-Za-z][_0-9A-Za-z]*\\s*!?\\s*");
    private static final Pattern LIST = Pattern.compile("(?s)\\s*\\[(.*)]\\s*!?\\s*");

    private GraphqlTypeText() {}

    public static boolean isValid(String text) {
        var inner = text;
        for (var list = LIST.matcher(inner); list.matches(); list = LIST.matcher(inner)) inner = list.group(1);
        return NAMED.matcher(inner).matches();
    }
}
