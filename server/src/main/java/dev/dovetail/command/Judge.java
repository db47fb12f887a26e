package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.model.Inconsistency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a candidate against a command's verdict. Faults are the same when they are of the same object. */
final class Judge {
    private Judge() {}

    static List<Inconsistency> fresh(List<Inconsistency> before, List<Inconsistency> after) {
        var known = before.stream().map(Inconsistency::object).collect(Collectors.toSet());
        return after.stream().filter(each -> !known.contains(each.object())).toList();
    }

    /** The refusal; null when the verdict is met. */
    static @Nullable ApiException refusal(Verdict verdict, List<Inconsistency> before, List<Inconsistency> after) {
        return switch (verdict) {
            case Verdict.Anything() -> null;
            case Verdict.Consistent() ->
                unlessNone(ErrorCode.INCONSISTENT_METADATA, "cannot continue due to inconsistent metadata", after);
            case Verdict.Subject(var id) -> ofSubject(id, before, after);
            case Verdict.NothingNew() ->
                unlessNone(
                        ErrorCode.UNEXPECTED,
                        "cannot continue due to newly found inconsistent metadata",
                        fresh(before, after));
            case Verdict.Dependents _ -> dependents(fresh(before, after));
        };
    }

    private static @Nullable ApiException ofSubject(
            ObjectId id, List<Inconsistency> before, List<Inconsistency> after) {
        var own = after.stream().filter(each -> each.object().equals(id)).toList();
        var reasons = own.stream().map(Inconsistency::reason).collect(Collectors.joining(", "));
        if (!own.isEmpty() && id instanceof ObjectId.RemoteSchemaPermission) return ofRemotePermission(reasons);
        if (!own.isEmpty()) return unlessNone(ErrorCode.INVALID_CONFIGURATION, reasons, own);
        return unlessNone(
                ErrorCode.INCONSISTENT_METADATA,
                "cannot continue due to new inconsistent metadata",
                fresh(before, after));
    }

    /** The reference checks what a role is permitted before it builds anything, and says no more than what is wrong. */
    private static ApiException ofRemotePermission(String reason) {
        var start = reason.indexOf("\": ");
        return Refusals.refusal(ErrorCode.VALIDATION_FAILED, start < 0 ? reason : reason.substring(start + 3));
    }

    private static @Nullable ApiException unlessNone(ErrorCode code, String message, List<Inconsistency> faults) {
        return faults.isEmpty() ? null : new ApiException(code, Path.ROOT, message, Answers.faults(faults));
    }

    private static @Nullable ApiException dependents(List<Inconsistency> fresh) {
        if (fresh.isEmpty()) return null;
        var names = fresh.stream()
                .map(each -> each.object().asDependent())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return Refusals.refusal(
                ErrorCode.DEPENDENCY_ERROR, "cannot drop due to the following dependent objects: " + names);
    }
}
