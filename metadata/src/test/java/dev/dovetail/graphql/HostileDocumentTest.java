package dev.dovetail.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents that are made to hurt. Every one is read on a stack of 1 MB, which threads have by default, and soon. */
class HostileDocumentTest {
    private static final int STACK_BYTES = 1024 * 1024;
    /** Far above what any of them takes, far below what a reader that is not linear would take. */
    private static final Duration SOON = Duration.ofSeconds(4);

    private static final int MEGABYTE = 1_000_000;

    @Test
    void refusesDeepNesting() {
        for (var deep : new String[] {
            "{a".repeat(501) + "}".repeat(501),
            "{a".repeat(10_000) + "}".repeat(10_000),
            "{a".repeat(MEGABYTE / 2),
            "{...".repeat(MEGABYTE / 4),
            "{a(b:" + "[".repeat(MEGABYTE),
            "{a(b:" + "{c:".repeat(MEGABYTE / 3),
            "{a @b(c:" + "[{d:".repeat(MEGABYTE / 4),
            "query ($a: " + "[".repeat(MEGABYTE),
            "query ($a: b = " + "[".repeat(MEGABYTE),
        }) {
            refused(deep, "the query is too large: nested deeper than 500 levels");
        }
    }

    @Test
    void readsDeepNestingWithinTheBound() {
        accepted("{a".repeat(500) + "}".repeat(500));
        accepted("{...".repeat(499) + "{a" + "}".repeat(500));
        accepted("{a(b:" + "[".repeat(498) + "]".repeat(498) + ")}");
        accepted("{a(b:" + "{c:".repeat(498) + "1" + "}".repeat(498) + ")}");
        accepted("query ($a: " + "[".repeat(499) + "b" + "]!".repeat(499) + ") {a}");
    }

    @Test
    void refusesMegabytesOfNonsense() {
        for (var nonsense : new String[] {
            "\0".repeat(MEGABYTE),
            "\"".repeat(MEGABYTE - 1),
            "{" + "...".repeat(MEGABYTE / 3),
            "}".repeat(MEGABYTE),
            "{a(b:\"" + "x".repeat(MEGABYTE),
            "{a(b:\"" + "\\".repeat(MEGABYTE),
            "{a(b:\"\"\"" + "\\\"\"\"".repeat(MEGABYTE / 4),
            "#".repeat(MEGABYTE),
            ",\n\r\t \uFEFF".repeat(MEGABYTE / 6),
            "{a" + "@b".repeat(MEGABYTE / 5),
            "{a(" + "b:1 ".repeat(MEGABYTE / 4) + ")}",
            "a".repeat(MEGABYTE),
        }) {
            refused(nonsense, null);
        }
    }

    @Test
    void boundsTokensAndDigits() {
        refused("{" + "a ".repeat(500_000) + "}", "the query is too large: more than 500000 tokens");
        refused("{a(b:" + "1".repeat(MEGABYTE) + ")}", "the query is too large: a number of more than 10000 digits");
        refused("{a(b:0." + "1".repeat(MEGABYTE) + ")}", "the query is too large: a number of more than 10000 digits");
        refused("{a(b:1e" + "1".repeat(MEGABYTE) + ")}", null);
    }

    @Test
    void readsMegabytesWithinTheBounds() {
        accepted("{" + "a ".repeat(400_000) + "}");
        accepted("{" + "a:b(c:1) ".repeat(60_000) + "}");
        accepted("{a(b:\"" + "x".repeat(MEGABYTE) + "\")}");
        accepted("{a(b:\"\"\"" + "\n x".repeat(MEGABYTE / 3) + "\"\"\")}");
        accepted("{a(b:[" + "1".repeat(9_999).concat(" ").repeat(100) + "])}");
        accepted("{a " + "#x\n".repeat(MEGABYTE / 3) + "}");
        accepted("{...f}" + "fragment f on T{...f}".repeat(1));
    }

    private static void accepted(String text) {
        assertThat(read(text)).as(start(text)).isNull();
    }

    private static void refused(String text, @Nullable String message) {
        assertThatThrownBy(() -> {
                    var thrown = read(text);
                    if (thrown != null) {
                        throw thrown;
                    }
                })
                .as(start(text))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining(message == null ? "not a valid graphql query" : message);
    }

    private static @Nullable Throwable read(String text) {
        var thrown = new AtomicReference<@Nullable Throwable>();
        var reader = new Thread(
                null,
                () -> {
                    try {
                        DocumentParser.parse(text);
                    } catch (ApiException | StackOverflowError | OutOfMemoryError e) {
                        thrown.set(e);
                    }
                },
                "reader",
                STACK_BYTES);
        reader.setDaemon(true);
        reader.start();
        try {
            assertThat(reader.join(SOON)).as("read in time: %s", start(text)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return thrown.get();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }
}
