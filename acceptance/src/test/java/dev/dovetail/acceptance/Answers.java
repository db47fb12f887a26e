package dev.dovetail.acceptance;

import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Compares answers. The order of keys counts inside {@code data}, as it follows the query; elsewhere it does not. In
 * the expected answer {@code "<uuid>"} stands for any uuid {@code "<text>"} for any string, {@code "<any>"} for
 * anything.
 */
final class Answers {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Answers() {}

    static void assertSame(JsonNode expected, JsonNode actual) {
        assertSame("", expected, actual);
    }

    /** @param what names the case in the message */
    static void assertSame(String what, JsonNode expected, JsonNode actual) {
        var differences = new ArrayList<String>();
        compare("$", expected, actual, false, differences);
        if (!differences.isEmpty()) {
            throw new AssertionError(what + " " + String.join("\n", differences) + "\nexpected " + Json.write(expected)
                    + "\nactual   " + Json.write(actual));
        }
    }

    static boolean same(JsonNode expected, JsonNode actual) {
        var differences = new ArrayList<String>();
        compare("$", expected, actual, false, differences);
        return differences.isEmpty();
    }

    private static void compare(
            String path, JsonNode expected, JsonNode actual, boolean ordered, List<String> differences) {
        if (expected.isString() && expected.stringValue().equals("<uuid>")) {
            if (!actual.isString() || !UUID.matcher(actual.stringValue()).matches()) {
                differences.add(path + ": expected a uuid, got " + actual);
            }
            return;
        }
        if (expected.isString() && expected.stringValue().equals("<any>")) {
            return;
        }
        if (expected.isString() && expected.stringValue().equals("<text>") && actual.isString()) {
            return;
        }
        if (expected.isObject() && actual.isObject()) {
            compareObjects(path, expected, actual, ordered, differences);
            return;
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (var i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i), ordered, differences);
            }
            return;
        }
        var equal = expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
        if (!equal) {
            differences.add(path + ": expected " + Json.write(expected) + ", got " + Json.write(actual));
        }
    }

    private static void compareObjects(
            String path, JsonNode expected, JsonNode actual, boolean ordered, List<String> differences) {
        var wanted = new ArrayList<>(expected.propertyNames());
        var got = new ArrayList<>(actual.propertyNames());
        if (!(ordered ? wanted.equals(got) : wanted.size() == got.size() && got.containsAll(wanted))) {
            differences.add(path + ": expected the keys " + wanted + ", got " + got);
            return;
        }
        for (var key : wanted) {
            compare(
                    path + "." + key,
                    expected.get(key),
                    actual.get(key),
                    ordered || path.equals("$") && key.equals("data"),
                    differences);
        }
    }
}
