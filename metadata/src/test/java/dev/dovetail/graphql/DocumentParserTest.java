package dev.dovetail.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.Selection.FieldNode;
import dev.dovetail.graphql.ast.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DocumentParserTest {
    @Test
    void printsBackWhatItRead() {
        check("{a}", "{a}");
        check("query { a, b\n c }", "{a b c}");
        check("mutation m { a }", "mutation m{a}");
        check("subscription { a }", "subscription{a}");
        check(
                "query q($x: [Int!]! = [1 2], $y: a = {b: null}) @d(e: 1) {a}",
                "query q($x:[Int!]!=[1,2] $y:a={b:null})@d(e:1){a}");
        check("{x: a(b: $c, d: E) @skip(if: true) {e}}", "{x:a(b:$c,d:E)@skip(if:true){e}}");
        check("{...f ...{a} ... on T @d {b} ...@e {c}}", "{...f ...{a} ...on T@d{b} ...@e{c}}");
        check(
                "{...f} fragment f on T @d {on fragment query true}",
                "{...f}\nfragment f on T@d{on fragment query true}");
        check("fragment f on on {on:on} query on {...f}", "query on{...f}\nfragment f on on{on:on}");
        check("\uFEFF # comment }\r\n{ a # other\n }", "{a}");
        check("{a(b: -0, c: -1.50, d: 1e5, e: 1.5E-3)}", "{a(b:0,c:-1.50,d:1E+5,e:0.0015)}");
        check(
                "{a(b: true, c: null, d: [], e: {}, f: [[{g: nullable}]])}",
                "{a(b:true,c:null,d:[],e:{},f:[[{g:nullable}]])}");
    }

    @Test
    void readsStrings() {
        checkString("\"\"", "");
        checkString("\"a\\\"\\\\\\/\\b\\f\\n\\r\\tb\"", "a\"\\/\b\f\n\r\tb");
        checkString("\"\\u00e9\\uD83D\\uDE00\\u{1F600}\u00e9\"", "\u00e9\uD83D\uDE00\uD83D\uDE00\u00e9");
        checkString("\"# , { \t\"", "# , { \t");
        checkString("\"\"\"\"\"\"", "");
        checkString("\"\"\"a \"quoted\" \\n \\\"\"\" b\"\"\"", "a \"quoted\" \\n \"\"\" b");
        checkString("\"\"\"\n\n    a\n      b\r\n\n    c\n  \n\"\"\"", "a\n  b\n\nc");
        checkString("\"\"\"  first\n    second\n   third\"\"\"", "  first\n second\nthird");
    }

    @Test
    void refusesWhatIsNoRequest() {
        for (var text : new String[] {
            "",
            "   ",
            "# only",
            "{",
            "}",
            "{}",
            "{a",
            "{a}}",
            "{a}{",
            "a",
            "query",
            "query q",
            "query q()",
            "query q(){a}",
            "query q($){a}",
            "query q($a){a}",
            "query q($a:){a}",
            "query q($a:Int=$b){a}",
            "query q($a:Int=[{b:$c}]){a}",
            "query q($a: Int!!){a}",
            "query q($a: [Int){a}",
            "query q($a: Int @d){a}",
            "query a b {c}",
            "{a()}",
            "{a(b)}",
            "{a(b:)}",
            "{a(b:1}",
            "{a{}}",
            "{a:}",
            "{a:b:c}",
            "{:a}",
            "{...}",
            "{...on}",
            "{...on T}",
            "fragment on on T {a}",
            "fragment f {a}",
            "fragment f on {a}",
            "fragment f on T",
            "fragment f($a: Int) on T {a}",
            "type Query {a: Int}",
            "{a} type Query {a: Int}",
            "scalar x",
            "schema {query: Q}",
            "\"description\" query {a}",
            "{a(b: 01)}",
            "{a(b: 1a)}",
            "{a(b: 1.)}",
            "{a(b: .5)}",
            "{a(b: 1.5.5)}",
            "{a(b: +1)}",
            "{a(b: -)}",
            "{a(b: 1e)}",
            "{a(b: 0x1)}",
            "{a(b: 1_000)}",
            "{a(b: 1e99999999999)}",
            "{a(b: \"c)}",
            "{a(b: \"\n\")}",
            "{a(b: \"\\x\")}",
            "{a(b: \"\\u12\")}",
            "{a(b: \"\\u12g4\")}",
            "{a(b: \"\\u{110000}\")}",
            "{a(b: \"\\u{}\")}",
            "{a(b: \"\\uD83D\")}",
            "{a(b: \"\\uDE00\\uD83D\")}",
            "{a(b: \"\"\"c)}",
            "{a(b: \"\"\"c\\\"\"\")}",
            "{a(b: 'c')}",
            "{a(b: \"\\",
            "{a(b: \"\u0000\")}",
            "{a & b}",
            "{a | b}",
            "{a;}",
            "{\u00e9}",
            "{a\u00a0b}",
            "{a@}",
            "{a@b(}",
            "{a(b: {c})}",
            "{a(b: {1: 2})}",
            "{a(b: $)}",
        }) {
            check(text, ApiException.validation(DocumentParserTest.QUERY, "not a valid graphql query"));
        }
    }

    @Test
    void refusesTheSameNameTwice() {
        check("{a(b: 1, b: 1)}", "$.query", "validation-failed", "not a valid graphql query");
        check("{a(b: {c: 1, c: 2})}", "$.query", "validation-failed", "not a valid graphql query");
        check("{a @d(e: 1, e: 2)}", "$.query", "validation-failed", "not a valid graphql query");
        check("query q {a} mutation q {a}", "$.query", "validation-failed", "multiple definitions for operation \"q\"");
        check(
                "{...f} fragment f on T {a} fragment f on T {a}",
                "$.query",
                "parse-failed",
                "multiple definitions for fragment \"f\"");
    }

    @Test
    void keepsEveryDigit() {
        var digits = "123456789012345678901234567890.10";
        assertThat(value(digits)).isEqualTo(new Value.FloatValue(new BigDecimal(digits)));
        assertThat(value("1e999999999")).isEqualTo(new Value.FloatValue(new BigDecimal("1e999999999")));
        assertThat(value("-98765432109876543210"))
                .isEqualTo(new Value.IntValue(new java.math.BigInteger("-98765432109876543210")));
    }

    @Test
    void readsTheParts() {
        var document = DocumentParser.parse("query q {x: a} subscription s {b}");
        assertThat(document.operations()).hasSize(2);
        assertThat(document.operations().getLast().kind()).isEqualTo(OperationKind.SUBSCRIPTION);
        var field = (FieldNode) document.operations().getFirst().selections().getFirst();
        assertThat(field.responseKey()).isEqualTo("x");
        assertThat(field.name()).isEqualTo("a");
        assertThat(DocumentParser.type("[[a!]]!")).hasToString("[[a!]]!");
        assertThatThrownBy(() -> DocumentParser.constant("$a")).hasMessageContaining("variable");
    }

    private static final dev.dovetail.error.Path QUERY = dev.dovetail.error.Path.ROOT.key("query");

    private static Value value(String text) {
        var document = DocumentParser.parse("{a(b: " + text + ")}");
        return ((FieldNode) document.operations().getFirst().selections().getFirst())
                .arguments()
                .get("b");
    }

    private static void checkString(String literal, String value) {
        assertThat(value(literal)).as(literal).isEqualTo(new Value.StringValue(value));
        assertThat(value(DocumentPrinter.print(new Value.StringValue(value)))).isEqualTo(new Value.StringValue(value));
    }

    private static void check(String text, String printed) {
        var document = DocumentParser.parse(text);
        assertThat(DocumentPrinter.print(document)).isEqualTo(printed);
        assertThat(DocumentParser.parse(printed)).isEqualTo(document);
    }

    private static void check(String text, ApiException expected) {
        assertThatThrownBy(() -> DocumentParser.parse(text))
                .as(text)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.failures()).isEqualTo(expected.failures()));
    }

    private static void check(String text, String path, String code, String message) {
        assertThatThrownBy(() -> DocumentParser.parse(text)).as(text).hasMessage(code + " at " + path + ": " + message);
    }
}
