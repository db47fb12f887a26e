package dev.dovetail.graphql.sdl;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.syntax.Syntax;
import dev.dovetail.graphql.syntax.SyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a server's answer to the introspection query. Types of introspection itself are left out. Nothing is guessed:
 * what is missing, of the wrong kind or not defined refuses the whole answer and says where.
 */
public final class IntrospectionReader {
    private static final String OWN_PREFIX = "__";

    private IntrospectionReader() {}

    /** The query to send. Asks only for what servers of every age know. */
    public static String query() {
        return """
                query IntrospectionQuery {
                  __schema {
                    queryType { name }
                    mutationType { name }
                    subscriptionType { name }
                    types { ...FullType }
                  }
                }
                fragment FullType on __Type {
                  kind
                  name
                  description
                  fields(includeDeprecated: true) {
                    name
                    description
                    args { ...InputValue }
                    type { ...TypeRef }
                    isDeprecated
                    deprecationReason
                  }
                  inputFields { ...InputValue }
                  interfaces { ...TypeRef }
                  enumValues(includeDeprecated: true) {
                    name
                    description
                    isDeprecated
                    deprecationReason
                  }
                  possibleTypes { ...TypeRef }
                }
                fragment InputValue on __InputValue {
                  name
                  description
                  type { ...TypeRef }
                  defaultValue
                }
                fragment TypeRef on __Type {
                  kind name ofType {
                    kind name ofType {
                      kind name ofType {
                        kind name ofType {
                          kind name ofType {
                            kind name ofType {
                              kind name ofType {
                                kind name ofType { kind name }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
                """;
    }

    /**
     * Takes {@code {data: {__schema}}} or {@code {__schema}}. Throws {@link ApiException} ({@code remote-schema-error})
     * when the answer is malformed.
     */
    public static TypeDefinitions read(JsonNode answer) {
        var top = new Part(answer, "the answer");
        var schema = (answer.has("data") ? top.object("data") : top).object("__schema");
        var types = new LinkedHashMap<String, TypeDefinition>();
        for (var part : schema.list("types")) {
            var name = part.name();
            if (!name.startsWith(OWN_PREFIX) && types.putIfAbsent(name, type(name, part)) != null) {
                throw part.refused("is a second type of the name " + name);
            }
        }
        var definitions = definitions(schema, types);
        var faults = TypeCheck.faults(definitions);
        if (!faults.isEmpty()) {
            throw Part.malformed(faults.getFirst());
        }
        return definitions;
    }

    private static TypeDefinitions definitions(Part schema, SequencedMap<String, TypeDefinition> types) {
        var mutation = schema.optionalObject("mutationType");
        var subscription = schema.optionalObject("subscriptionType");
        return new TypeDefinitions(
                types,
                schema.object("queryType").name(),
                mutation == null ? null : mutation.name(),
                subscription == null ? null : subscription.name());
    }

    private static TypeDefinition type(String name, Part type) {
        var description = type.optionalText("description");
        var kind = type.text("kind");
        return switch (kind) {
            case "SCALAR" -> new TypeDefinition.ScalarDefinition(name, description);
            case "ENUM" ->
                new TypeDefinition.EnumDefinition(
                        name,
                        description,
                        type.list("enumValues").stream()
                                .map(IntrospectionReader::enumValue)
                                .toList());
            case "OBJECT" -> new TypeDefinition.ObjectDefinition(name, description, fields(type), interfaces(type));
            case "INTERFACE" ->
                new TypeDefinition.InterfaceDefinition(name, description, fields(type), possibleTypes(type));
            case "UNION" -> new TypeDefinition.UnionDefinition(name, description, possibleTypes(type));
            case "INPUT_OBJECT" ->
                new TypeDefinition.InputObjectDefinition(name, description, inputs(type.list("inputFields")));
            default -> throw type.refused("is of the unknown kind " + kind);
        };
    }

    private static EnumValueDefinition enumValue(Part value) {
        return new EnumValueDefinition(value.name(), value.optionalText("description"), deprecation(value));
    }

    private static List<FieldDefinition> fields(Part type) {
        return type.list("fields").stream()
                .map(field -> new FieldDefinition(
                        field.name(),
                        field.optionalText("description"),
                        inputs(field.list("args")),
                        use(field.object("type")),
                        deprecation(field)))
                .toList();
    }

    /** Old servers leave them out. */
    private static List<String> interfaces(Part type) {
        return type.optionalList("interfaces").stream().map(Part::name).toList();
    }

    private static List<String> possibleTypes(Part type) {
        return type.list("possibleTypes").stream().map(Part::name).toList();
    }

    private static List<InputDefinition> inputs(List<Part> inputs) {
        return inputs.stream()
                .map(input -> new InputDefinition(
                        input.name(),
                        input.optionalText("description"),
                        use(input.object("type")),
                        defaultValue(input)))
                .toList();
    }

    private static @Nullable Value defaultValue(Part input) {
        var text = input.optionalText("defaultValue");
        try {
            return text == null ? null : Syntax.constant(text);
        } catch (SyntaxException e) {
            throw input.refused("has a default value that is no value: " + e.getMessage());
        }
    }

    private static TypeSyntax use(Part type) {
        return switch (type.text("kind")) {
            case "LIST" -> new TypeSyntax.ListOf(use(type.object("ofType")));
            case "NON_NULL" -> {
                var of = use(type.object("ofType"));
                if (!of.nullable()) {
                    throw type.refused("is twice non-null");
                }
                yield new TypeSyntax.NonNull(of);
            }
            default -> new TypeSyntax.Named(type.name());
        };
    }

    private static @Nullable String deprecation(Part part) {
        if (!part.truth("isDeprecated")) {
            return null;
        }
        var reason = part.optionalText("deprecationReason");
        return reason == null ? "No longer supported" : reason;
    }
}
