package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Shape;
import dev.dovetail.world.Others;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RRL-09: a batch's objects are told apart by their keys")
class MatchesTest {
    private static final JoinTarget.ToRemote TARGET = new JoinTarget.ToRemote(
            Others.remote(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Shape.Verbatim(true),
            new JoinTarget.Batch("k", false),
            JoinTree.NONE);

    @Test
    void numbersAreComparedByValue() {
        check("7", "7", true);
        check("7", "7.0", true);
        check("7.50", "7.5", true);
        check("10", "1e1", true);
        check("100", "100.0", true);
        check("0", "0.0", true);
        check("-7", "-7.00", true);
        check("-0", "0", true);
        check("123456789012345678901234567891", "123456789012345678901234567891.0", true);
        check("7", "70", false);
        check("7", "-7", false);
    }

    @Test
    void textsAreComparedAsTheyCome() {
        check("007", "\"007\"", true);
        check("7", "\"7.0\"", false);
        check("-", "\"-\"", true);
        check("a1", "\"a1\"", true);
    }

    /** @param told as the remote schema writes it */
    private static void check(String key, String told, boolean same) {
        var matches = Matches.of(TARGET, Json.read("[{\"k\": " + told + "}]"));
        var tuple = new JoinKeys.Tuple(List.of(Json.string(key)), List.of(key), new ArrayList<>());
        assertThat(matches.of(tuple).isNull()).as(key + " and " + told).isEqualTo(!same);
    }
}
