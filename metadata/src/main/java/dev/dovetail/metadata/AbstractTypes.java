package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.CustomTypes.CustomObjectField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Custom types that stand for several object types; an addition to the reference. Which one an object is of, the
 * handler tells in its {@code __typename}. Objects say themselves which interfaces they have.
 */
public record AbstractTypes(List<CustomInterface> interfaces, List<CustomUnion> unions) {
    public static final AbstractTypes NONE = new AbstractTypes(List.of(), List.of());

    public AbstractTypes {
        interfaces = List.copyOf(interfaces);
        unions = List.copyOf(unions);
    }

    public boolean has(String name) {
        return interfaces.stream().anyMatch(each -> each.name().equals(name))
                || unions.stream().anyMatch(each -> each.name().equals(name));
    }

    public record CustomInterface(String name, @Nullable String description, List<CustomObjectField> fields) {
        public CustomInterface {
            fields = List.copyOf(fields);
        }
    }

    /** @param types names of object types */
    public record CustomUnion(String name, @Nullable String description, List<String> types) {
        public CustomUnion {
            types = List.copyOf(types);
        }
    }

    static AbstractTypes decode(Fields types) {
        return new AbstractTypes(
                types.list("interfaces", AbstractTypes::face), types.list("unions", AbstractTypes::union));
    }

    private static CustomInterface face(JsonNode node, Path path) {
        var fields = Fields.of("InterfaceTypeDefinition", node, path);
        return new CustomInterface(
                fields.required("name", NameCodec::graphqlName),
                fields.optionalString("description"),
                fields.requiredList("fields", CustomTypesCodec::objectField));
    }

    private static CustomUnion union(JsonNode node, Path path) {
        var fields = Fields.of("UnionTypeDefinition", node, path);
        return new CustomUnion(
                fields.required("name", NameCodec::graphqlName),
                fields.optionalString("description"),
                fields.requiredList("types", NameCodec::graphqlName));
    }

    static JsonNode encode(CustomInterface face) {
        return Out.object()
                .put("name", face.name())
                .fullList("fields", face.fields(), CustomTypesCodec::objectField)
                .put("description", face.description())
                .done();
    }

    static JsonNode encode(CustomUnion union) {
        return Out.object()
                .put("name", union.name())
                .fullList("types", union.types(), Json::string)
                .put("description", union.description())
                .done();
    }
}
