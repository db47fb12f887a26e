package dev.dovetail.metadata;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the customization of a remote schema. It is kept and exported as it was written. */
public final class RemoteCustomizationCodec {
    private RemoteCustomizationCodec() {}

    /** Throws {@link ApiException} when it is malformed or renames what is GraphQL's own. */
    public static RemoteCustomization decode(JsonNode node, Path path) {
        var fields = Fields.of("RemoteSchemaCustomization", node, path);
        return new RemoteCustomization(
                fields.optional("root_fields_namespace", NameCodec::graphqlName),
                fields.optional("type_names", RemoteCustomizationCodec::typeNames),
                fields.list("field_names", RemoteCustomizationCodec::fieldNames));
    }

    private static RemoteCustomization.Renaming typeNames(JsonNode node, Path path) {
        return renaming(Fields.of("RemoteTypeCustomization", node, path));
    }

    private static RemoteCustomization.FieldNames fieldNames(JsonNode node, Path path) {
        var fields = Fields.of("RemoteFieldCustomization", node, path);
        var renaming = renaming(fields);
        for (var name : renaming.mapping().keySet()) {
            if (name.startsWith("__")) {
                throw new ApiException(
                        ErrorCode.INVALID_PARAMS, path, "attempt to customize reserved field name \"" + name + "\"");
            }
        }
        return new RemoteCustomization.FieldNames(fields.required("parent_type", NameCodec::graphqlName), renaming);
    }

    private static RemoteCustomization.Renaming renaming(Fields fields) {
        return new RemoteCustomization.Renaming(
                name(fields, "prefix"), name(fields, "suffix"), fields.map("mapping", NameCodec::graphqlName));
    }

    /** An empty text, which consoles write, is none. */
    private static @Nullable String name(Fields fields, String key) {
        return "".equals(fields.optionalString(key)) ? null : fields.optional(key, NameCodec::graphqlName);
    }
}
