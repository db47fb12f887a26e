package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ARL-05: joined rows are written as Postgres wrote them")
class RawElementsTest {
    @Test
    void elementsAreThoseOfTheList() {
        check("[]", 0);
        check(" [ ] ", 0);
        check("[null]", 1);
        check("[{\"a\" : [1, 2, {\"b\":\"],}\"}]}, null,\n [\"\\\"]\", \"x\\\\\"], 1.50, \"é,\\u0022\"]", 5);
        check("[[],{},\"\"]", 3);
        check("[{\"short\": 1},\n \"%s\",\t{\"after\": \"ж🌲\"}]".formatted("é,".repeat(20_000)), 3);
    }

    @Test
    void whatIsNoListHasNone() {
        assertThat(RawElements.of("null".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(RawElements.of("{\"a\": 1}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static void check(String json, int count) {
        var elements = RawElements.of(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(elements).hasSize(count);
        var again = Json.array();
        elements.forEach(again::add);
        assertThat(Json.read(Json.writeBytes(again))).isEqualTo(Json.read(json));
        assertThat(Json.read(Json.write(again))).isEqualTo(Json.read(json));
        for (var i = 0; i < count; i++) {
            assertThat(elements.get(i).isNull())
                    .isEqualTo(Json.read(json).path(i).isNull());
        }
    }
}
