package dev.dovetail.metadata.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CLI-04")
class ProjectReaderTest {
    private static final String SDL = """
            type Query { who: Out }
            extend type Mutation {
              " makes one "
              make(
                a: In!
              ): Out   # says "what": this
            }
            \"""
            a block
            \"""
            type Out { id: Int!
              at(unit: Unit): String }
            input In {
              a: Int }
            enum Unit { "seconds" S
              M }
            scalar Money
            """;

    private static final String YAML = """
            actions:
              - name: who
                definition: {kind: "", handler: w}
              - name: make
                definition:
                  kind: synchronous
                  handler: http://h
            custom_types:
              enums:
                - name: Unit
                  values:
                    - {value: M, is_deprecated: true}
              objects:
                - name: Out
                  description: wins
                  relationships: [{name: r}]
            """;

    @Test
    @DisplayName("CTY-07: actions.graphql holds the SDL, actions.yaml the rest; extend type and type are one")
    void sdlAndYamlBecomeOne() {
        var metadata =
                project(Map.of("actions.graphql", SDL, "actions.yaml", YAML)).metadata();
        assertThat(Json.write(metadata.get("actions"))).isEqualTo("""
                [{"name":"who","definition":{"handler":"w","type":"query","output_type":"Out"}},\
                {"name":"make","definition":{"kind":"synchronous","handler":"http://h","type":"mutation",\
                "arguments":[{"name":"a","type":"In!"}],"output_type":"Out"}}]""");
        assertThat(Json.write(metadata.get("custom_types"))).isEqualTo("""
                {"enums":[{"name":"Unit","values":[{"value":"S","description":"seconds"},\
                {"value":"M","is_deprecated":true}]}],\
                "input_objects":[{"name":"In","fields":[{"name":"a","type":"Int"}]}],\
                "objects":[{"name":"Out","description":"wins","fields":[{"name":"id","type":"Int!"},\
                {"name":"at","type":"String","arguments":[{"name":"unit","type":"Unit"}]}],"relationships":[{"name":"r"}]}],\
                "scalars":[{"name":"Money"}]}""");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            $.args.metadata.actions[1].definition.handler             ~ actions.yaml:7
            $.args.actions[1].definition.arguments[0].type            ~ actions.graphql:4
            $.metadata.custom_types.objects[0].fields[1]              ~ actions.graphql:12
            $.custom_types.objects[0].relationships[0].name           ~ actions.yaml:16
            $.args.metadata.sources[0].tables[0].configuration        ~ databases/d/tables/t.yaml:3
            $.args.metadata.sources[0].tables[0].no.such["k"]         ~ databases/d/tables/t.yaml:1
            $.args.metadata.sources[0].tables[7]                      ~ databases/d/tables/all.yaml:1
            $.args.metadata.sources[0].name                           ~ databases/databases.yaml:1
            $.version                                                 ~ version.yaml:1
            $.args                                                    ~ none
            $                                                         ~ none
            """)
    void findsWhatAServersPathMeans(String path, String place) {
        assertThat(sample().place(path).map(Place::toString).orElse("none")).isEqualTo(place);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            source           ~ source default                                                  ~ databases/databases.yaml:1
            table            ~ table users in source default                                   ~ databases/d/tables/t.yaml:1
            table            ~ table s.others in source default                                ~ databases/databases.yaml:1
            object_relation  ~ object_relation home in table users in source default           ~ databases/d/tables/t.yaml:6
            select_permission ~ select_permission user in table users in source default        ~ databases/d/tables/t.yaml:9
            array_relation   ~ array_relation gone in table users in source default            ~ databases/d/tables/t.yaml:1
            action           ~ action make                                                     ~ actions.yaml:4
            custom_types     ~ custom_types custom_types                                       ~ actions.yaml:16
            inherited_role   ~ inherited_role inherited role both                              ~ none
            unheard_of       ~ unheard_of thing                                                ~ none
            """)
    void findsWhatAServerNames(String type, String name, String place) {
        assertThat(sample().placeOf(type, name, "relationship \"r\" of object \"Out\": no")
                        .map(Place::toString)
                        .orElse("none"))
                .isEqualTo(place);
    }

    private static Project sample() {
        return project(Map.of(
                "version.yaml",
                "version: 3\n",
                "databases/databases.yaml",
                "- name: default\n  tables: !include d/tables/all.yaml\n",
                "databases/d/tables/all.yaml",
                "- \"!include t.yaml\"\n",
                "databases/d/tables/t.yaml",
                """
                table: {schema: public, name: users}
                configuration:
                  custom_name: U
                object_relationships:

                  - name: home
                    using: {}
                select_permissions:
                  - role: user
                """,
                "actions.graphql",
                SDL,
                "actions.yaml",
                YAML));
    }

    @Test
    void filesMayBeIncludedAnywhere() {
        var metadata = project(Map.of(
                        "databases/databases.yaml",
                        "- name: d\n  native_queries:\n    - code: !include ../sql/q.sql\n"
                                + "  tables: [\"!include ../shared/t.yaml\"]\n",
                        "sql/q.sql",
                        "select 1\n",
                        "shared/t.yaml",
                        "table: users\nselect_permissions: \"!include deep/p.yaml\"\n",
                        "shared/deep/p.yaml",
                        "[]",
                        "cron_triggers.yaml",
                        "- '!include as is'\n- \"!include cron/one.yaml\"\n",
                        "cron/one.yaml",
                        "name: one"))
                .metadata();
        assertThat(Json.write(metadata)).isEqualTo("""
                {"version":3,"sources":[{"name":"d","native_queries":[{"code":"select 1\\n"}],\
                "tables":[{"table":"users","select_permissions":[]}]}],\
                "cron_triggers":["!include as is",{"name":"one"}]}""");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            version.yaml         ~ version: 2                       ~ version.yaml:1: metadata of version 2; only 3 is read
            version.yaml         ~ 3                                ~ version.yaml:1: expected an object here, but found a number
            databases/databases.yaml ~ name: x                      ~ databases/databases.yaml:1: expected a list here, but found an object
            databases/databases.yaml ~ - "!include gone.yaml"       ~ databases/databases.yaml:1: there is no file gone.yaml to include
            databases/databases.yaml ~ - a⏎- !include databases.yaml ~ databases/databases.yaml:2: the file databases.yaml includes itself
            cron_triggers.yaml   ~ a: [                             ~ cron_triggers.yaml:1: not YAML
            network.yaml         ~ - a                              ~ network.yaml:1: expected an object here, but found a list
            dovetail.yaml        ~ sources: []                      ~ dovetail.yaml:1: sources stands in a file of its own already
            actions.graphql      ~ type Query {⏎  a Int             ~ actions.graphql:2: not GraphQL: no COLON
            actions.graphql      ~ type Query { a: Int }            ~ actions.graphql:1: action a has no handler in actions.yaml
            actions.graphql      ~ scalar A⏎enum A { X }            ~ actions.graphql:1: a second type A
            actions.graphql      ~ union A = B⏎interface A { x: Int } ~ actions.graphql:1: a second type A
            actions.graphql      ~ schema { query: Q }              ~ actions.graphql:1: You cannot have schema definitions
            actions.yaml         ~ actions:⏎  - name: a             ~ actions.yaml:2: action a is not present in actions.graphql
            actions.yaml         ~ actions:⏎  - definition: 1       ~ actions.yaml:2: an action without a name
            actions.yaml         ~ custom_types: {scalars: [{name: A}]} ~ actions.yaml:1: custom type A is not present in actions.graphql
            """)
    void namesFileAndLineOfWhatIsWrong(String file, String text, String message) {
        var files = Map.of(file, text.replace('⏎', '\n'));
        assertThat(catchThrowableOfType(ProjectException.class, () -> project(files)))
                .hasMessageStartingWith(message);
    }

    private static Project project(Map<String, String> files) {
        return ProjectReader.read(new LinkedHashMap<>(files)::get);
    }
}
