package dev.dovetail.codegen;

/** What handlers in JavaScript and TypeScript share. */
final class JavaScriptParts {
    static final String ENGINE = """
            // Asks the engine, at HASURA_GRAPHQL_ENDPOINT (otherwise http://localhost:8080), on behalf of the caller.
            // With HASURA_GRAPHQL_ADMIN_SECRET the caller's role counts, and permissions for backends only.
            async function ask(operation, variables, session) {
              const endpoint = (process.env.HASURA_GRAPHQL_ENDPOINT ?? 'http://localhost:8080').replace(/\\/+$/, '');
              const secret = process.env.HASURA_GRAPHQL_ADMIN_SECRET;
              const trusted = secret && {
                ...session,
                'x-hasura-admin-secret': secret,
                'x-hasura-use-backend-only-permissions': 'true',
              };
              const response = await fetch(`${endpoint}/v1/graphql`, {
                method: 'POST',
                headers: { 'content-type': 'application/json', ...trusted },
                body: JSON.stringify({ query: operation, variables }),
              });
              return response.json();
            }

            module.exports = { ask };
            """;

    private JavaScriptParts() {}

    /** Brings in what a derived action needs; else nothing. */
    static String engine(Program program) {
        var delegation = program.delegation();
        return delegation == null
                ? ""
                : "const { ask } = require('./engine.js');\n\nconst OPERATION = "
                        + Literals.template(delegation.operation()) + ";\n";
    }

    static String advice(Program program) {
        return program.delegation() == null ? "Yours to fill in." : "What has to happen before goes here.";
    }

    /** @param answer with a place for the value */
    static String body(Program program, String answer) {
        var delegation = program.delegation();
        if (delegation == null) {
            return answer.formatted(Literals.javascript(Sample.of(program), 2));
        }
        var key = delegation.key();
        return """
                  const { data, errors } = await ask(OPERATION, input, session);
                  if (errors) {
                    throw new Refused(errors[0].message, errors[0].extensions?.code);
                  }
                """ + answer.formatted(key == null ? "data" : "data." + key);
    }
}
