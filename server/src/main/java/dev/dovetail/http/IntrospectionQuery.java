package dev.dovetail.http;

/** The question for a whole schema, with everything that editors show of it. */
final class IntrospectionQuery {
    static final String TEXT = """
            query Schema {
              __schema {
                queryType { name }
                mutationType { name }
                subscriptionType { name }
                types {
                  kind
                  name
                  description
                  fields(includeDeprecated: true) {
                    name
                    description
                    args { ...Value }
                    type { ...Type }
                    isDeprecated
                    deprecationReason
                  }
                  inputFields { ...Value }
                  interfaces { ...Type }
                  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
                  possibleTypes { ...Type }
                }
                directives { name description locations args { ...Value } }
              }
            }
            fragment Value on __InputValue { name description type { ...Type } defaultValue }
            fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
              kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
            """;

    private IntrospectionQuery() {}
}
