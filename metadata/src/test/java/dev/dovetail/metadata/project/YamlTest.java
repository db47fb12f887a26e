package dev.dovetail.metadata.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.json.Json;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class YamlTest {
    private static final int ROUNDS = 4_000;
    private static final String LETTERS =
            "aAbty0159.-+_:#,[]{}&*!|>'\"%@`? \n\n  \t\r\u00e9\u2028\u0085\u00a0\u0001<=~ex";

    @Test
    void aliasesOfAliasesAreBounded() {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 25; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(2))
                    .append("]\n");
        }
        var failure = catchThrowableOfType(ProjectException.class, () -> Yaml.read("bomb.yaml", bomb.toString()));
        assertThat(failure).hasMessageContaining("more than 2000000 values");
    }

    /** As the reference writes them, byte for byte. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            "plain text"              ~ plain text
            ""                        ~ ""
            "true"                    ~ "true"
            "yes"                     ~ "yes"
            "null"                    ~ "null"
            "12"                      ~ "12"
            "1_000"                   ~ "1_000"
            "0x1F"                    ~ "0x1F"
            "1.5e3"                   ~ "1.5e3"
            ".5"                      ~ ".5"
            "2020-01-31"              ~ "2020-01-31"
            "12:30:45"                ~ "12:30:45"
            "<<"                      ~ "<<"
            "*"                       ~ '*'
            "{{BASE}}/x"              ~ '{{BASE}}/x'
            "a: b"                    ~ 'a: b'
            "a:b"                     ~ a:b
            "a #b"                    ~ 'a #b'
            "a#b"                     ~ a#b
            "- a"                     ~ '- a'
            "-a"                      ~ -a
            "a:"                      ~ 'a:'
            "it's"                    ~ it's
            "'t was"                  ~ '''t was'
            " a"                      ~ ' a'
            "---"                     ~ "---"
            "--- a"                   ~ '--- a'
            "$name"                   ~ $name
            "a\\tb"                   ~ "a\\tb"
            "a\\\\b"                  ~ a\\b
            "é"                       ~ é
            "\\u2028"                 ~ "\\u2028"
            "\\ud83d\\ude00"          ~ "\\U0001F600"
            "a\\nb"                   ~ |-⏎  a⏎  b
            "a\\nb\\n"                ~ |⏎  a⏎  b
            "a\\n\\n"                 ~ |+⏎  a⏎
            "\\na"                    ~ |2-⏎⏎  a
            " a\\nb"                  ~ |2-⏎   a⏎  b
            "a \\nb"                  ~ "a \\nb"
            "a\\n"                    ~ |⏎  a
            "!include x.yaml"         ~ '!include x.yaml'
            1.50                      ~ 1.50
            []                        ~ []
            {}                        ~ {}
            [1, "a"]                  ~ - 1⏎- a
            [[1, 2], []]              ~ - - 1⏎  - 2⏎- []
            {"a": {"b": [1, {"c": 2, "d": []}]}} ~ a:⏎  b:⏎    - 1⏎    - c: 2⏎      d: []
            {"on": 1, "a b": null, "": 2}        ~ "on": 1⏎a b: null⏎"": 2
            {"a": "x\\ny"}            ~ a: |-⏎  x⏎  y
            ["x\\ny"]                 ~ - |-⏎  x⏎  y
            """)
    void writes(String json, String yaml) {
        assertThat(Yaml.write(Json.read(json))).isEqualTo(yaml.replace('⏎', '\n') + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            a: 1⏎b: [x, "1", 0x10, 0o17, 1., true, null]  ~ {"a":1,"b":["x","1",16,15,1,true,null]}
            a: 2020-01-01                                 ~ {"a":"2020-01-01"}
            a: yes                                        ~ {"a":"yes"}
            1: x⏎true: y                                  ~ {"1":"x","true":"y"}
            x: &x {a: 1}⏎y: {<<: *x, b: 2}⏎z: *x          ~ {"x":{"a":1},"y":{"b":2,"a":1},"z":{"a":1}}
            y: {<<: [{a: 1}, {a: 2, b: 3}]}               ~ {"y":{"a":1,"b":3}}
            a: >⏎  folded⏎  text                          ~ {"a":"folded text"}
            """)
    void reads(String yaml, String json) {
        assertThat(Json.write(read(yaml.replace('⏎', '\n')))).isEqualTo(json);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            a: [                ~ x.yaml:1: not YAML
            a: 1⏎b: [1,⏎c: 2    ~ x.yaml:3: not YAML
            a: 1⏎b: 2⏎a: 3      ~ x.yaml:3: the key a stands here a second time
            a: .nan             ~ x.yaml:1: a number that JSON cannot hold: .nan
            ? [a]⏎: 1           ~ x.yaml:1: a key that is a list or an object
            a: &a [*a]          ~ x.yaml:1: nested deeper
            a: {<<: 1}          ~ x.yaml:1: not YAML: Expected mapping node
            --- 1⏎--- 2         ~ x.yaml:2: not YAML
            """)
    void refuses(String yaml, String message) {
        assertThat(catchThrowableOfType(ProjectException.class, () -> read(yaml.replace('⏎', '\n'))))
                .hasMessageStartingWith(message);
    }

    @Test
    void anyTextIsReadBackAsItWas() {
        var random = new Random(7);
        for (var round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(9); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            var value = Json.object();
            value.put(text.toString().isEmpty() ? "k" : text.toString(), text.toString());
            value.putArray("list of")
                    .add(text.toString())
                    .addArray()
                    .addObject()
                    .put("a", text.toString());
            assertThat(read(Yaml.write(value))).as(Yaml.write(value)).isEqualTo(value);
        }
    }

    private static JsonNode read(String yaml) {
        return Objects.requireNonNull(Yaml.read("x.yaml", yaml)).json();
    }
}
