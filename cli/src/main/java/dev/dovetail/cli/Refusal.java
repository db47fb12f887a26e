package dev.dovetail.cli;

import tools.jackson.databind.JsonNode;

/** A server understood a command and says no. A control-flow value without stack trace. */
final class Refusal extends RuntimeException {
    private final transient JsonNode answer;

    Refusal(JsonNode answer) {
        super(answer.path("error").asString(""), null, false, false);
        this.answer = answer;
    }

    /** {@code {error, path, code, internal}}. */
    JsonNode answer() {
        return answer;
    }

    String path() {
        return answer.path("path").asString("");
    }

    String error() {
        return answer.path("error").asString("");
    }

    String text() {
        return error() + " (" + answer.path("code").asString("") + (path().isEmpty() ? "" : " at " + path()) + ")";
    }
}
