package dev.dovetail.error;

/**
 * Every error code a client can see, with the HTTP status it has on the endpoints that answer with statuses
 * ({@code /v1/metadata}, {@code /v2/query}); {@code /v1/graphql} always answers 200.
 */
public enum ErrorCode {
    /** {@code not-found}, about a thing that a command names, which answers 400. */
    ABSENT("not-found", 400),
    ACCESS_DENIED("access-denied", 401),
    /** Also {@code access-denied}, but said by the metadata API, which answers 400. */
    ADMIN_ONLY("access-denied", 400),
    ALREADY_EXISTS("already-exists", 400),
    ALREADY_TRACKED("already-tracked", 400),
    ALREADY_UNTRACKED("already-untracked", 400),
    BAD_REQUEST("bad-request", 400),
    COERCION_ERROR("coercion-error", 400),
    CONCURRENT_UPDATE("concurrent-update", 400),
    CONFLICT("conflict", 409),
    CONSTRAINT_ERROR("constraint-error", 400),
    CONSTRAINT_VIOLATION("constraint-violation", 400),
    DATA_EXCEPTION("data-exception", 400),
    DEPENDENCY_ERROR("dependency-error", 400),
    HTTP_EXCEPTION("http exception", 400),
    /** {@code unexpected}, but the fault of the metadata given, which answers 400. */
    INCONSISTENT_METADATA("unexpected", 400),
    INVALID_CONFIGURATION("invalid-configuration", 400),
    INVALID_HEADERS("invalid-headers", 400),
    INVALID_JSON("invalid-json", 400),
    INVALID_JWT("invalid-jwt", 400),
    INVALID_PARAMS("invalid-params", 400),
    METADATA_WARNINGS("metadata-warnings", 400),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_EXISTS("not-exists", 400),
    NOT_FOUND("not-found", 404),
    NOT_SUPPORTED("not-supported", 400),
    PARSE_FAILED("parse-failed", 400),
    PAYLOAD_TOO_LARGE("payload-too-large", 413),
    PERMISSION_DENIED("permission-denied", 400),
    PERMISSION_ERROR("permission-error", 400),
    POSTGRES_ERROR("postgres-error", 400),
    REMOTE_SCHEMA_CONFLICTS("remote-schema-conflicts", 400),
    REMOTE_SCHEMA_ERROR("remote-schema-error", 400),
    TIME_LIMIT_EXCEEDED("time-limit-exceeded", 400),
    UNAVAILABLE("unavailable", 503),
    UNEXPECTED("unexpected", 500),
    UNEXPECTED_PAYLOAD("unexpected-payload", 400),
    VALIDATION_FAILED("validation-failed", 400);

    private final String wire;
    private final int status;

    ErrorCode(String wire, int status) {
        this.wire = wire;
        this.status = status;
    }

    /** The code as it stands in an answer, for example {@code validation-failed}. */
    public String wire() {
        return wire;
    }

    public int status() {
        return status;
    }
}
