package dev.dovetail.planner;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.operation.Input;

/** An explicit null where a condition wants a value is refused: it must never mean "no filter". */
final class Nulls {
    private Nulls() {}

    static Input present(Input.Entry entry) {
        if (!entry.value().isNull()) {
            return entry.value();
        }
        var path = entry.value().path();
        var type = entry.definition().type().unwrapped();
        if (type instanceof TypeUse.ListOf) {
            throw ApiException.validation(path, "expected a list, but found null");
        }
        throw ApiException.validation(path, "unexpected null value for type '" + type.print() + "'");
    }
}
