package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.CustomTypes.CustomEnum;
import dev.dovetail.metadata.CustomTypes.CustomEnumValue;
import dev.dovetail.metadata.CustomTypes.CustomInputField;
import dev.dovetail.metadata.CustomTypes.CustomInputObject;
import dev.dovetail.metadata.CustomTypes.CustomObject;
import dev.dovetail.metadata.CustomTypes.CustomObjectField;
import dev.dovetail.metadata.CustomTypes.CustomScalar;
import dev.dovetail.metadata.CustomTypes.TypeRelationship;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToSource;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Custom types on the wire. */
public final class CustomTypesCodec {
    private CustomTypesCodec() {}

    public static CustomTypes decode(JsonNode node, Path path) {
        var fields = Fields.of("CustomTypes", node, path);
        return new CustomTypes(
                fields.list("scalars", CustomTypesCodec::scalar),
                fields.list("enums", CustomTypesCodec::enumeration),
                fields.list("input_objects", CustomTypesCodec::inputObject),
                fields.list("objects", CustomTypesCodec::object),
                AbstractTypes.decode(fields));
    }

    /** Empty when there are no types. */
    public static ObjectNode encode(CustomTypes types) {
        return Out.object()
                .list("input_objects", types.inputObjects(), CustomTypesCodec::inputObject)
                .list("objects", types.objects(), CustomTypesCodec::object)
                .list("scalars", types.scalars(), CustomTypesCodec::scalar)
                .list("enums", types.enums(), CustomTypesCodec::enumeration)
                .list("interfaces", types.abstracts().interfaces(), AbstractTypes::encode)
                .list("unions", types.abstracts().unions(), AbstractTypes::encode)
                .done();
    }

    private static CustomScalar scalar(JsonNode node, Path path) {
        var fields = Fields.of("ScalarTypeDefinition", node, path);
        return new CustomScalar(fields.required("name", NameCodec::graphqlName), fields.optionalString("description"));
    }

    private static JsonNode scalar(CustomScalar scalar) {
        return Out.object()
                .put("name", scalar.name())
                .put("description", scalar.description())
                .done();
    }

    private static CustomEnum enumeration(JsonNode node, Path path) {
        var fields = Fields.of("EnumTypeDefinition", node, path);
        return new CustomEnum(
                fields.required("name", NameCodec::graphqlName),
                fields.optionalString("description"),
                fields.requiredList("values", CustomTypesCodec::value));
    }

    private static CustomEnumValue value(JsonNode node, Path path) {
        var fields = Fields.of("EnumValueDefinition", node, path);
        return new CustomEnumValue(
                fields.required("value", NameCodec::graphqlName),
                fields.optionalString("description"),
                fields.optionalFlag("is_deprecated"));
    }

    private static JsonNode enumeration(CustomEnum enumeration) {
        return Out.object()
                .put("name", enumeration.name())
                .fullList(
                        "values",
                        enumeration.values(),
                        value -> Out.object()
                                .put("description", value.description())
                                .put("is_deprecated", value.isDeprecated())
                                .put("value", value.value())
                                .done())
                .put("description", enumeration.description())
                .done();
    }

    private static CustomInputObject inputObject(JsonNode node, Path path) {
        var fields = Fields.of("InputObjectTypeDefinition", node, path);
        return new CustomInputObject(
                fields.required("name", NameCodec::graphqlName),
                fields.optionalString("description"),
                fields.requiredList("fields", CustomTypesCodec::inputField));
    }

    private static CustomInputField inputField(JsonNode node, Path path) {
        var fields = Fields.of("InputObjectFieldDefinition", node, path);
        return new CustomInputField(
                fields.required("name", NameCodec::graphqlName),
                fields.required("type", ActionCodec::graphqlType),
                fields.optionalString("description"));
    }

    private static JsonNode inputObject(CustomInputObject object) {
        return Out.object()
                .put("name", object.name())
                .fullList(
                        "fields",
                        object.fields(),
                        field -> Out.object()
                                .put("name", field.name())
                                .put("type", field.type())
                                .put("description", field.description())
                                .done())
                .put("description", object.description())
                .done();
    }

    private static CustomObject object(JsonNode node, Path path) {
        var fields = Fields.of("ObjectTypeDefinition", node, path);
        return new CustomObject(
                fields.required("name", NameCodec::graphqlName),
                fields.optionalString("description"),
                fields.requiredList("fields", CustomTypesCodec::objectField),
                fields.list("relationships", CustomTypesCodec::relationship),
                fields.list("interfaces", NameCodec::graphqlName));
    }

    static CustomObjectField objectField(JsonNode node, Path path) {
        var fields = Fields.of("ObjectFieldDefinition", node, path);
        return new CustomObjectField(
                fields.required("name", NameCodec::graphqlName),
                fields.required("type", ActionCodec::graphqlType),
                fields.optionalString("description"),
                fields.optional("arguments"));
    }

    private static TypeRelationship relationship(JsonNode node, Path path) {
        var fields = Fields.of("TypeRelationshipDefinition", node, path);
        var name = fields.required("name", NameCodec::relationship);
        var partial = fields.flag(RemoteRelationshipCodec.PARTIAL, false);
        if (fields.has("definition")) {
            var definition = fields.required("definition", RemoteRelationshipCodec::strict);
            return new TypeRelationship(name, definition, false, partial);
        }
        var type = fields.required("type", RemoteRelationshipCodec::type);
        var definition = new ToSource(
                NameCodec.sourceOrDefault(fields),
                fields.required("remote_table", NameCodec::table),
                type,
                fields.required("field_mapping", (mapping, at) -> Fields.entries(mapping, at, Fields::text)));
        return new TypeRelationship(name, definition, true, partial);
    }

    private static JsonNode object(CustomObject object) {
        return Out.object()
                .put("name", object.name())
                .fullList("fields", object.fields(), CustomTypesCodec::objectField)
                .put("description", object.description())
                .list("interfaces", object.interfaces(), Json::string)
                .list("relationships", object.relationships(), CustomTypesCodec::relationship)
                .done();
    }

    static JsonNode objectField(CustomObjectField field) {
        return Out.object()
                .put("name", field.name())
                .put("type", field.type())
                .put("arguments", field.arguments())
                .put("description", field.description())
                .done();
    }

    private static JsonNode relationship(TypeRelationship relationship) {
        var out = Out.object();
        if (relationship.classicForm()
                && relationship.definition() instanceof ToSource(var source, var table, var type, var mapping)) {
            return out.put("field_mapping", Out.map(new TreeMap<>(mapping), Json::string))
                    .put("name", relationship.name().value())
                    .put("remote_table", NameCodec.encode(table))
                    .put("source", source.value())
                    .put("type", type.wire())
                    .ifTrue(RemoteRelationshipCodec.PARTIAL, relationship.partial())
                    .done();
        }
        return out.put("definition", RemoteRelationshipCodec.encode(relationship.definition()))
                .put("name", relationship.name().value())
                .ifTrue(RemoteRelationshipCodec.PARTIAL, relationship.partial())
                .done();
    }
}
