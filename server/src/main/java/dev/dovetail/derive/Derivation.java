package dev.dovetail.derive;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.metadata.AbstractTypes;
import dev.dovetail.metadata.ActionDefinition.ActionArgument;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.model.Model;
import dev.dovetail.name.ActionName;
import dev.dovetail.schema.RoleSchema;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Derives an action from an operation: variables become arguments, what is selected becomes the answer's type. */
public final class Derivation {
    private Derivation() {}

    /**
     * @param name null: that of the operation, else one made of its first field
     * @param path where the operation stands, for what is wrong with it
     * @throws ApiException when there is no action for the operation
     */
    public static Derived of(Model model, RoleSchema schema, String text, @Nullable ActionName name, Path path) {
        try {
            var original = Original.read(text);
            original.check(schema);
            return derived(model, schema, original, name == null ? nameOf(original) : name);
        } catch (Underivable reason) {
            throw new ApiException(ErrorCode.VALIDATION_FAILED, path, reason.reason());
        }
    }

    private static ActionName nameOf(Original original) {
        var own = original.definition().name();
        return new ActionName(
                own == null ? TypeNames.pascal(original.roots().getFirst().name() + "_derived") : own);
    }

    private static Derived derived(Model model, RoleSchema schema, Original original, ActionName name) {
        var names = new TypeNames(name.value());
        var scalars = new Scalars(model);
        var inputs = new Inputs(schema.schema().types(), names, scalars);
        var arguments = new ArrayList<ActionArgument>();
        for (var variable : original.definition().variables()) {
            arguments.add(new ActionArgument(variable.name(), inputs.use(variable), null));
        }
        var outputs = new Outputs(model, names, scalars, inputs);
        var kind = original.definition().kind();
        var root = kind == OperationKind.MUTATION
                ? Objects.requireNonNull(schema.schema().mutation())
                : schema.schema().query();
        var output = outputs.of(root, original.roots());
        var types = new CustomTypes(
                scalars.declared(), inputs.enums(), inputs.objects(), outputs.objects(), AbstractTypes.NONE);
        return new Derived(name, kind, arguments, output, types, original.text());
    }
}
