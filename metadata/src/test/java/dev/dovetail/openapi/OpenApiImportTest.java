package dev.dovetail.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ActionCodec;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.template.webhook.Message;
import dev.dovetail.template.webhook.RequestContext;
import dev.dovetail.template.webhook.TransformFailure;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("ACT-29")
class OpenApiImportTest {
    private static final String HEAD = """
            openapi: 3.0.0
            servers: [{url: "https://{where}.example/v1/", variables: {where: {default: eu}}}]
            components:
              schemas:
                Pet:
                  type: object
                  required: [id, kind]
                  properties:
                    id: {type: integer, format: int64, readOnly: true}
                    kind: {$ref: "#/components/schemas/Kind"}
                    born: {type: string, format: date-time, nullable: true}
                    parents: {type: array, items: {$ref: "#/components/schemas/Pet"}}
                    "x-y": {type: string}
                    tags: {type: object, additionalProperties: true}
                Kind: {type: string, enum: [CAT, DOG]}
            paths:
            """;

    @Test
    void aReadBecomesAQuery() {
        check("""
              /pets/{pet-id}:
                get:
                  operationId: get-pet
                  summary: One pet
                  parameters:
                    - {name: pet-id, in: path, required: true, schema: {type: string}}
                    - {name: deep, in: query, schema: {type: boolean}}
                  responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
            """, """
            [{"name": "getPet",
              "definition": {"type": "query", "output_type": "Pet",
                "arguments": [{"name": "pet_id", "type": "String!"}, {"name": "deep", "type": "Boolean"}],
                "check_scalars": true,
                "request_transform": {"version": 2, "template_engine": "Kriti", "method": "GET",
                  "url": "{{$base_url}}/pets/{{escapeUri(\\"{{$body.input['pet_id']}}\\")}}",
                  "query_params": {"deep": "{{$body.input?['deep']}}"}, "body": {"action": "remove"}},
                "handler": "https://eu.example/v1"},
              "comment": "One pet"}]""", """
            {"objects": [{"name": "Pet", "fields": [
                {"name": "id", "type": "bigint!"}, {"name": "kind", "type": "Kind!"},
                {"name": "born", "type": "timestamptz"}, {"name": "parents", "type": "[Pet!]"},
                {"name": "tags", "type": "JSON"}]}],
              "scalars": [{"name": "JSON", "description": "any JSON value"}],
              "enums": [{"name": "Kind", "values": [{"value": "CAT"}, {"value": "DOG"}]}]}""");
    }

    @Test
    void aWriteBecomesAMutationWithTypesOfItsOwnForWhatIsSent() {
        check("""
              /pets:
                post:
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
                  responses: {"204": {description: done}}
            """, """
            [{"name": "postPets",
              "definition": {"type": "mutation", "output_type": "Int!",
                "response_transform": {"version": 2, "template_engine": "Kriti",
                  "body": {"action": "transform", "template": "{{$response.status}}"}},
                "arguments": [{"name": "body", "type": "PetInput!"}],
                "check_scalars": true,
                "request_transform": {"version": 2, "template_engine": "Kriti", "method": "POST",
                  "url": "{{$base_url}}/pets", "body": {"action": "transform", "template": "{{$body.input['body']}}"}},
                "kind": "synchronous", "handler": "https://eu.example/v1"}}]""", """
            {"input_objects": [{"name": "PetInput", "fields": [
                {"name": "kind", "type": "Kind!"}, {"name": "born", "type": "timestamptz"},
                {"name": "parents", "type": "[PetInput!]"}, {"name": "tags", "type": "JSON"}]}],
              "scalars": [{"name": "JSON", "description": "any JSON value"}],
              "enums": [{"name": "Kind", "values": [{"value": "CAT"}, {"value": "DOG"}]}]}""");
    }

    @Test
    void listsInAnAddressAreRepeated() {
        var imported = imported("""
              /pets:
                get:
                  parameters:
                    - {name: "tag[]", in: query, schema: {type: array, items: {type: string}}}
                    - {name: limit, in: query, required: true, schema: {type: integer}}
                  responses: {default: {description: none}}
            """);
        assertThat(imported.actions()
                        .getFirst()
                        .path("definition")
                        .path("request_transform")
                        .path("query_params")
                        .asString(""))
                .isEqualTo("{{ concat([{{ if $body.input?['tag'] == null }} \"\" {{ else }} concat({{ range _, x :="
                        + " $body.input['tag'] }} \"tag%5B%5D={{escapeUri(\"{{x}}\")}}&\" {{ end }}) {{ end }},"
                        + " \"limit={{escapeUri(\"{{$body.input['limit']}}\")}}&\"]) }}");
    }

    @Test
    void noArgumentIsMoreOfAnAddressThanItsPart() {
        var imported = imported("""
              /a/{id}/{end}:
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
                    - {name: end, in: path, required: true, schema: {type: object}}
                    - {name: range, in: query, schema: {type: array, items: {type: object}}}
                    - {name: 2nd, in: query, schema: {type: integer, format: int64}}
                  responses: {}
            """);
        assertThat(called(imported, """
            {"id": "1/../2?x=y#", "end": {"a": "/"}, "range": [{"b": "&c=d"}], "_2nd": "1&e=f"}"""))
                .isEqualTo("https://eu.example/v1/a/1%2F..%2F2%3Fx%3Dy%23/%7B%22a%22%3A%22%2F%22%7D"
                        + "?range=%7B%22b%22%3A%22%26c%3Dd%22%7D&2nd=1%26e%3Df");
        assertThatThrownBy(() -> called(imported, "{\"id\": \"..\", \"end\": 1}"))
                .isInstanceOf(TransformFailure.class);
    }

    @Test
    void nothingOfADescriptionIsATemplate() {
        var imported = imported("""
              '/a{{{id}}}"\\':
                get:
                  parameters: [{name: "{{$session_variables}}", in: query, required: true, schema: {type: string}}]
                  responses: {}
            """);
        assertThat(imported.actions().getFirst().toString()).contains("/a\\\\{\\\\{{{escapeUri(");
        ImportMerge.into(Metadata.empty(), imported, false);
        refuses(
                HEAD.replace("{where}.example", "evil.example/{{SECRET}}") + "  /a: {get: {responses: {}}}",
                "the server of the description holds the name of a variable");
    }

    private static String called(Imported imported, String input) {
        var definition =
                ActionCodec.decode(imported.actions().getFirst(), Path.ROOT).definition();
        var handler = "https://eu.example/v1";
        var body = "{\"input\": " + input + "}";
        var message = new Message("POST", handler, List.of(), body.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(definition.requestTransform())
                .transform()
                .apply(message, RequestContext.of(message, handler, null))
                .url();
    }

    @Test
    void descriptionsWithoutAnEnd() {
        var types = types("""
                Tree: {type: array, items: {type: object, properties: {children: {$ref: "#/components/schemas/Tree"}}}}
            """, "Tree");
        assertThat(types).isEqualTo("[OneOutputItem!] " + """
            {"objects":[{"name":"OneOutputItem","fields":[{"name":"children","type":"[OneOutputItem!]"}]}]}""");
        assertThat(types("    Own: {type: array, items: {$ref: \"#/components/schemas/Own\"}}\n", "Own"))
                .startsWith("[JSON!] ");
        var doubling = new StringBuilder("    D0: {type: object, properties: {a: {type: string}}}\n");
        for (var i = 1; i <= 28; i++) {
            doubling.append(
                    "    D%d: {allOf: [{$ref: \"#/components/schemas/D%d\"}, {$ref: \"#/components/schemas/D%d\"}]}\n"
                            .formatted(i, i - 1, i - 1));
        }
        assertThat(types(doubling.toString(), "D28")).startsWith("D28 ");
    }

    private static String types(String schemas, String answered) {
        var imported = OpenApiImport.of("""
                openapi: 3.0.0
                servers: [{url: "https://eu.example"}]
                paths:
                  /a:
                    get:
                      operationId: one
                      responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/%s"}}}}}
                components:
                  schemas:
                """.formatted(answered) + schemas.indent(8), Wishes.NONE);
        return imported.actions()
                        .getFirst()
                        .path("definition")
                        .path("output_type")
                        .asString("") + " " + Json.write(imported.types());
    }

    @Test
    void whatCannotBeTakenOverIsRemarkedOn() {
        var imported = imported("""
              /a:
                get: {responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}}
                put:
                  requestBody: {required: true, content: {multipart/form-data: {schema: {type: object}}}}
                  responses: {"200": {description: x}}
            """);
        assertThat(imported.remarks())
                .containsExactly(
                        "PUT /a is left out: it takes one of multipart/form-data",
                        "The field \"x-y\" of Pet is left out: GraphQL takes no such name");
    }

    @Test
    void swagger2() {
        var imported = OpenApiImport.of("""
            swagger: "2.0"
            host: pets.example
            basePath: /v2
            schemes: [http]
            definitions: {Pet: {type: object, properties: {name: {type: string}}}}
            paths:
              /pets:
                post:
                  operationId: addPet
                  parameters: [{name: pet, in: body, schema: {$ref: "#/definitions/Pet"}}]
                  responses: {201: {schema: {type: array, items: {$ref: "#/definitions/Pet"}}}}
            """, Wishes.NONE);
        var definition = imported.actions().getFirst().path("definition");
        assertThat(definition.path("handler").asString("")).isEqualTo("http://pets.example/v2");
        assertThat(definition.path("output_type").asString("")).isEqualTo("[Pet!]");
        assertThat(definition.path("arguments").toString()).isEqualTo("[{\"name\":\"body\",\"type\":\"PetInput\"}]");
    }

    @Test
    void wishes() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "PETS_TOKEN");
        var paths = """
              /a: {get: {operationId: one, tags: [x], responses: {"200": {content: {application/json: {schema: {type: string}}}}}}}
              /b: {get: {operationId: two, responses: {}}}
            """;
        var imported = OpenApiImport.of(HEAD + paths, new Wishes("{{PETS}}", Set.of("x"), "pets", headers, true));
        assertThat(Json.write(imported.actions().getFirst()))
                .contains("\"name\":\"petsOne\"")
                .contains("\"handler\":\"{{PETS}}\",\"forward_client_headers\":true,"
                        + "\"headers\":[{\"name\":\"Authorization\",\"value_from_env\":\"PETS_TOKEN\"}]");
        assertThat(imported.actions()).hasSize(1);
    }

    @Test
    void nothingIsOverwrittenUnasked() {
        var path = "  /a: {get: {operationId: one, responses: {\"200\": {content: {application/json: {schema:"
                + " {$ref: \"#/components/schemas/Pet\"}}}}}}}\n";
        var first = imported(path);
        var there = ImportMerge.into(Metadata.empty(), first, false);
        assertThatThrownBy(() -> ImportMerge.into(there, first, false)).hasMessage("there is an action one already");
        assertThat(ImportMerge.into(there, first, true)).isEqualTo(there);
        var other = OpenApiImport.of(
                HEAD.replace("CAT, DOG", "CAT") + path.replace("operationId: one", "operationId: two"), Wishes.NONE);
        assertThatThrownBy(() -> ImportMerge.into(there, other, false))
                .hasMessage("there is another custom type Kind already; a prefix keeps them apart");
    }

    @Test
    void whatIsNoDescription() {
        refuses("a: 1", "this is neither OpenAPI 3 nor Swagger 2: there is no version in it");
        refuses("openapi: 3.1.0", "there are no paths in this description");
        refuses(
                "openapi: 3.1.0\npaths: {}\nservers: [{url: /v1}]",
                "the description names no server; say where the service is");
        refuses(HEAD + "  {}", "there is no operation to import");
        refuses("a: [", "the description:1: not YAML");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> OpenApiImport.of(text, Wishes.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static Imported imported(String paths) {
        return OpenApiImport.of(HEAD + paths, Wishes.NONE);
    }

    private static void check(String paths, String actions, String types) {
        var imported = imported(paths);
        assertThat(Json.write(Json.array().addAll(imported.actions()))).isEqualTo(Json.write(Json.read(actions)));
        assertThat(Json.write(imported.types())).isEqualTo(Json.write(Json.read(types)));
    }

    @Test
    void aScalarThatIsThereServes() {
        var there = Metadata.empty()
                .withCustomTypes(CustomTypesCodec.decode(
                        Json.read("{\"scalars\": [{\"name\": \"JSON\", \"description\": \"ours\"}]}"), Path.ROOT));
        var imported = OpenApiImport.of(HEAD + """
              /free:
                get:
                  operationId: free
                  responses: {"200": {content: {application/json: {schema: {type: object}}}}}
            """, Wishes.NONE);
        var merged = ImportMerge.into(there, imported, false);
        assertThat(merged.customTypes().scalars()).isEqualTo(there.customTypes().scalars());
    }

    @Test
    void relationshipsOfWhatIsReplacedStay() {
        var imported = OpenApiImport.of(HEAD + """
              /pet:
                get:
                  operationId: pet
                  responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
            """, Wishes.NONE);
        var first = ImportMerge.into(Metadata.empty(), imported, false);
        var types = CustomTypesCodec.encode(first.customTypes());
        ((ObjectNode) types.path("objects").path(0)).set("relationships", Json.read("""
                [{"name": "row", "type": "object", "source": "default", "remote_table": {"schema": "public", "name": "pets"},
                  "field_mapping": {"id": "id"}}]"""));
        var related = first.withCustomTypes(CustomTypesCodec.decode(types, Path.ROOT));
        assertThat(ImportMerge.into(related, imported, true)).isEqualTo(related);
    }
}
