package dev.dovetail.graphql.sdl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One named type; other types are referred to by name. */
public sealed interface TypeDefinition {
    String name();

    @Nullable
    String description();

    record ScalarDefinition(String name, @Nullable String description) implements TypeDefinition {}

    record EnumDefinition(String name, @Nullable String description, List<EnumValueDefinition> values)
            implements TypeDefinition {
        public EnumDefinition {
            values = List.copyOf(values);
        }
    }

    record ObjectDefinition(
            String name, @Nullable String description, List<FieldDefinition> fields, List<String> interfaces)
            implements TypeDefinition {
        public ObjectDefinition {
            fields = List.copyOf(fields);
            interfaces = List.copyOf(interfaces);
        }
    }

    record InterfaceDefinition(
            String name, @Nullable String description, List<FieldDefinition> fields, List<String> possibleTypes)
            implements TypeDefinition {
        public InterfaceDefinition {
            fields = List.copyOf(fields);
            possibleTypes = List.copyOf(possibleTypes);
        }
    }

    record UnionDefinition(String name, @Nullable String description, List<String> members) implements TypeDefinition {
        public UnionDefinition {
            members = List.copyOf(members);
        }
    }

    record InputObjectDefinition(String name, @Nullable String description, List<InputDefinition> fields)
            implements TypeDefinition {
        public InputObjectDefinition {
            fields = List.copyOf(fields);
        }
    }
}
