package dev.dovetail.graphql;

import dev.dovetail.graphql.sdl.DefinedTypes;
import dev.dovetail.graphql.sdl.SdlReader;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The types of introspection itself ({@code __Schema}, {@code __Type} …), so that selections on them are validated like
 * all others. Every field of them carries the one meaning given. {@code __typename} is no field of any type: whoever
 * binds selections knows it, and {@link Introspection} answers it.
 *
 * @param types by name
 * @param queryFields {@code __schema} and {@code __type}, to be found on the query root though not listed there
 */
public record IntrospectionTypes<M>(SequencedMap<String, NamedType<M>> types, List<FieldDef<M>> queryFields) {
    private static final String ROOT = "Query";

    /** The order of types and fields is the reference's; what the reference lacks stands after it. */
    private static final Lazy<TypeDefinitions> DEFINITIONS = Lazy.of(() -> SdlReader.read("""
            type Query {
              __schema: __Schema!
              __type(name: String!): __Type
            }
            type __Directive {
              name: String!
              description: String
              locations: [__DirectiveLocation!]!
              args: [__InputValue!]!
              isRepeatable: Boolean!
            }
            enum __DirectiveLocation {
              QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION
              SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT
              INPUT_FIELD_DEFINITION
            }
            type __EnumValue {
              name: String!
              description: String
              isDeprecated: Boolean!
              deprecationReason: String
            }
            type __Field {
              name: String!
              description: String
              args: [__InputValue!]!
              type: __Type!
              isDeprecated: Boolean!
              deprecationReason: String
            }
            type __InputValue {
              name: String!
              description: String
              type: __Type!
              defaultValue: String
            }
            type __Schema {
              description: String
              types: [__Type!]!
              queryType: __Type!
              mutationType: __Type
              subscriptionType: __Type
              directives: [__Directive!]!
            }
            type __Type {
              kind: __TypeKind!
              name: String
              description: String
              fields(includeDeprecated: Boolean = false): [__Field!]
              interfaces: [__Type!]
              possibleTypes: [__Type!]
              enumValues(includeDeprecated: Boolean = false): [__EnumValue!]
              inputFields: [__InputValue!]
              ofType: __Type
              specifiedByURL: String
            }
            enum __TypeKind { ENUM INPUT_OBJECT INTERFACE LIST NON_NULL OBJECT SCALAR UNION }
            scalar Boolean
            scalar String
            """));

    public IntrospectionTypes {
        types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
        queryFields = List.copyOf(queryFields);
    }

    /** The types include the scalars {@code Boolean} and {@code String}, which they use. */
    public static <M> IntrospectionTypes<M> of(M meaning) {
        var types = DefinedTypes.of(DEFINITIONS.get(), meaning);
        if (types.remove(ROOT) instanceof ObjectType<M> root) {
            return new IntrospectionTypes<>(types, List.copyOf(root.fields().all()));
        }
        throw new IllegalStateException("introspection without a root");
    }
}
