package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is told of addresses. */
class HandlerAddressTest {
    private static final String RESOLVED = "https://key:secret@h.example/v1";

    @Test
    @DisplayName("ACT-30 what came from the environment is told as the metadata writes it")
    void fromTheEnvironment() {
        check("{{BASE}}/v1", RESOLVED + "/users", "{{BASE}}/v1/users");
        check("{{BASE}}/v1", "https://h.example/1v/terces", "https://h.example:443");
        check("{{BASE}}/v1", "no address: " + "secret", "…");
    }

    @Test
    @DisplayName("ACT-30 an address of the metadata is told without its user")
    void written() {
        check(RESOLVED, RESOLVED + "/users?a@b", "https://…@h.example/v1/users?a@b");
        assertThat(new HandlerAddress(RESOLVED, RESOLVED).told()).isEqualTo("https://…@h.example/v1");
        assertThat(new HandlerAddress("http://h/a@b", "http://h/a@b").told()).isEqualTo("http://h/a@b");
    }

    @Test
    @DisplayName("ACT-30 nothing that an error holds tells it, nor does a query of its own")
    void everywhere() {
        var address = new HandlerAddress("{{BASE}}", "https://h.example/?key=secret");
        var errors = Json.read(
                "[{\"value\": {\"https://h.example/?key=secret\": [1, \"<https://h.example/?key=secret>\"]}}]");
        assertThat(address.hide(errors)).isEqualTo(Json.read("[{\"value\": {\"{{BASE}}\": [1, \"<{{BASE}}>\"]}}]"));
        assertThat(address.tellQuery("?key=secret&more")).isEqualTo("…");
        assertThat(new HandlerAddress("{{BASE}}/v1", RESOLVED).tellQuery("?a")).isEqualTo("?a");
        var user = "https://key:se@cret@h.example/v1";
        assertThat(new HandlerAddress(user, user).told()).isEqualTo("https://…@h.example/v1");
    }

    private static void check(String written, String url, String expected) {
        assertThat(new HandlerAddress(written, RESOLVED).tell(url)).isEqualTo(expected);
    }
}
