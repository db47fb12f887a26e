package dev.dovetail.app;

import dev.dovetail.json.Json;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns observations into log lines: {@code {"type", "timestamp", "level", "detail"}}, as the reference writes them.
 */
final class LogLines {
    private static final int TRACE_LINES_MAX = 20;
    private static final double NANOS_PER_SECOND = 1e9;

    private LogLines() {}

    static LogType type(Observation observation) {
        return switch (observation) {
            case Observation.Step _ -> LogType.STARTUP;
            case Observation.RequestFinished _ -> LogType.HTTP;
            case Observation.WebhookCalled call ->
                switch (call.caller()) {
                    case ACTION -> LogType.ACTION;
                    case AUTH_HOOK -> LogType.WEBHOOK;
                    case EVENT_TRIGGER -> LogType.EVENT_TRIGGER;
                    case CRON_TRIGGER -> LogType.SCHEDULED_TRIGGER;
                    case REMOTE_SCHEMA -> LogType.REMOTE_SCHEMA;
                    case INPUT_VALIDATION -> LogType.VALIDATE_INPUT;
                };
            case Observation.PoolEvent _ -> LogType.POSTGRES;
            case Observation.MetadataChanged _, Observation.MetadataInconsistent _ -> LogType.METADATA;
            case Observation.Fault _ -> LogType.FAULT;
            case Observation.Remark _ -> LogType.UNSTRUCTURED;
        };
    }

    static Level level(Observation observation) {
        return switch (observation) {
            case Observation.Step step -> step.level();
            case Observation.RequestFinished request -> request.operation().error() == null ? Level.INFO : Level.ERROR;
            case Observation.WebhookCalled call when call.error() != null -> Level.ERROR;
            case Observation.WebhookCalled call ->
                call.caller() == Observation.Caller.REMOTE_SCHEMA ? Level.DEBUG : Level.INFO;
            case Observation.PoolEvent event -> event.level();
            case Observation.MetadataChanged _ -> Level.INFO;
            case Observation.MetadataInconsistent _ -> Level.WARN;
            case Observation.Fault _ -> Level.ERROR;
            case Observation.Remark remark -> remark.level();
        };
    }

    /** @param time as {@link LogClock} tells it */
    static byte[] line(Observation observation, String time) {
        if (observation instanceof Observation.RequestFinished request) {
            return RequestLine.of(request, LogType.HTTP, level(observation), time);
        }
        var line = Json.object();
        line.put("type", type(observation).wire());
        line.put("timestamp", time);
        line.put("level", level(observation).name().toLowerCase(Locale.ROOT));
        line.set("detail", detail(observation));
        return Json.writeBytes(line);
    }

    private static ObjectNode detail(Observation observation) {
        var detail = Json.object();
        switch (observation) {
            case Observation.Step step -> {
                detail.put("kind", step.kind());
                detail.set("info", step.info());
            }
            case Observation.RequestFinished _ ->
                throw new IllegalArgumentException("requests have a line of their own");
            case Observation.WebhookCalled call -> webhook(detail, call);
            case Observation.PoolEvent event -> {
                detail.put("source", event.source());
                detail.put("message", event.message());
            }
            case Observation.MetadataChanged change -> {
                detail.put("message", change.cause());
                detail.put("resource_version", change.version());
                detail.put("inconsistent_objects", change.inconsistencies());
                detail.put("seconds", seconds(change.took()));
            }
            case Observation.MetadataInconsistent inconsistent -> {
                detail.put("message", "Inconsistent Metadata!");
                detail.putObject("info").set("objects", inconsistent.objects());
            }
            case Observation.Fault fault -> {
                detail.put("where", fault.where());
                detail.put("request_id", fault.requestId());
                detail.put("message", fault.cause().toString());
                detail.put("trace", trace(fault.cause()));
            }
            case Observation.Remark remark -> {
                detail.put("from", remark.from());
                detail.put("message", remark.message());
                if (remark.cause() != null) {
                    detail.put("trace", trace(remark.cause()));
                }
            }
        }
        return detail;
    }

    private static void webhook(ObjectNode detail, Observation.WebhookCalled call) {
        detail.put("name", call.name());
        detail.put("url", call.url());
        detail.put("method", call.method());
        detail.put("status_code", call.status());
        detail.put("request_size", call.requestBytes());
        detail.put("response_size", call.responseBytes());
        detail.put("seconds", seconds(call.took()));
        detail.put("http_error", call.error());
        detail.put("request_id", call.requestId());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    /** The place it comes from, and its causes. */
    private static String trace(@Nullable Throwable thrown) {
        var text = new StringBuilder();
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : "caused by ").append(cause).append('\n');
            var frames = cause.getStackTrace();
            for (var i = 0; i < Math.min(frames.length, TRACE_LINES_MAX); i++) {
                text.append("  at ").append(frames[i]).append('\n');
            }
        }
        return text.toString();
    }
}
