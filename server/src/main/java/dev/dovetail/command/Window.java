package dev.dovetail.command;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Out;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a long list that is asked for: of what has every one of the words, so many from there on. So that whoever
 * looks at a thousand tables gets a page of them.
 *
 * @param words in lower case
 */
record Window(List<String> words, int offset, int limit) {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    static Window decode(Fields fields) {
        return decode(fields, MOST);
    }

    static Window decode(Fields fields, int most) {
        var search = fields.optionalString("search");
        return new Window(
                search == null ? List.of() : words(search),
                count(fields, "offset", 0, Integer.MAX_VALUE),
                count(fields, "limit", USUAL, most));
    }

    private static List<String> words(String search) {
        return List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }

    static int count(Fields fields, String key, int usual, int most) {
        var given = fields.optionalInt(key);
        if (given == null) return usual;
        if (given < 0 || given > most) {
            throw Fields.fail(fields.path(key), "expected a number from 0 to " + most + ", encountered " + given);
        }
        return given;
    }

    boolean admits(String... texts) {
        var all = String.join("\n", List.of(texts)).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    /** The page, how many there are in all, and of which metadata that is true. */
    <T> ObjectNode page(State state, String key, List<T> admitted, Function<T, JsonNode> encode) {
        var page = admitted.stream().skip(offset).limit(limit).toList();
        var answer = Out.object().put("total", (Integer) admitted.size()).fullList(key, page, encode);
        return version(state).setAll(answer.done());
    }

    /** An answer that tells which metadata it is about. */
    static ObjectNode version(State state) {
        return Json.object().put("resource_version", state.version());
    }
}
