package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CON-01: the schema as the console reads it, a line for each type")
class SchemaLinesTest {
    private static final String CACHED =
            "cached DIRECTIVE {\"locations\":[\"QUERY\"],\"args\":[[\"ttl\",\"Int!\",null,\"60\"]]}";

    @Test
    void the_first_line_tells_the_roots_and_the_others_a_type_or_a_directive_each() {
        check("""
                {"kind":"SCALAR","name":"Int","description":null,"fields":null,"inputFields":null,"interfaces":null,\
                "enumValues":null,"possibleTypes":null}""", "Int SCALAR {}", CACHED);
    }

    @Test
    void fields_have_arguments_and_are_deprecated() {
        check("""
                {"kind":"OBJECT","name":"query_root","description":"all","fields":[
                {"name":"id","description":null,"args":[],"type":{"kind":"SCALAR","name":"Int"},
                "isDeprecated":false,"deprecationReason":null},
                {"name":"users","description":"of \\"us\\"\\n","args":[
                {"name":"limit","description":"how many","type":{"kind":"SCALAR","name":"Int"},"defaultValue":null}],
                "type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null,"ofType":
                {"kind":"NON_NULL","name":null,"ofType":{"kind":"OBJECT","name":"users"}}}},
                "isDeprecated":false,"deprecationReason":null},
                {"name":"old","description":null,"args":[],"type":{"kind":"SCALAR","name":"Int"},
                "isDeprecated":true,"deprecationReason":null}],
                "inputFields":null,"interfaces":[{"kind":"INTERFACE","name":"Node"}],"enumValues":null,
                "possibleTypes":null}""", """
                query_root OBJECT {"description":"all","fields":[["id","Int"],\
                ["users","[users!]!","of \\"us\\"\\n",[["limit","Int","how many"]]],\
                ["old","Int",null,[],"No longer supported"]],"interfaces":["Node"]}""", CACHED);
    }

    @Test
    void values_inputs_and_members() {
        check(
                """
                {"kind":"ENUM","name":"Kind","description":null,"fields":null,"inputFields":null,"interfaces":null,
                "enumValues":[{"name":"GOOD","description":"","isDeprecated":false,"deprecationReason":null},
                {"name":"BAD","description":null,"isDeprecated":true,"deprecationReason":"gone"}],
                "possibleTypes":null},
                {"kind":"INPUT_OBJECT","name":"Filter","description":null,"fields":null,"inputFields":[
                {"name":"kind","description":null,"type":{"kind":"ENUM","name":"Kind"},"defaultValue":"BAD"}],
                "interfaces":null,"enumValues":null,"possibleTypes":null},
                {"kind":"UNION","name":"Any","description":null,"fields":null,"inputFields":null,"interfaces":null,
                "enumValues":null,"possibleTypes":[{"kind":"OBJECT","name":"users"}]}""",
                "Kind ENUM {\"values\":[[\"GOOD\",\"\"],[\"BAD\",null,\"gone\"]]}",
                "Filter INPUT_OBJECT {\"inputs\":[[\"kind\",\"Kind\",null,\"BAD\"]]}",
                "Any UNION {\"possible\":[\"users\"]}",
                CACHED);
    }

    private static void check(String types, String... expected) {
        var introspection = """
                {"data":{"__schema":{"queryType":{"name":"query_root"},"mutationType":null,"subscriptionType":null,
                "types":[%s],"directives":[{"name":"cached","description":null,"locations":["QUERY"],"args":[
                {"name":"ttl","description":null,"defaultValue":"60",
                "type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"Int"}}}]}]}}}""".formatted(types);
        var lines = new String(SchemaLines.of(introspection.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        var roots = "{\"query\":\"query_root\",\"mutation\":null,\"subscription\":null}";
        assertThat(lines).startsWith(roots + "\n");
        assertThat(lines.lines().skip(1)).containsExactly(expected);
    }
}
