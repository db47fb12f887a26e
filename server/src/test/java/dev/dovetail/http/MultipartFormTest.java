package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.request.GraphqlCall.PlacedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MultipartFormTest {
    private static final String TYPE = "multipart/form-data; boundary=X";
    private static final String OPERATIONS = part("name=\"operations\"", "{\"query\": \"{ a }\"}");

    @Test
    void filesAndWhereTheyBelong() {
        var form = parse(
                OPERATIONS,
                part("name=\"map\"", "{\"0\": [\"variables.a\", \"variables.b.1\"], \"more\": [\"variables.c\"]}"),
                part("name=\"0\"; filename=\"ä.txt\"\r\nContent-Type: text/plain", "one\r\ntwo"),
                part("name=\"more\"; filename=\"\"\r\nContent-Type: image/png", ""));
        assertThat(new String(form.operations(), StandardCharsets.UTF_8)).isEqualTo("{\"query\": \"{ a }\"}");
        assertThat(shown(form.files()))
                .containsExactly(
                        "variables.a = ä.txt text/plain one\r\ntwo",
                        "variables.b.1 = ä.txt text/plain one\r\ntwo",
                        "variables.c =  image/png ");
        assertThat(parse(OPERATIONS).files()).isEmpty();
    }

    @Test
    void whatIsNone() {
        refuses("it has no part \"operations\"", part("name=\"map\"", "{}"));
        refuses("its part \"map\" is no JSON object", OPERATIONS, part("name=\"map\"", "{"));
        refuses("its part \"map\" is no JSON object", OPERATIONS, part("name=\"map\"", "[]"));
        refuses(
                "its map names \"0\", and there is no such file",
                OPERATIONS,
                part("name=\"map\"", "{\"0\": [\"variables.a\"]}"));
        var many = new ArrayList<>(List.of(OPERATIONS, part("name=\"map\"", "{}")));
        for (var i = 0; i < 4; i++) {
            many.add(part("name=\"" + i + "\"; filename=\"f\"", "x"));
        }
        refuses("it has more than 3 files", many.toArray(String[]::new));
        assertThatThrownBy(() -> MultipartForm.parse("multipart/form-data", new byte[10], 3))
                .isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> MultipartForm.parse(TYPE, "no form".getBytes(StandardCharsets.UTF_8), 3))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void aPageOfAnotherSiteMustHaveAskedFirst() {
        var asked = new AtomicReference<>(List.<PlacedFile>of());
        try (var edge = new Edge()) {
            edge.auth = Edge.withUnauthorizedRole("anonymous");
            edge.graphql = call -> {
                asked.set(call.files());
                return Edge.answer("{}");
            };
            edge.start();
            var body = body(
                    OPERATIONS,
                    part("name=\"map\"", "{\"0\": [\"variables.a\"]}"),
                    part("name=\"0\"; filename=\"f\"", "x"));
            var secret = new String[] {"Content-Type", TYPE, "x-hasura-admin-secret", "s3cret"};
            assertThat(edge.post("/v1/graphql", body, secret).statusCode()).isEqualTo(200);
            assertThat(asked.get()).hasSize(1);
            var page = new String[] {"Content-Type", TYPE, "Origin", "http://evil.example"};
            assertThat(edge.post("/v1/graphql", body, page).statusCode()).isEqualTo(415);
            var noForm = edge.post("/v1/graphql", "x", secret);
            assertThat(noForm.body()).contains("this is no GraphQL multipart request");
        }
    }

    void whatIsBrokenIsRefusedAndNothingElseHappens() {
        var good = body(
                OPERATIONS,
                part("name=\"map\"", "{\"0\": [\"variables.a\"]}"),
                part("name=\"0\"; filename=\"f\"\r\nContent-Type: text/plain; charset=utf-8", "x"));
        refuses(
                "it has more than 3 files, or is no form",
                part("name=\"0\"\r\nContent-Type: text/plain; charset=nope", "x"));
        refuses("it has more than 3 files, or is no form", part("name=\"0\"\r\nContent-Transfer-Encoding: nope", "x"));
        refuses("it has more than 3 files, or is no form", part("filename=\"f\"", "x"));
        refuses("it has more than 3 files, or is no form", part("name=\"0\"; filename*=nope", "x"));
        var bytes = good.getBytes(StandardCharsets.UTF_8);
        var random = new Random(20_261_123);
        for (var i = 0; i < 3_000; i++) {
            var broken = i < bytes.length ? Arrays.copyOf(bytes, i) : bytes.clone();
            for (var changes = i < bytes.length ? 0 : 1 + random.nextInt(3); changes > 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            takenOrRefused(broken);
        }
    }

    private static void takenOrRefused(byte[] body) {
        try {
            assertThat(MultipartForm.parse(TYPE, body, 3)).isNotNull();
        } catch (ApiException refused) {
            assertThat(refused.failure().toString()).contains("this is no GraphQL multipart request: ");
        }
    }

    private static void refuses(String what, String... parts) {
        assertThatThrownBy(() -> parse(parts))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.failure().toString())
                                .contains("this is no GraphQL multipart request: " + what));
    }

    private static MultipartForm parse(String... parts) {
        return MultipartForm.parse(TYPE, body(parts).getBytes(StandardCharsets.UTF_8), 3);
    }

    private static String body(String... parts) {
        return String.join("", parts) + "--X--\r\n";
    }

    private static String part(String name, String content) {
        return "--X\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + content + "\r\n";
    }

    private static List<String> shown(List<PlacedFile> files) {
        return files.stream()
                .map(each -> each.path() + " = " + each.file().filename() + " "
                        + each.file().contentType() + " "
                        + new String(each.file().content(), StandardCharsets.UTF_8))
                .toList();
    }
}
