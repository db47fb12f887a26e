package dev.dovetail.metadata;

import dev.dovetail.name.RelationshipName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The GraphQL types that actions use. */
public record CustomTypes(
        List<CustomScalar> scalars,
        List<CustomEnum> enums,
        List<CustomInputObject> inputObjects,
        List<CustomObject> objects,
        AbstractTypes abstracts) {
    private static final CustomTypes EMPTY =
            new CustomTypes(List.of(), List.of(), List.of(), List.of(), AbstractTypes.NONE);

    public CustomTypes {
        scalars = List.copyOf(scalars);
        enums = List.copyOf(enums);
        inputObjects = List.copyOf(inputObjects);
        objects = List.copyOf(objects);
    }

    public static CustomTypes empty() {
        return EMPTY;
    }

    public Optional<CustomObject> object(String name) {
        return objects.stream().filter(object -> object.name().equals(name)).findFirst();
    }

    public record CustomScalar(String name, @Nullable String description) {}

    public record CustomEnum(String name, @Nullable String description, List<CustomEnumValue> values) {
        public CustomEnum {
            values = List.copyOf(values);
        }
    }

    public record CustomEnumValue(
            String value,
            @Nullable String description,
            @Nullable Boolean isDeprecated) {}

    public record CustomInputObject(String name, @Nullable String description, List<CustomInputField> fields) {
        public CustomInputObject {
            fields = List.copyOf(fields);
        }
    }

    /** @param type GraphQL type syntax */
    public record CustomInputField(
            String name, String type, @Nullable String description) {}

    /** @param interfaces names; an addition to the reference */
    public record CustomObject(
            String name,
            @Nullable String description,
            List<CustomObjectField> fields,
            List<TypeRelationship> relationships,
            List<String> interfaces) {
        public CustomObject {
            interfaces = List.copyOf(interfaces);
            fields = List.copyOf(fields);
            relationships = List.copyOf(relationships);
        }
    }

    /**
     * @param type GraphQL type syntax
     * @param arguments raw; without meaning, kept
     */
    public record CustomObjectField(
            String name,
            String type,
            @Nullable String description,
            @Nullable JsonNode arguments) {}

    /**
     * From an action's answer to another service.
     *
     * @param classicForm written as {@code {name, type, source, remote_table, field_mapping}}, which leads to a table;
     *     else its definition is written as that of a table's remote relationship
     * @param partial as a remote relationship's
     */
    public record TypeRelationship(
            RelationshipName name, RemoteRelationshipDefinition definition, boolean classicForm, boolean partial) {
        public TypeRelationship {
            if (classicForm && !(definition instanceof RemoteRelationshipDefinition.ToSource)) {
                throw new IllegalArgumentException("the classic form leads to a table");
            }
        }

        public TypeRelationship withDefinition(RemoteRelationshipDefinition changed) {
            return new TypeRelationship(name, changed, classicForm, partial);
        }
    }
}
