package dev.dovetail.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.template.webhook.Message;
import dev.dovetail.template.webhook.RequestContext;
import dev.dovetail.template.webhook.ResponseTransform;
import dev.dovetail.template.webhook.TransformFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Transforms as they are written, by what they make of a request and of an answer. */
class TransformCodecTest {
    private static final String URL = "http://h.example/base?k=a+b&flag";
    private static final ObjectNode SESSION = (ObjectNode) Json.read("{\"x-hasura-user-id\": \"7\"}");
    private static final Message MESSAGE = new Message(
            "POST",
            URL,
            List.of(new Message.Line("Content-Type", "application/json"), new Message.Line("X-Key", "secret")),
            "{\"input\": {\"name\": \"Ada & Bo\", \"none\": null, \"bad\": \"a\\r\\nb\", \"n\": 3}}"
                    .getBytes(StandardCharsets.UTF_8));

    @Test
    @DisplayName("ACT-19 what is not named stays as it is")
    void nothing() {
        check(
                "{}",
                "POST http://h.example/base?k=a+b&flag [Content-Type: application/json, X-Key: secret] "
                        + "{\"input\": {\"name\": \"Ada & Bo\", \"none\": null, \"bad\": \"a\\r\\nb\", \"n\": 3}}");
    }

    @Test
    @DisplayName("ACT-19 method, address and body of version 1")
    void version1() {
        check("""
                {"version": 1, "method": "PUT", "url": "{{$base_url}}/more", "body": "{{ $body.input.n }}", "template_engine": "Kriti"}""", "PUT http://h.example/base?k=a+b&flag/more [Content-Type: application/json, X-Key: secret] 3");
        check(
                """
                {"method": null, "url": "https://o.example/p", "body": "[{{ $query_params }}, {{ $base_url }}]"}""",
                "POST https://o.example/p?k=a+b&flag [Content-Type: application/json, X-Key: secret] "
                        + "[[[\"k\",\"a b\"],[\"flag\",null]],\"http://h.example/base?k=a+b&flag\"]");
        check("""
                {"body": "1", "content_type": "text/plain"}""", "POST " + URL + " [X-Key: secret, Content-Type: text/plain] 1");
        check("""
                {"body": "1", "content_type": "text/plain", "request_headers": {"add_headers": {"content-type": "a/b"}}}""", "POST " + URL + " [X-Key: secret, Content-Type: a/b] 1");
    }

    @Test
    @DisplayName("ACT-19 what is filled in after the webhook's own address leads to no other host, nor up")
    void staysAtItsHost() {
        checkHost("{{$base_url}}{{$body}}", "/a?b", "http://h.example/a?b");
        checkHost("{{$base_url}}:8080/{{$body}}", "a/b", "http://h.example:8080/a/b");
        checkHost("{{$base_url}}/../{{$body}}", "a/...", "http://h.example/../a/...");
        checkHost("{{$body}}", "http://else.example", "http://else.example");
        for (var filled : List.of("@else.example", ".else.example", ":8080", "-else/a")) {
            checkHost("{{$base_url}}{{$body}}", filled, "Invalid URL: it leads to another host");
        }
        for (var filled : List.of("..", ".", "a/../../b", "%2E%2e/c")) {
            checkHost("{{$base_url}}/a/{{$body}}", filled, "Invalid URL: what is filled in climbs up its path");
        }
    }

    private static void checkHost(String url, String filled, String expected) {
        var transform =
                TransformCodec.request(Json.object().put("url", url), Path.ROOT).transform();
        var message = new Message("POST", "http://h.example", List.of(), Json.writeBytes(Json.string(filled)));
        String actual;
        try {
            actual = transform
                    .apply(message, RequestContext.of(message, message.url(), null))
                    .url();
        } catch (TransformFailure failure) {
            actual = failure.errors().path(0).path("message").asString("");
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    @DisplayName("ACT-20 bodies of version 2")
    void version2() {
        check("""
                {"version": 2, "body": {"action": "remove"}, "request_headers": {"remove_headers": ["content-type"]}}""", "POST " + URL + " [X-Key: secret] ");
        check("""
                {"version": 2, "body": {"action": "transform", "template": "{\\"n\\": {{ $body.input.n }}}"}, "content_type": "ignored"}""", "POST " + URL + " [Content-Type: application/json, X-Key: secret] {\"n\":3}");
        check("""
                {"version": 2, "body": {"action": "x_www_form_urlencoded", "form_template": {"z": "{{$body.input.name}}!", "a b": "ü", "left": "{{$body.input.none}}"}}}""", "POST " + URL + " [Content-Type: application/json, X-Key: secret] a%20b=%C3%BC&z=Ada%20%26%20Bo!");
    }

    @Test
    @DisplayName("ACT-21 the query, as pairs and as text")
    void query() {
        checkUrl("""
                {"query_params": {"n": "{{$body.input.n}}", "{{$body.input.name}}": "x&y", "left": "{{$body.input.none}}", "bare": null}}""", "http://h.example/base?n=3&Ada%20%26%20Bo=x%26y&bare");
        checkUrl("{\"query_params\": {}}", "http://h.example/base");
        checkUrl("""
                {"query_params": "?user={{getSessionVariable(\\"x-hasura-user-id\\")}}&t=%C3%BC+ü;a=b=c"}""", "http://h.example/base?user=7&t=%C3%BC%20%C3%BC&a=b%3Dc");
        checkUrl("""
                {"url": "http://o.example/x?own=1"}""", "http://o.example/x?own=1");
        checkUrl("""
                {"url": "http://o.example", "query_params": {"q": "1"}}""", "http://o.example?q=1");
        checkUrl("""
                {"url": "http://o.example/{{escapeUri($body.input.bad)}}", "query_params": ""}""", "http://o.example/a%0D%0Ab");
    }

    @Test
    @DisplayName("ACT-19 headers that are added replace those of their name")
    void headers() {
        check("""
                {"body": "1", "request_headers": {"add_headers": {"x-key": "{{$body.input.n}}", "b": "{{$session_variables['x-hasura-user-id']}}"}, "remove_headers": ["CONTENT-TYPE"]}}""", "POST " + URL + " [b: 7, x-key: 3] 1");
    }

    @Test
    @DisplayName("ACT-19 nothing of a template can begin a header or request of its own")
    void injection() {
        fails("""
                {"request_headers": {"add_headers": {"a": "{{$body.input.bad}}"}}}""", "TransformationError", "Invalid header: a name or value has a line break");
        fails("""
                {"request_headers": {"add_headers": {"a\\r\\nb": "1"}}}""", "TransformationError", "Invalid header: a name or value has a line break");
        fails("""
                {"url": "http://o.example/{{$body.input.bad}}"}""", "TransformationError", "Invalid URL: http://o.example/a\r\nb");
        fails("""
                {"url": "{{$body.input.name}}"}""", "TransformationError", "Invalid URL: Ada & Bo");
        fails("""
                {"method": "GET / HTTP/1.1\\r\\nx: y"}""", "TransformationError", "Invalid method");
    }

    @Test
    @DisplayName("ACT-19 templates that fail, or cannot be read, tell why")
    void failures() {
        fails("""
                {"body": "{{ $body.world }}"}""", "Attribute Error", "'Object' has no attribute 'world'.");
        fails("""
                {"body": "{{ $body."}""", "Parse Error", "ParseError: Empty token stream.");
        fails("""
                {"url": "x\\" == \\"y"}""", "TransformationError", "URL Transforms must produce a JSON String: false");
        fails("""
                {"query_params": {"a": "x\\" ?? {\\"a\\": \\"y"}}""", "Parse Error", "ParseError: Empty token stream.");
        assertThatThrownBy(() -> TransformCodec.check(
                        request("{\"url\": \"{{\", \"body\": \"[\", \"query_params\": {\"{{\": \"}}\"}}"),
                        null,
                        Path.ROOT))
                .isInstanceOf(ApiException.class)
                .extracting(failure -> ((Failure.Own) ((ApiException) failure).failure()).internal())
                .asInstanceOf(InstanceOfAssertFactories.type(JsonNode.class))
                .extracting(JsonNode::size)
                .isEqualTo(3);
    }

    @Test
    @DisplayName("ACT-22 answers")
    void answers() {
        checkAnswer("{}", null);
        checkAnswer("""
                {"version": 2, "body": {"action": "transform", "template": "[{{$body.id}}, {{$response.status}}, {{$session_variables['x-hasura-user-id']}}]"}}""", "[1,201,\"7\"]");
        checkAnswer("""
                {"body": "[{{$request.body.base_url}}, {{$request.url.body.input.n}}, {{getSessionVariable(\\"x-hasura-user-id\\")}}]"}""", "[\"http://h.example/base?k=a+b&flag\",3,\"7\"]");
        checkAnswer("""
                {"version": 2, "body": {"action": "remove"}}""", "null");
        checkAnswer("""
                {"version": 2, "body": {"action": "x_www_form_urlencoded", "form_template": {"b": "{{$body.id}}", "a": "2"}}}""", "\"a=2&b=1\"");
    }

    @Test
    @DisplayName("ACT-19 what cannot be a transform is refused")
    void malformed() {
        refused("[]", "$", "parsing RequestTransform failed, expected Object, but encountered Array");
        refused("{\"version\": 3}", "$.version", "expected 1 or 2, encountered 3");
        refused(
                "{\"template_engine\": \"Go\"}",
                "$.template_engine",
                "parsing TemplatingEngine failed, expected one of the tags [\"Kriti\"], but found tag \"Go\"");
        refused(
                "{\"body\": {\"action\": \"remove\"}}",
                "$.body",
                "parsing Template failed, expected String, but encountered Object");
        refused(
                "{\"version\": 2, \"body\": \"1\"}",
                "$.body",
                "parsing BodyTransformFn failed, expected Object, but encountered String");
        refused("{\"version\": 2, \"body\": {\"action\": \"x\"}}", "$.body", "invalid transform action");
        refused("{\"version\": 2, \"body\": {\"action\": \"transform\"}}", "$.body", "key \"template\" not found");
        refused("{\"query_params\": 1}", "$.query_params", "Invalid query parameter");
        refused(
                "{\"query_params\": {\"a\": 1}}",
                "$.query_params.a",
                "parsing Template failed, expected String, but encountered Number");
        refused("{\"method\": 1}", "$.method", "parsing Method failed, expected String, but encountered Number");
        refused(
                "{\"request_headers\": {\"remove_headers\": [1]}}",
                "$.request_headers.remove_headers[0]",
                "parsing HeaderKey failed, expected String, but encountered Number");
    }

    @Test
    void transformsAreWrittenAsTheyCame() {
        var written = "{\"content_type\":\"a\",\"version\":1,\"unknown\":[1],\"body\":\"{{\"}";
        assertThat(Json.write(request(written).written())).isEqualTo(written);
    }

    private static RequestTransformConf request(String json) {
        return TransformCodec.request(Json.read(json), Path.ROOT);
    }

    private static Message apply(String json) {
        return request(json).transform().apply(MESSAGE, RequestContext.of(MESSAGE, URL, SESSION));
    }

    private static void check(String json, String expected) {
        var message = apply(json);
        var headers = message.headers().stream()
                .map(line -> line.name() + ": " + line.value())
                .collect(Collectors.joining(", ", "[", "]"));
        var body = new String(message.body(), StandardCharsets.UTF_8);
        assertThat(message.method() + " " + message.url() + " " + headers + " " + body)
                .as(json)
                .isEqualTo(expected);
    }

    private static void checkUrl(String json, String expected) {
        assertThat(apply(json).url()).as(json).isEqualTo(expected);
    }

    private static void fails(String json, String code, String message) {
        assertThatThrownBy(() -> apply(json))
                .as(json)
                .asInstanceOf(InstanceOfAssertFactories.type(TransformFailure.class))
                .extracting(failure -> failure.errors().get(0))
                .satisfies(error -> {
                    assertThat(error.path("error_code").stringValue()).isEqualTo(code);
                    assertThat(error.path("message").stringValue()).isEqualTo(message);
                });
    }

    private static void checkAnswer(String json, @Nullable String expected) {
        var context = new ResponseTransform.Context(
                "{\"id\": 1}".getBytes(StandardCharsets.UTF_8), 201, RequestContext.of(MESSAGE, URL, SESSION), SESSION);
        var answer =
                TransformCodec.response(Json.read(json), Path.ROOT).transform().apply(context);
        assertThat(answer == null ? null : Json.write(answer)).as(json).isEqualTo(expected);
    }

    private static void refused(String json, String path, String message) {
        ThrowingCallable decode = () -> request(json);
        assertThatThrownBy(decode).as(json).isInstanceOf(ApiException.class).satisfies(failure -> {
            var own = (Failure.Own) ((ApiException) failure).failure();
            assertThat(own.path().text()).isEqualTo(path);
            assertThat(own.message()).isEqualTo(message);
        });
    }
}
