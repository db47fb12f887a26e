package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a remote schema answers for a list of keys, by the key that each object tells. A number equals a number of the
 * same value however it is written; only texts are compared as they come.
 *
 * @param byNumber those whose key is a number
 */
record Matches(boolean many, Map<String, List<JsonNode>> byText, Map<String, List<JsonNode>> byNumber) {
    /** A number of more characters is compared as it is written, for reading it may take long. */
    private static final int NUMBER_MAX = 1_000;

    static Matches of(JoinTarget.ToRemote target, JsonNode list) {
        var batch = Objects.requireNonNull(target.batch());
        var byText = new LinkedHashMap<String, List<JsonNode>>();
        var byNumber = new LinkedHashMap<String, List<JsonNode>>();
        for (var each : list) {
            var key = each.path(batch.match());
            var text = JsonText.of(key);
            if (text != null) {
                var told = told(target, each, batch.match());
                byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(told);
                if (key.isNumber()) {
                    byNumber.computeIfAbsent(number(text), _ -> new ArrayList<>())
                            .add(told);
                }
            }
        }
        return new Matches(batch.many(), byText, byNumber);
    }

    /** Whether an object that tells the key belongs to the tuple. */
    static boolean fits(JsonNode key, JoinKeys.Tuple tuple) {
        var text = JsonText.of(key);
        var wanted = tuple.texts().getFirst();
        return text != null
                && (text.equals(wanted) || key.isNumber() && number(text).equals(number(wanted)));
    }

    /** Of the objects that belong to the tuple, as {@link #of(JoinKeys.Tuple)} takes them. */
    static List<Integer> positions(JsonNode list, String match, JoinKeys.Tuple tuple) {
        var byText = new ArrayList<Integer>();
        var byNumber = new ArrayList<Integer>();
        for (var i = 0; i < list.size(); i++) {
            var key = list.path(i).path(match);
            if (fits(key, tuple)) {
                (key.isNumber() ? byNumber : byText).add(i);
            }
        }
        return byNumber.isEmpty() ? byText : byNumber;
    }

    private static JsonNode told(JoinTarget.ToRemote target, JsonNode object, String match) {
        var told = new RemoteShape(target.remote().naming()).apply(target.shape(), object);
        if (told instanceof ObjectNode node) {
            node.remove(match);
        }
        return told;
    }

    JsonNode of(JoinKeys.Tuple tuple) {
        var found = found(tuple.texts().getFirst());
        if (many) {
            return Json.array().addAll(found);
        }
        return found.isEmpty() ? Json.string(null) : found.getFirst();
    }

    private List<JsonNode> found(String key) {
        var numbers = byNumber.get(number(key));
        return numbers == null ? byText.getOrDefault(key, List.of()) : numbers;
    }

    /** The one way to write the number; a text that is none stays as it is. */
    private static String number(String text) {
        if (text.length() > NUMBER_MAX || isShortest(text)) {
            return text;
        }
        try {
            return new BigDecimal(text).stripTrailingZeros().toString();
        } catch (NumberFormatException | ArithmeticException _) {
            return text;
        }
    }

    /** Whether it is a whole number that cannot be written in another way; most keys are, and need no reading. */
    private static boolean isShortest(String text) {
        var digits = text.startsWith("-") ? 1 : 0;
        var last = text.length() - 1;
        if (last < digits || text.charAt(digits) == '0' || text.charAt(last) == '0') {
            return false;
        }
        for (var i = digits; i <= last; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
