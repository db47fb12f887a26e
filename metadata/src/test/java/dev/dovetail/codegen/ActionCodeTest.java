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
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final String OPERATION = "mutation ($class: Int) {\n  a: x(y: \"\"\"\"q \\ ` ${\"\"\") { id }\n}";

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
                .contains("\tRows any `json:\"rows\"`\n");
    }

    @Test
    void whatIsWithinAFunctionIsIndented() {
        assertThat(code(Framework.PYTHON_FLASK, OPERATION).getFirst().content())
                .contains("\n    answer = ask(OPERATION, arguments, session)\n");
        assertThat(code(Framework.GO_SERVE_MUX, OPERATION).getFirst().content()).contains("\n\tdata, err := ask(");
        assertThat(code(Framework.JAVA_JDK, null).getFirst().content()).doesNotContainPattern(" +\n");
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_JDK, 'Engine.ask(OPERATION, call);'",
        "JAVA_SPRING, 'handle(@RequestBody ActionCall<java.util.Map<String, Object>> call)'",
        "NODEJS, 'ask(OPERATION, input, session)'",
        "NODEJS_EXPRESS, 'await handle(req.body.input,'",
        "TYPESCRIPT_EXPRESS, 'await handle(req.body.input,'",
        "PYTHON_FLASK, 'handle(call[\"input\"],'",
        "GO_SERVE_MUX, 'func handleCreateUser(input json.RawMessage,'"
    })
    void whatIsPassedOnIsTheInputAsItCame(Framework framework, String how) {
        assertThat(code(framework, OPERATION).getFirst().content()).contains(how);
    }

    @ParameterizedTest
    @CsvSource({
        "NODEJS, engine, engine.action.js",
        "NODEJS, actionServer, actionServer.action.js",
        "NODEJS_EXPRESS, Server, Server.action.js",
        "TYPESCRIPT_EXPRESS, engine, engine.action.ts",
        "PYTHON_FLASK, engine, engine_action.py",
        "PYTHON_FLASK, json, json_action.py",
        "GO_SERVE_MUX, main, main.action.go",
        "GO_SERVE_MUX, engine, engine.action.go",
        "JAVA_JDK, engine, EngineAction.java",
        "JAVA_SPRING, action, ActionAction.java"
    })
    void noHandlerHasTheFileThatAllShare(Framework framework, String action, String file) {
        var files = code(framework, OPERATION, ACTION.replace("createUser", action));
        assertThat(files.getFirst().name()).isEqualTo(file);
        assertThat(files.stream().map(each -> each.name().toLowerCase(java.util.Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"\"x\"\"\" y",
                "\"\"\"\"x\"\"\"\"\" y",
                "\"\"",
                "ends with \"",
                "ends with \\\"",
                "\\\"\"\" y"
            })
    void nothingEndsABlockEarly(String text) {
        var block = Literals.block(text, 4);
        var within = block.substring(4, block.length() - 3);
        assertThat(within.replaceAll("\\\\.", "")).doesNotContain("\"\"\"").doesNotEndWith("\"");
        assertThat(within.stripIndent().translateEscapes()).isEqualTo(text);
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
        return code(framework, operation, ACTION);
    }

    private static List<GeneratedFile> code(Framework framework, @Nullable String operation, String action) {
        return ActionCode.of(
                ActionCodec.decode(Json.read(action), Path.ROOT),
                CustomTypesCodec.decode(Json.read(TYPES), Path.ROOT),
                operation == null ? null : Delegation.of(operation),
                framework);
    }
}
