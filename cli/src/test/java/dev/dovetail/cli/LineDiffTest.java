package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineDiffTest {
    private static final int LONG = 200_000;

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

    /** By the library alone this took minutes. */
    @Test
    @Timeout(20)
    void longTextsAreComparedSoon() {
        var numbers = IntStream.range(0, LONG).mapToObj(i -> i + "\n").collect(Collectors.joining());
        var others = IntStream.range(0, LONG).mapToObj(i -> "x" + i + "\n").collect(Collectors.joining());
        assertThat(LineDiff.of("x", "", "y", numbers, 3).lines()).hasSize(LONG + 3);
        assertThat(LineDiff.of("x", "same\n", "y", numbers, 3).lines()).hasSize(LONG + 4);
        assertThat(LineDiff.of("x", others, "y", numbers, 3).lines()).hasSize(2 * LONG + 3);
        var changed = numbers.replace("\n77\n", "\n").replace("\n150000\n", "\n150000\nnew\n");
        assertThat(LineDiff.of("x", numbers, "y", changed, 0)).isEqualTo("""
                --- x
                +++ y
                @@ -78,1 +77,0 @@
                -77
                @@ -150001,0 +150001,1 @@
                +new
                """);
    }

    /** Whatever is found, it must lead from the one text to the other. */
    @Test
    void whatIsFoundLeadsThere() throws Exception {
        var random = new Random(3);
        for (var round = 0; round < 60; round++) {
            var before = lines(random, random.nextInt(6_000), 9_000);
            var after = new ArrayList<>(before);
            for (var change = random.nextInt(400); change > 0 && !after.isEmpty(); change--) {
                switch (random.nextInt(3)) {
                    case 0 -> after.remove(random.nextInt(after.size()));
                    case 1 -> after.add(random.nextInt(after.size()), "new " + random.nextInt(50));
                    default -> after.set(random.nextInt(after.size()), after.get(random.nextInt(after.size())));
                }
            }
            var patch = DiffUtils.diff(before, after, new Anchors());
            assertThat(patch.applyTo(before)).isEqualTo(after);
        }
    }

    private static List<String> lines(Random random, int count, int kinds) {
        return random.ints(count, 0, kinds).mapToObj(String::valueOf).toList();
    }

    @Test
    void coloursAreForTerminals() {
        assertThat(LineDiff.coloured("--- x\n-a\n+b\n c\n"))
                .isEqualTo("\u001b[1m--- x\u001b[0m\n\u001b[31m-a\u001b[0m\n\u001b[32m+b\u001b[0m\n c\u001b[0m\n");
    }
}
