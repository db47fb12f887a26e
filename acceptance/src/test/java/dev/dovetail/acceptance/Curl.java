package dev.dovetail.acceptance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The little of curl and of a shell's quoting that the pages use: {@code curl -s URL -H 'name: value' -d 'body'}. */
final class Curl {
    private Curl() {}

    static JsonNode run(String command) {
        var words = words(command);
        if (!words.getFirst().equals("curl")) {
            throw new IllegalArgumentException("no curl: " + command);
        }
        var url = "";
        var body = "";
        var api = new Api("").with("content-type", "application/x-www-form-urlencoded"); // as curl -d does
        for (var i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-d" -> body = words.get(++i);
                case "-H" -> {
                    var header = words.get(++i).split(":\\s*", 2);
                    api = api.with(header[0], header[1]);
                }
                default -> url = words.get(i);
            }
        }
        return api.send(body.isEmpty() ? "GET" : "POST", "http://" + url, body).json();
    }

    /** Words as a shell reads them: blanks part them, single quotes keep everything. */
    static List<String> words(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quoted = false;
        var begun = false;
        for (var c : command.toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
                begun = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
