package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CON-08: how the console is served")
class ConsoleTest {
    private static final String SCRIPT = "console.log('the script, long enough to be worth something')";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Edge edge = new Edge();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(folder.resolve("dist/assets"));
        Files.writeString(folder.resolve("secret.txt"), "none of your business");
        Files.writeString(folder.resolve("dist/assets/unlisted.js"), "none of your business");
        Files.writeString(folder.resolve("dist/index.html"), "<base href=\"%BASE%\"><meta content=\"%SETTINGS%\">");
        Files.writeString(folder.resolve("dist/assets/font-1.woff2"), "font");
        Files.write(folder.resolve("dist/assets/main-1.js.gz"), gzip(SCRIPT));
        Files.writeString(folder.resolve("dist/files.json"), """
                {"index.html": {"type": "text/html; charset=utf-8", "etag": "p", "gzip": false},
                 "assets/font-1.woff2": {"type": "font/woff2", "etag": "f", "gzip": false},
                 "assets/main-1.js": {"type": "text/javascript; charset=utf-8", "etag": "m", "gzip": true}}""");
        edge.console = new Console(ConsoleFiles.in(folder.resolve("dist")), "1.2\"<3", true);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void every_address_leads_to_the_page_which_knows_the_way_back() {
        edge.start();
        checkPage("/console", "console/");
        checkPage("/console/", "./");
        checkPage("/console/api", "./");
        checkPage("/console/data/default/public", "../../");
        checkPage("/console/index.html", "./");
    }

    @Test
    void what_one_page_has_loaded_ahead_stands_in_no_other() throws IOException {
        Files.writeString(folder.resolve("dist/index.html"), "<head>\n<!-- api -->\n<link>\n<!-- /api -->\n</head>");
        edge.start();
        for (var path : new String[] {"/console", "/console/", "/console/api", "/console/api/some"}) {
            assertThat(edge.get(path).body()).as(path).isEqualTo("<head>\n<link>\n</head>");
        }
        for (var path : new String[] {"/console/data", "/console/data/api", "/console/apis"}) {
            assertThat(edge.get(path).body()).as(path).isEqualTo("<head>\n</head>");
        }
    }

    @Test
    void the_page_may_talk_to_its_own_server_only_and_be_framed_by_nobody() {
        edge.start();
        assertThat(header(edge.get("/console"), "content-security-policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .contains("connect-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(header(edge.get("/console"), "cache-control")).isEqualTo("no-cache");
    }

    @Test
    void the_page_is_told_what_it_needs_and_no_secret() {
        edge.start();
        assertThat(edge.get("/console").body())
                .contains("{&quot;version&quot;:&quot;1.2\\&quot;&lt;3&quot;,&quot;adminSecret&quot;:true}")
                .doesNotContain("s3cret");
    }

    @Test
    void the_root_leads_to_the_console() {
        edge.start();
        var answer = edge.get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "location")).isEqualTo("console");
    }

    @Test
    void assets_are_sent_as_they_lie_there_and_kept_forever() {
        edge.start();
        var packed = edge.get("/console/assets/main-1.js", "accept-encoding", "gzip");
        assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
        assertThat(header(packed, "content-type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(packed, "cache-control")).isEqualTo(FOREVER);
        assertThat(header(packed, "vary")).isEqualTo("Accept-Encoding");
        var plain = edge.get("/console/assets/main-1.js");
        assertThat(plain.body()).isEqualTo(SCRIPT);
        assertThat(header(plain, "content-encoding")).isNull();
        var font = edge.get("/console/assets/font-1.woff2", "accept-encoding", "gzip");
        assertThat(font.body()).isEqualTo("font");
        assertThat(header(font, "content-type")).isEqualTo("font/woff2");
    }

    @Test
    void what_a_browser_has_is_not_sent_again() {
        edge.start();
        var answer = edge.get("/console/assets/main-1.js", "if-none-match", "\"m\"");
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "etag")).isEqualTo("\"m\"");
        assertThat(edge.get("/console/assets/main-1.js", "if-none-match", "\"x\", W/\"m\"")
                        .statusCode())
                .isEqualTo(304);
        assertThat(edge.get("/console/assets/main-1.js", "if-none-match", "\"x\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothing_is_opened_that_is_not_listed() {
        edge.start();
        for (var path : new String[] {
            "/console/assets/unlisted.js",
            "/console/assets/main-1.js.gz",
            "/console/assets/../../secret.txt",
            "/console/assets/%2e%2e/%2e%2e/secret.txt",
            "/console/assets//etc/passwd",
            "/console/assets/",
            "/console/assets/..%2f..%2fsecret.txt",
        }) {
            var answer = edge.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("not-found");
        }
    }

    @Test
    void without_it_nothing_is_there() {
        edge.console = null;
        edge.start();
        for (var path : new String[] {"/", "/console", "/console/", "/console/api", "/console/assets/main-1.js"}) {
            assertThat(edge.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_server_that_was_built_without_says_so() {
        edge.console = new Console(ConsoleFiles.in(folder.resolve("nowhere")), "1", false);
        edge.start();
        assertThat(edge.get("/console").statusCode()).isEqualTo(404);
        assertThat(edge.get("/console").body()).contains("built without its console");
    }

    @Test
    void other_methods_are_told_which_one_is_right() {
        edge.start();
        var answer = edge.send("DELETE", "/console/api", "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "allow")).isEqualTo("GET");
    }

    private void checkPage(String path, String wayBack) {
        var page = edge.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).as(path).contains("<base href=\"" + wayBack + "\">");
    }

    private static @Nullable String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
