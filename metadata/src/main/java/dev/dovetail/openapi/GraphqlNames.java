package dev.dovetail.openapi;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that GraphQL takes, made of those that a service has, each given once. */
final class GraphqlNames {
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");
    private static final Pattern OTHER = Pattern.compile("[^_0-9A-Za-z]+");

    private final Set<String> taken = new HashSet<>();

    /** @param reserved names that are given to nobody */
    GraphqlNames(Set<String> reserved) {
        taken.addAll(reserved);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.startsWith("__");
    }

    /** {@code listPets} of {@code list-pets} and {@code List pets}; {@code URLs} stays. */
    static String camel(String text) {
        var pascal = pascal(text);
        var isShouted = pascal.length() > 1
                && text.startsWith(pascal.substring(0, 2))
                && Character.isUpperCase(pascal.charAt(1));
        return isShouted ? pascal : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    /** {@code SimpleUser} of {@code simple-user}. */
    static String pascal(String text) {
        return started(Arrays.stream(OTHER.split(text))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining()));
    }

    /** {@code filter_name} of {@code filter[name]}: an argument stays as near to its parameter as can be. */
    static String argument(String text) {
        return started(OTHER.matcher(text).replaceAll("_").replaceAll("(?<=.)_+$", ""));
    }

    private static String started(String name) {
        var single = name.replaceFirst("^__+", "_");
        if (single.isEmpty()) {
            return "_";
        }
        return Character.isDigit(single.charAt(0)) ? "_" + single : single;
    }

    boolean isTaken(String name) {
        return taken.contains(name);
    }

    /** The name itself, or with the first number that makes it a new one. */
    String claim(String name) {
        var free = name;
        for (var i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }
}
