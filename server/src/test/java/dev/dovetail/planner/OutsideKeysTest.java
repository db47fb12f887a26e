package dev.dovetail.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutsideKeysTest {
    @Test
    @DisplayName("RRL-04: two keys have two aliases, however their names and those of their types look")
    void aliases() {
        assertThat(List.of(
                        alias("T", "owner__id"),
                        alias("T", "owner", "id"),
                        alias("T", "owner_2_id"),
                        alias("T__owner", "id"),
                        alias("T", "a", "b__c"),
                        alias("T", "a__b", "c")))
                .doesNotHaveDuplicates();
    }

    private static String alias(String type, String... path) {
        return OutsideKeys.OfRemote.alias("__key", type, List.of(path));
    }
}
