package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarFormats;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import tools.jackson.databind.JsonNode;

/** Looks at the scalars in what an action is given, down into its input objects. */
record InputChecks(Action.Inputs inputs) {

    /** Throws {@link ApiException} at the first value that is none of its type. */
    void check(TypeSyntax type, JsonNode value, Path path) {
        if (value.isNull()) {
            return;
        }
        switch (type) {
            case TypeSyntax.NonNull(var of) -> check(of, value, path);
            case TypeSyntax.ListOf(var of) -> {
                if (!value.isArray()) {
                    check(of, value, path);
                    return;
                }
                for (var i = 0; i < value.size(); i++) {
                    check(of, value.get(i), path.index(i));
                }
            }
            case TypeSyntax.Named(var name) -> named(name, value, path);
        }
    }

    private void named(String name, JsonNode value, Path path) {
        var fields = inputs.objects().get(name);
        if (fields != null) {
            for (var field : fields) {
                var within = value.get(field.name());
                if (within != null) {
                    check(field.type(), within, path.key(field.name()));
                }
            }
        } else if (!ScalarFormats.fits(name, value)) {
            throw ApiException.validation(path, "invalid value for type '" + name + "': " + shown(value));
        }
    }

    private static String shown(JsonNode value) {
        return value.isNumber() ? value.asString() : value.isString() ? Json.write(value) : Json.kind(value);
    }
}
