package dev.dovetail.graphql.sdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.json.Json;
import org.junit.jupiter.api.Test;

class IntrospectionReaderTest {
    private static final String INT = "{\"kind\":\"SCALAR\",\"name\":\"Int\"}";

    @Test
    void readsBothWrappings() {
        var schema = "{\"__schema\":" + schema(object("Query", field("a", "[]", INT))) + "}";
        var definitions = IntrospectionReader.read(Json.read(schema));
        assertThat(SdlPrinter.print(definitions)).contains("type Query {\n  a: Int\n}");
        assertThat(IntrospectionReader.read(Json.read("{\"data\":" + schema + ",\"extensions\":{}}")))
                .isEqualTo(definitions);
    }

    @Test
    void readsTypesAndDefaults() {
        var list = "{\"kind\":\"NON_NULL\",\"ofType\":{\"kind\":\"LIST\",\"ofType\":" + INT + "}}";
        var argument = "[{\"name\":\"x\",\"type\":" + list + ",\"defaultValue\":\"[1, 2]\"}]";
        var definitions = read(object("Query", field("a", argument, list)));
        assertThat(SdlPrinter.print(definitions)).contains("a(x: [Int]! = [1,2]): [Int]!");
    }

    @Test
    void leavesOutTypesOfIntrospection() {
        var definitions = read(object("Query", field("a", "[]", INT)) + ",{\"kind\":\"OBJECT\",\"name\":\"__Schema\"}");
        assertThat(definitions.types()).containsOnlyKeys("Query");
    }

    @Test
    void itsQueryIsAQuery() {
        assertThat(DocumentParser.parse(IntrospectionReader.query()).fragments())
                .hasSize(3);
    }

    @Test
    void refusesMalformedAnswers() {
        answerRefused("[]", "the answer is a list instead of an object");
        answerRefused("{}", "the answer has no __schema");
        answerRefused("{\"data\":null}", "the answer has no data");
        answerRefused("{\"data\":{\"__schema\":7}}", "the answer.data.__schema is a number instead of an object");
        answerRefused("{\"__schema\":{}}", "the answer.__schema has no types");
        answerRefused("{\"__schema\":{\"types\":{}}}", "the answer.__schema has an object instead of a list of types");
        answerRefused("{\"__schema\":{\"types\":[]}}", "the answer.__schema has no queryType");
        refused("{\"kind\":\"OBJECT\"}", "types[0] has no name");
        refused("{\"name\":\"A-B\",\"kind\":\"OBJECT\"}", "types[0] has a name that is none in GraphQL: A-B");
        refused("{\"name\":\"A\",\"kind\":\"CLASS\"}", "types[0] is of the unknown kind CLASS");
        refused("{\"name\":\"A\",\"kind\":\"OBJECT\",\"fields\":null}", "types[0] has no fields");
        refused(
                "{\"name\":\"A\",\"kind\":\"ENUM\",\"enumValues\":[7]}",
                "types[0].enumValues[0] is a number instead of an object");
        refused(
                "{\"name\":\"A\",\"kind\":\"SCALAR\",\"description\":7}",
                "types[0] has a number instead of a string as its description");
        refused(object("Query", field("a", "[]", "{\"kind\":\"LIST\"}")), "types[0].fields[0].type has no ofType");
        var twice = "{\"kind\":\"NON_NULL\",\"ofType\":{\"kind\":\"NON_NULL\",\"ofType\":" + INT + "}}";
        refused(object("Query", field("a", "[]", twice)), "types[0].fields[0].type is twice non-null");
        var badDefault = "[{\"name\":\"x\",\"type\":" + INT + ",\"defaultValue\":\"{\"}]";
        refused(
                object("Query", field("a", badDefault, INT)),
                "types[0].fields[0].args[0] has a default value that is no value");
        refused(
                object("Query", field("a", "[]", INT)) + "," + object("Query", field("b", "[]", INT)),
                "types[1] is a second type of the name Query");
        refused(object("Other", field("a", "[]", INT)), "the query root Query is not an object type");
        refused(
                object("Query", field("a", "[]", "{\"kind\":\"OBJECT\",\"name\":\"Gone\"}")),
                "Query.a is of the type Gone, which is not defined");
    }

    private static String object(String name, String field) {
        return "{\"kind\":\"OBJECT\",\"name\":\"" + name + "\",\"fields\":[" + field + "],\"interfaces\":[]}";
    }

    private static String field(String name, String arguments, String type) {
        return "{\"name\":\"" + name + "\",\"args\":" + arguments + ",\"type\":" + type + ",\"isDeprecated\":false}";
    }

    private static String schema(String types) {
        return "{\"queryType\":{\"name\":\"Query\"},\"mutationType\":null,\"types\":[" + types + "]}";
    }

    private static TypeDefinitions read(String types) {
        return IntrospectionReader.read(Json.read("{\"__schema\":" + schema(types) + "}"));
    }

    private static void refused(String types, String reason) {
        answerRefused("{\"__schema\":" + schema(types) + "}", reason);
    }

    private static void answerRefused(String answer, String reason) {
        assertThatThrownBy(() -> IntrospectionReader.read(Json.read(answer)))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("remote-schema-error at $: the introspection answer is malformed: ")
                .hasMessageContaining(reason);
    }
}
