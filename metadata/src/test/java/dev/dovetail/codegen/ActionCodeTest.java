package dev.dovetail.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ActionCodec;
import dev.dovetail.metadata.CustomTypesCodec;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The main paths run in {@code acceptance}: here are the odd names and types, for every language. */
@DisplayName("ACT-28")
class ActionCodeTest {
    private static final String ACTION = """
            {"name": "createUser", "definition": {"handler": "http://h", "output_type": "[Outcome!]!",
              "arguments": [{"name": "class", "type": "[[NewUser!]]!"}, {"name": "kind", "type": "Kind"},
                {"name": "big", "type": "bigint"}, {"name": "any", "type": "jsonb!"}, {"name": "json", "type": "Int"}]}}""";

    private static final String TYPES = """
            {"input_objects": [{"name": "NewUser", "fields": [{"name": "name", "type": "String!"},
               {"name": "friend", "type": "NewUser"}, {"name": "hashCode", "type": "Float"}]}],
             "objects": [{"name": "Outcome", "fields": [{"name": "id", "type": "uuid!"}, {"name": "wait", "type": "Int"},
                {"name": "parts", "type": "[Outcome!]!"}, {"name": "inner", "type": "List!"},
                {"name": "rows", "type": "users"}, {"name": "kind", "type": "Kind!"}]},
               {"name": "List", "fields": [{"name": "ok", "type": "Boolean!"}, {"name": "at", "type": "timestamptz!"}]}],
             "enums": [{"name": "Kind", "values": [{"value": "default"}, {"value": "GOOD"}]}]}""";

    private static final String OPERATION = "mutation ($class: Int) {\n  a: x(y: \"\"\"q \\ ` ${\"\"\") { id }\n}";

    /** What little of Spring the code speaks of. */
    private static final List<String> SPRING = List.of(
            "package com.fasterxml.jackson.annotation; public @interface JsonProperty { String value(); }",
            "package org.springframework.web.bind.annotation; public @interface PostMapping { String value(); }",
            "package org.springframework.web.bind.annotation; public @interface RequestBody {}",
            "package org.springframework.web.bind.annotation; public @interface RestController {}",
            "package org.springframework.web.bind.annotation; public @interface RestControllerAdvice {}",
            "package org.springframework.web.bind.annotation; public @interface ExceptionHandler { Class<?> value(); }",
            "package org.springframework.core; public class ParameterizedTypeReference<T> {}",
            "package org.springframework.boot.autoconfigure; public @interface SpringBootApplication {}",
            "package org.springframework.boot; public class SpringApplication {"
                    + " public static void run(Class<?> type, String... words) {} }",
            "package org.springframework.http; public class MediaType { public static MediaType APPLICATION_JSON; }",
            "package org.springframework.http; public class HttpHeaders { public void set(String name, String value) {} }",
            """
            package org.springframework.http;
            public class ResponseEntity<T> {
                public static Builder badRequest() { return null; }
                public static class Builder { public <T> ResponseEntity<T> body(T body) { return null; } }
            }
            """,
            """
            package org.springframework.web.client;
            import java.util.function.Consumer;
            public interface RestClient {
                static RestClient create(String url) { return null; }
                Spec post();
                interface Spec {
                    Spec uri(String uri);
                    Spec contentType(org.springframework.http.MediaType type);
                    Spec header(String name, String... values);
                    Spec headers(Consumer<org.springframework.http.HttpHeaders> headers);
                    Spec body(Object body);
                    Response retrieve();
                }
                interface Response { <T> T body(org.springframework.core.ParameterizedTypeReference<T> type); }
            }
            """);

    @ParameterizedTest
    @CsvSource({"JAVA_JDK, false", "JAVA_JDK, true", "JAVA_SPRING, false", "JAVA_SPRING, true"})
    void javaCompiles(Framework framework, boolean derived) {
        var sources = new ArrayList<String>();
        code(framework, derived ? OPERATION : null).forEach(file -> sources.add(file.content()));
        if (framework == Framework.JAVA_SPRING) {
            sources.addAll(SPRING);
            sources.add(ActionCode.starterKit(framework).getLast().content());
        }
        var problems = new StringWriter();
        var units = sources.stream().map(ActionCodeTest::unit).toList();
        var target = List.of("-d", folder.toString(), "-proc:none");
        var compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(problems, null, null, target, null, units)
                .call();
        assertThat(compiled).as(problems.toString()).isTrue();
    }

    @TempDir
    private java.nio.file.Path folder = java.nio.file.Path.of("");

    private static JavaFileObject unit(String source) {
        var name = java.util.regex.Pattern.compile("public (?:final )?(?:@interface|class|record|interface) (\\w+)");
        var found = name.matcher(source);
        assertThat(found.find()).as(source).isTrue();
        return new SimpleJavaFileObject(
                URI.create("string:///" + found.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean lenient) {
                return source;
            }
        };
    }

    @ParameterizedTest
    @EnumSource(Framework.class)
    void everyFrameworkHasAHandlerAndAKit(Framework framework) {
        assertThat(Framework.of(framework.wire())).contains(framework);
        assertThat(ActionCode.starterKit(framework)).isNotEmpty();
        var files = code(framework, null);
        assertThat(files.stream().filter(file -> !file.shared()))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).matches("(createUser|CreateUserAction)\\.(java|js|ts|py|go)");
                    assertThat(file.content()).contains("createUser").doesNotContain("%s");
                });
        var derived = code(framework, OPERATION);
        assertThat(derived).hasSizeGreaterThan(files.size());
        assertThat(derived.getFirst().content()).contains("mutation ($class: Int) {");
    }

    @Test
    void typescriptTellsWhatMayBeMissing() {
        assertThat(code(Framework.TYPESCRIPT_EXPRESS, null).getFirst().content())
                .contains("""
                export interface Arguments {
                  class: Array<Array<NewUser> | null>;
                  kind?: Kind | null;
                  big?: number | string | null;
                  any: any;
                  json?: number | null;
                }

                export interface NewUser {
                  name: string;
                  friend?: NewUser | null;
                  hashCode?: number | null;
                }

                export type Kind = 'default' | 'GOOD';
                """);
    }

    @Test
    void pythonAndGoHaveTheTypes() {
        assertThat(code(Framework.PYTHON_FLASK, null).getFirst().content())
                .contains(
                        "Outcome = TypedDict(\"Outcome\", {\n    \"id\": \"str\",\n    \"wait\": \"Optional[int]\",\n")
                .contains("ListType = TypedDict(\"ListType\", {\n    \"ok\": \"bool\",\n")
                .contains("Kind = Literal[\"default\", \"GOOD\"]\n");
        assertThat(code(Framework.GO_SERVE_MUX, null).getFirst().content())
                .contains("\tParts []CreateUser_Outcome `json:\"parts\"`\n\tInner CreateUser_List `json:\"inner\"`\n")
                .contains("\tRows any `json:\"rows,omitempty\"`\n");
    }

    @Test
    void whatIsWithinAFunctionIsIndented() {
        assertThat(code(Framework.PYTHON_FLASK, OPERATION).getFirst().content())
                .contains("\n    answer = ask(OPERATION, arguments, session)\n");
        assertThat(code(Framework.GO_SERVE_MUX, OPERATION).getFirst().content()).contains("\n\tdata, err := ask(");
        assertThat(code(Framework.JAVA_JDK, null).getFirst().content()).doesNotContainPattern(" +\n");
    }

    @Test
    void aDelegationWithOneFieldAnswersThatField() {
        assertThat(Delegation.of("{ a: x { id } __typename }").key()).isEqualTo("a");
        assertThat(Delegation.of("{ a: x b: x }").key()).isNull();
    }

    @Test
    void namesOfFilesStayInTheirFolder() throws IOException {
        for (var framework : Framework.values()) {
            for (var file : code(framework, OPERATION)) {
                Files.writeString(folder.resolve(file.name()), file.content());
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet()))
                    .contains(
                            "CreateUserAction.java",
                            "createUser.js",
                            "createUser.ts",
                            "createUser.py",
                            "createUser.go");
        }
    }

    private static List<GeneratedFile> code(Framework framework, @Nullable String operation) {
        return ActionCode.of(
                ActionCodec.decode(Json.read(ACTION), Path.ROOT),
                CustomTypesCodec.decode(Json.read(TYPES), Path.ROOT),
                operation == null ? null : Delegation.of(operation),
                framework);
    }
}
