package dev.dovetail.operation;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.schema.Meaning;

/** Whether a variable may stand where it stands. */
final class VariableFit {
    private VariableFit() {}

    /** Throws what the client did wrong. */
    static void check(
            RequestVariables variables, TypeUse<Meaning> location, boolean hasDefault, String name, Path path) {
        var declared = variables
                .declared(name)
                .orElseThrow(() -> ApiException.validation(path, "unbound variable \"" + name + "\""));
        if (!fits(location, hasDefault, declared)) {
            throw ApiException.validation(
                    path,
                    "variable '" + name + "' is declared as '" + declared.type() + "', but used where '"
                            + location.print() + "' is expected");
        }
    }

    private static boolean fits(TypeUse<Meaning> location, boolean hasDefault, RequestVariables.Declared declared) {
        var type = declared.type();
        if (!location.nullable() && type.nullable() && !hasDefault && !declared.hasDefault()) {
            return false;
        }
        return compatible(location.unwrapped(), bare(type));
    }

    private static boolean compatible(TypeUse<Meaning> location, TypeSyntax declared) {
        return switch (location) {
            case TypeUse.Named<Meaning>(var name, var _) ->
                declared instanceof TypeSyntax.Named(var declaredName) && declaredName.equals(name);
            case TypeUse.ListOf<Meaning>(var of) ->
                declared instanceof TypeSyntax.ListOf(var declaredOf)
                        && (of.nullable() || !declaredOf.nullable())
                        && compatible(of.unwrapped(), bare(declaredOf));
            case TypeUse.NonNull<Meaning>(var of) -> compatible(of, declared);
        };
    }

    private static TypeSyntax bare(TypeSyntax type) {
        return type instanceof TypeSyntax.NonNull(var of) ? of : type;
    }
}
