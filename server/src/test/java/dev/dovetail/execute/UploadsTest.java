package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UploadsTest {
    @Test
    @DisplayName("ACT-33 a file that stands in many places is sent once")
    void once() {
        var file = new Upload("a.txt", "text/plain", "content".getBytes(StandardCharsets.UTF_8));
        var same = new Upload("a.txt", "text/plain", "content".getBytes(StandardCharsets.UTF_8));
        var input = Json.object();
        var photos = input.putArray("photos");
        photos.add(file.node()).add(same.node()).add(file.node());
        var plain = new Http.Request("POST", "http://h.example", List.of(), new byte[0], Duration.ofSeconds(1));
        var body = new String(Uploads.in(input).with(plain).body(), StandardCharsets.UTF_8);
        assertThat(body).contains("{\"0\":[\"input.photos.0\",\"input.photos.2\"],\"1\":[\"input.photos.1\"]}");
        assertThat(body.split("content\r\n", -1)).hasSize(3);
    }
}
