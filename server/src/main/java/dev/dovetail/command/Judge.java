package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.ObjectIds;
import dev.dovetail.model.Inconsistency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a candidate against a command's verdict. Faults are the same when they are of the same object. */
final class Judge {
    private Judge() {}

    static List<Inconsistency> fresh(List<Inconsistency> before, List<Inconsistency> after) {
        var known = new HashSet<String>();
        before.forEach(each -> known.add(key(each)));
        return after.stream().filter(each -> !known.contains(key(each))).toList();
    }

    private static String key(Inconsistency fault) {
        return fault.type() + "\n" + fault.name();
    }

    /** The refusal; null when the verdict is met. */
    static @Nullable ApiException refusal(
            Verdict verdict, Metadata metadata, List<Inconsistency> before, List<Inconsistency> after) {
        var fresh = fresh(before, after);
        return switch (verdict) {
            case Verdict.Anything() -> null;
            case Verdict.Consistent() ->
                after.isEmpty()
                        ? null
                        : inconsistent(
                                ErrorCode.INCONSISTENT_METADATA,
                                "cannot continue due to inconsistent metadata",
                                after);
            case Verdict.Subject(var id) -> ofSubject(id, fresh, after);
            case Verdict.NothingNew() ->
                fresh.isEmpty()
                        ? null
                        : inconsistent(
                                ErrorCode.UNEXPECTED,
                                "cannot continue due to newly found inconsistent metadata",
                                fresh);
            case Verdict.Dependents _ -> fresh.isEmpty() ? null : dependents(metadata, fresh);
        };
    }

    private static @Nullable ApiException ofSubject(ObjectId id, List<Inconsistency> fresh, List<Inconsistency> after) {
        var own = after.stream().filter(each -> isAbout(each, id)).toList();
        if (!own.isEmpty()) {
            var reasons = own.stream().map(Answers::reason).collect(Collectors.joining(", "));
            return inconsistent(ErrorCode.INVALID_CONFIGURATION, reasons, own);
        }
        return fresh.isEmpty()
                ? null
                : inconsistent(
                        ErrorCode.INCONSISTENT_METADATA, "cannot continue due to new inconsistent metadata", fresh);
    }

    static boolean isAbout(Inconsistency fault, ObjectId id) {
        return fault.type().equals(id.type()) && fault.name().equals(id.title());
    }

    static ApiException inconsistent(ErrorCode code, String message, List<Inconsistency> faults) {
        return new ApiException(code, Path.ROOT, message, Answers.faults(faults));
    }

    private static ApiException dependents(Metadata metadata, List<Inconsistency> fresh) {
        var objects = objects(metadata, fresh).stream().map(ObjectId::asDependent);
        var unknown = fresh.stream()
                .filter(each -> ObjectIds.of(metadata).stream().noneMatch(id -> isAbout(each, id)))
                .map(Inconsistency::name);
        var names = Stream.concat(objects, unknown).sorted().toList();
        return Refusals.refusal(
                ErrorCode.DEPENDENCY_ERROR,
                "cannot drop due to the following dependent objects: " + Refusals.joined(names));
    }

    /** The objects of the metadata that these faults are about. */
    static Set<ObjectId> objects(Metadata metadata, List<Inconsistency> faults) {
        return ObjectIds.of(metadata).stream()
                .filter(id -> faults.stream().anyMatch(each -> isAbout(each, id)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
