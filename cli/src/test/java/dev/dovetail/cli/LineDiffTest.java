package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void isUnified() {
        assertThat(LineDiff.of("x", "a\nb\nc\nd\ne\n", "y", "a\nb\nC\nd\ne\nf\n", 1))
                .isEqualTo("""
                --- x
                +++ y
                @@ -2,4 +2,5 @@
                 b
                -c
                +C
                 d
                 e
                +f
                """);
    }

    @Test
    void equalTextsDifferInNothing() {
        assertThat(LineDiff.of("x", "a\n", "y", "a\n", 3)).isEmpty();
    }

    @Test
    void fromNothingEverythingIsNew() {
        assertThat(LineDiff.of("x", "", "y", "a\n", 3)).isEqualTo("--- x\n+++ y\n@@ -0,0 +1,1 @@\n+a\n");
    }

    @Test
    void coloursAreForTerminals() {
        assertThat(LineDiff.coloured("--- x\n-a\n+b\n c\n"))
                .isEqualTo("\u001b[1m--- x\u001b[0m\n\u001b[31m-a\u001b[0m\n\u001b[32m+b\u001b[0m\n c\u001b[0m\n");
    }
}
