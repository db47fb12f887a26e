package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import org.junit.jupiter.api.Test;

class JsonPathTest {
    private static void check(String text, String... steps) {
        assertThat(JsonPath.steps(text, Path.ROOT)).as(text).containsExactly(steps);
    }

    private static void refuses(String text) {
        assertThat(catchThrowableOfType(ApiException.class, () -> JsonPath.steps(text, Path.ROOT)))
                .as(text)
                .hasMessageStartingWith("parse-failed at $: parse json path error: " + text + ". Accept letters");
    }

    @Test
    void readsSteps() {
        check("$");
        check("$.a.b[0]", "a", "b", "0");
        check("a", "a");
        check("._a-b", "_a-b");
        check("objs.[0].[\"你好\"]", "objs", "0", "你好");
        check("x['!@#$%^']['it\\'s \"so\"']", "x", "!@#$%^", "it's \"so\"");
        check("[\"a\\\"b\\u0041\"]", "a\"bA");
    }

    @Test
    void refusesTheRest() {
        refuses("");
        refuses("$.");
        refuses(".a b");
        refuses("a[x]");
        refuses("['a\\q']");
        refuses("9a");
    }
}
