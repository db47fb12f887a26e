package dev.dovetail.app;

import java.util.Arrays;
import java.util.List;

/** The kinds of log lines, under the reference's names. */
enum LogType {
    STARTUP("startup", true),
    HTTP("http-log", true),
    WEBHOOK("webhook-log", true),
    WEBSOCKET("websocket-log", true),
    QUERY("query-log", true),
    EXECUTION("execution-log", true),
    LIVE_QUERY("livequery-poller-log", true),
    ACTION("action-handler-log", true),
    DATA_CONNECTOR("data-connector-log", true),
    JWK_REFRESH("jwk-refresh-log", true),
    VALIDATE_INPUT("validate-insert-input-log", true),
    EVENT_TRIGGER("event-trigger", false),
    SCHEDULED_TRIGGER("scheduled-trigger", false),
    METADATA("metadata", false),
    REMOTE_SCHEMA("remote-schema-log", false),
    POSTGRES("pg-client", false),
    FAULT("unhandled-internal-error", false),
    UNSTRUCTURED("unstructured", false);

    /** Those that can be switched off and on; the others are always on. */
    static final List<String> CHOICES = Arrays.stream(values())
            .filter(type -> type.isChoice)
            .map(LogType::wire)
            .toList();

    private final String wire;
    private final boolean isChoice;

    LogType(String wire, boolean isChoice) {
        this.wire = wire;
        this.isChoice = isChoice;
    }

    String wire() {
        return wire;
    }

    boolean isChoice() {
        return isChoice;
    }
}
