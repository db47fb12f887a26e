package dev.dovetail.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** ACT-24, ACT-25: the language, by what templates give. */
class TemplateTest {
    private static final String BODY = """
            {"name": "Ada", "n": 3, "price": 10.50, "big": 1e30, "flag": true, "none": null, "my key": "k",
             "list": [1, 2, 3], "people": [{"id": 1, "name": "Bo"}, {"id": 2, "name": "Cy"}],
             "deep": {"a": {"b": [10, {"c": "end"}]}}, "text": "a/b c?ü"}
            """;

    @Test
    @DisplayName("ACT-24 a template is JSON")
    void json() {
        check("null", "null");
        check(" [1, -2, 1.50, 1e3, 01] ", "[1,-2,1.50,1E+3,1]");
        check("{\"b\": true, \"a\": {\"c\": [], \"d\": {}}}", "{\"b\":true,\"a\":{\"c\":[],\"d\":{}}}");
        check("{\"a\": 1, \"a\": 2}", "{\"a\":1}");
        check("# a comment\n[1, # another\n2]", "[1,2]");
        check("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00fc\\ud83c\\udf63 🍣\"", "\"\\\"\\\\/\\b\\f\\n\\r\\tü🍣 🍣\"");
        check("\"two\nlines\"", "\"two\\nlines\"");
    }

    @Test
    @DisplayName("ACT-24 values are filled in for values and into strings")
    void interpolation() {
        check("{\"a\": {{ $body.name }}}", "{\"a\":\"Ada\"}");
        check("{{ 2 }}", "2");
        check("$body.n", "3");
        check("\"{{$body.name}}-{{$body.n}}-{{$body.flag}}-{{$body.none}}\"", "\"Ada-3-true-null\"");
        check(
                "\"{{$body.price}} {{$body.big}} {{0.05}} {{12345678.9}} {{0.0}} {{1e2}}\"",
                "\"10.50 1000000000000000000000000000000 5.0e-2 1.23456789e7 0.0 100\"");
        check("\"{{$body.list}}{{$body.people[0]}}\"", "\"[1,2,3]{\\\"id\\\":1,\\\"name\\\":\\\"Bo\\\"}\"");
        check("\"{ {not} \\{{ }}\"", "\"{ {not} {{ }}\"");
        check("\"{{ concat([\"a\", \"{{ $body.n }}\"]) }}\"", "\"a3\"");
        check("\"\"", "\"\"");
    }

    @Test
    @DisplayName("ACT-24 paths, required and optional")
    void paths() {
        check("{{ $body['my key'] }}", "\"k\"");
        check("{{ $body[\"my key\"] }}", "\"k\"");
        check("{{ $body.deep.a.b[1].c }}", "\"end\"");
        check("{{ $body.list[$body.list[0]] }}", "2");
        check("{{ [4, 5][1] }}", "5");
        check("{{ $body?.nothing.at['all'][0] }}", "null");
        check("{{ $body?.deep.a.b[1].c }}", "\"end\"");
        check("{{ $body.list?[9] }}", "null");
        check("{{ $body.list?[-1] }}", "null");
        check("{{ $missing?.a }}", "null");
        check("{{ $body.missing.one? }}", "null");
        check("{{ $body.missing?.one?.two }}", "null");
        check("\"foo={{$bar? ?? \"\"}}\"", "\"foo=\"");
    }

    @Test
    @DisplayName("ACT-24 operators")
    void operators() {
        check("{{ $body?.nothing ?? \"else\" }}", "\"else\"");
        check("{{ $body.name ?? \"else\" }}", "\"Ada\"");
        check(
                "[{{1 < 2}}, {{1 <= 1}}, {{1 > 2}}, {{2 >= 2}}, {{1 == 1.0}}, {{1 != 1}}]",
                "[true,true,false,true,true,false]");
        check(
                "[{{\"a\" < \"b\"}}, {{[1, 2] < [1, 3]}}, {{true > false}}, {{\"x\" < 1}}, {{null > true}}]",
                "[true,true,true,true,true]");
        check(
                "[{{ {\"a\": 1, \"b\": 2} == {\"b\": 2.0, \"a\": 1} }}, {{ {\"a\": {\"b\": 1}} != {\"a\": {\"b\": 2}} }}]",
                "[true,true]");
        check("[{{true && false}}, {{true || false}}, {{(true && true) || false}}]", "[false,true,true]");
        check("[{{\"a\" in {\"a\": 1}}}, {{2 in [1, 2.0]}}, {{\"z\" in [1]}}]", "[true,true,false]");
        check("[{{not true}}, {{not(true) ?? false}}, {{not ($body.n == 3)}}]", "[false,false,false]");
        check("{{ size($body.list) > 2 }}", "true");
    }

    @Test
    @DisplayName("ACT-24 if, elif, else")
    void conditions() {
        check("{{ if $body.flag }} 1 {{ else }} 2 {{ end }}", "1");
        check(
                "{{ if $body.n > 5 }} 1 {{ elif $body.n > 2 }} {\"two\": {{ $body.n }}} {{ else }} 3 {{ end }}",
                "{\"two\":3}");
        check("{{ if false }} 1 {{ elif (not true) }} 2 {{ else }} 3 {{ end }}", "3");
        check("\"{{ {{ if $body.flag }} \"yes\" {{ else }} \"no\" {{ end }} }}!\"", "\"yes!\"");
        check("{{ if true }} {{ if false }} 1 {{ else }} 2 {{ end }} {{ else }} 3 {{ end }}", "2");
        // What is not reached is not evaluated.
        check("{{ if true }} 1 {{ else }} {{ $nothing }} {{ end }}", "1");
    }

    @Test
    @DisplayName("ACT-24 range")
    void ranges() {
        check(
                "{{ range i, x := $body.people }} {\"i\": {{i}}, \"n\": {{x.name}}} {{ end }}",
                "[{\"i\":0,\"n\":\"Bo\"},{\"i\":1,\"n\":\"Cy\"}]");
        check(
                "[{{ range _, x := [[1], [2, 3]] }} {{ range _, y := x }} \"{{y}}\" {{ end }} {{ end }}]",
                "[[[\"1\"],[\"2\",\"3\"]]]");
        check(
                "{{ removeNulls({{ range i, x := $body.list }} {{ if i > 0 }} {{ x }} {{ else }} null {{ end }} {{ end }}) }}",
                "[2,3]");
        // The inner one is meant.
        check("{{ range _, x := [1] }} {{ range _, x := [2] }} {{ x }} {{ end }} {{ end }}", "[[2]]");
    }

    @Test
    @DisplayName("ACT-25 functions on anything")
    void generalFunctions() {
        check(
                "[{{empty({})}}, {{empty([1])}}, {{empty(\" \")}}, {{empty(0)}}, {{empty(null)}}]",
                "[true,false,true,true,true]");
        check(
                "[{{size({\"a\": 1})}}, {{size([1, 2])}}, {{size(\"a🍣\")}}, {{size(7)}}, {{size(true)}}, {{size(null)}}]",
                "[1,2,2,7,1,0]");
        check(
                "[{{inverse([1, 2])}}, {{inverse(\"ab🍣\")}}, {{inverse(4)}}, {{inverse(true)}}, {{inverse({})}}, {{inverse(null)}}]",
                "[[2,1],\"🍣ba\",0.25,false,{},null]");
        check("[{{head([1, 2])}}, {{head(\"🍣a\")}}, {{tail([1, 2])}}, {{tail(\"🍣a\")}}]", "[1,\"🍣\",[2],\"a\"]");
        check("{{ not(false) }}", "true");
    }

    @Test
    @DisplayName("ACT-25 functions on text")
    void textFunctions() {
        check(
                "[{{toLower(\"AbÜ\")}}, {{toUpper(\"abü\")}}, {{toTitle(\"hELLO wORLD it's\")}}, {{toCaseFold(\"Straße\")}}]",
                "[\"abü\",\"ABÜ\",\"Hello World It's\",\"strasse\"]");
        check("{{ escapeUri($body.text) }}", "\"a%2Fb%20c%3F%C3%BC\"");
        check("{{ escapeUri(\"?foo=bar/baz\") }}", "\"%3Ffoo%3Dbar%2Fbaz\"");
    }

    @Test
    @DisplayName("ACT-25 functions on lists and objects")
    void listFunctions() {
        check("{{ fromPairs([[\"a\", 1], [\"b\", 2]]) }}", "{\"a\":1,\"b\":2}");
        check("{{ toPairs({\"b\": 2, \"a\": 1}) }}", "[[\"a\",1],[\"b\",2]]");
        check("{{ removeNulls([1, null, 3]) }}", "[1,3]");
        check("{{ concat([[1, 2], [3]]) }}", "[1,2,3]");
        check("{{ concat([\"ab\", \"\", \"c\"]) }}", "\"abc\"");
        check("{{ concat([{\"a\": 1, \"b\": 2}, {\"b\": 3, \"c\": 4}]) }}", "{\"a\":1,\"b\":3,\"c\":4}");
        check("{{ concat([]) }}", "[]");
    }

    @Test
    @DisplayName("ACT-23 session variables")
    void sessionVariables() {
        check("{{ getSessionVariable(\"X-Hasura-User-Id\") }}", "\"7\"");
        check("{{ getSessionVariable(null) }}", "null");
        check("{{ $session_variables['x-hasura-user-id'] }}", "\"7\"");
        fails(
                "{{ getSessionVariable(\"x-hasura-no\") }}",
                "Function Error",
                "Session variable \"x-hasura-no\" not found");
        fails("{{ getSessionVariable(1) }}", "Function Error", "Session variable name should be a string");
    }

    @Test
    void whatIsNotThereIsToldWithItsPlace() {
        fails("{{ $body.world }}", "Attribute Error", "'Object' has no attribute 'world'.", "0:4-0:15");
        fails("\n  {{ $nothing }}", "Name Error", "Variable '$nothing' not in scope", "1:6-1:14");
        fails("{{ $body.list[7] }}", "Index Error", "Index out of range", "0:4-0:17");
        fails(
                "{{ $body.name.x }}",
                "Type Error",
                "Couldn't match expected type 'Object' with actual type 'String'",
                "0:4-0:14");
        fails("{{ $body.list.x }}", "Type Error", "Couldn't match expected type 'Object' with actual type 'Array'");
        fails(
                "{{ $body.list[\"a\"] }}",
                "Type Error",
                "Couldn't match expected type 'Integer' with actual type 'String'");
        fails("{{ $body.name?.x }}", "Type Error", "Couldn't match expected type 'Object' with actual type 'String'");
        fails(
                "{{ if 1 }} 1 {{ else }} 2 {{ end }}",
                "Type Error",
                "Couldn't match expected type 'Boolean' with actual type 'Number'");
        fails("{{ 1 && true }}", "Type Error", "Couldn't match expected type 'Boolean' with actual type 'Number'");
        fails(
                "{{ range _, x := 1 }} 1 {{ end }}",
                "Type Error",
                "Couldn't match expected type 'Array' with actual type 'Number'");
        fails("{{ nope(1) }}", "Name Error", "Variable 'nope' not in scope", "0:4-0:11");
        fails("\"🍣{{ $no }}\"", "Name Error", "Variable '$no' not in scope", "0:6-0:9");
    }

    @Test
    void functionsRefuseWhatTheyCannotDoWith() {
        fails(
                "{{ toUpper(1) }}",
                "Function Error",
                "parsing String failed, expected String, but encountered Number",
                "0:12-0:13");
        fails("{{ empty(true) }}", "Function Error", "Cannot define emptiness for a boolean");
        fails("{{ head([]) }}", "Function Error", "Empty array");
        fails("{{ tail(\"\") }}", "Function Error", "Empty string");
        fails("{{ head(1) }}", "Function Error", "Expected an array or string");
        fails("{{ inverse(0) }}", "Function Error", "Zero has no inverse");
        fails(
                "{{ fromPairs([[1, 2]]) }}",
                "Function Error",
                "parsing Key failed, expected String, but encountered Number");
        fails(
                "{{ fromPairs([[1]]) }}",
                "Function Error",
                "Expected an array of shape [ [k1,v1], [k2,v2] ... ] - With String keys.");
        fails(
                "{{ concat([1]) }}",
                "Function Error",
                "parsing Nested Object failed, expected Object, but encountered Number");
        fails("{{ not 1 }}", "Function Error", "parsing Bool failed, expected Boolean, but encountered Number");
    }

    @Test
    void whatIsNoTemplateIsToldWithItsPlace() {
        fails("", "Parse Error", "ParseError: Empty token stream.", "0:1-0:1");
        fails("{{ $.path }", "Parse Error", "Unexpected token '}'.", "0:11-0:12");
        fails("{ 1: null }", "Parse Error", "Unexpected token '1'.", "0:3-0:4");
        fails("[true, ]", "Parse Error", "Unexpected token ']'.");
        fails("[1 2]", "Parse Error", "Unexpected token '2'.");
        fails("{{ a && b && c }}", "Parse Error", "Unexpected token '&&'.");
        fails("{{ $body.end }}", "Parse Error", "Unexpected token 'end'.");
        fails("{{ if true }} 1 {{ end }}", "Parse Error", "Unexpected token 'end'.");
        fails("\"{{ if true }}a{{ else }}b{{ end }}\"", "Parse Error", "Unexpected token 'if'.");
        fails("\"abc", "Parse Error", "ParseError: Empty token stream.");
        fails("{{ @ }}", "Lex Error", "Invalid Lexeme: '{{ @ }}'", "0:4-0:11");
        fails("\"\\x\"", "Lex Error", "Invalid Lexeme: '\"\\x\"'");
        fails("1e99999999999", "Parse Error", "Unexpected token '1e99999999999'.");
    }

    private static void check(String template, String expected) {
        assertThat(Json.write(evaluate(template))).as(template).isEqualTo(expected);
    }

    private static void fails(String template, String code, String message) {
        assertThatThrownBy(() -> evaluate(template))
                .as(template)
                .asInstanceOf(InstanceOfAssertFactories.type(TemplateException.class))
                .extracting(failure -> failure.error().json())
                .satisfies(error -> {
                    assertThat(error.path("message").stringValue()).isEqualTo(message);
                    assertThat(error.path("error_code").stringValue()).isEqualTo(code);
                });
    }

    private static void fails(String template, String code, String message, String place) {
        fails(template, code, message);
        assertThatThrownBy(() -> evaluate(template))
                .as(template)
                .asInstanceOf(InstanceOfAssertFactories.type(TemplateException.class))
                .extracting(failure -> failure.error().span())
                .extracting(span -> span.start().line() + ":" + span.start().column() + "-"
                        + span.end().line() + ":" + span.end().column())
                .isEqualTo(place);
    }

    static JsonNode evaluate(String template) {
        var session = (ObjectNode) Json.read("{\"x-hasura-user-id\": \"7\"}");
        var variables = new LinkedHashMap<String, JsonNode>();
        variables.put("$body", Json.read(BODY));
        variables.put("$session_variables", session);
        return Template.parse(template).evaluate(new Scope(variables, session));
    }
}
