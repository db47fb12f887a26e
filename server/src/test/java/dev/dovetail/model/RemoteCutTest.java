package dev.dovetail.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.graphql.sdl.SdlReader;
import org.junit.jupiter.api.Test;

class RemoteCutTest {
    private static final String REMOTE = """
            schema { query: Query }
            type Query { node: Node }
            interface Node { docs(owner: ID): [String] }
            type User implements Node { docs(owner: ID): [String] }
            type Robot implements Node { docs(owner: ID): [String] }
            """;
    private static final String PRESET = "docs(owner: ID @preset(value: \"x-hasura-user-id\"))";

    /** RSC-10: what a type presets must not be open by way of its interface, nor the other way round. */
    @Test
    void aPresetHoldsForTheInterfaceToo() {
        checkTaken(PRESET, PRESET, PRESET);
        checkTaken("docs(owner: ID)", "docs(owner: ID)", "docs(owner: ID)");
        checkTaken("docs", "docs", "docs");
        checkRefused("docs(owner: ID)", PRESET, PRESET);
        checkRefused("docs", PRESET, PRESET);
        checkRefused(PRESET, PRESET, "docs(owner: ID)");
        checkRefused(PRESET, PRESET, "docs");
        checkRefused(PRESET, PRESET, "docs(owner: ID @preset(value: \"7\"))");
    }

    private static void checkTaken(String node, String user, String robot) {
        assertThatCode(() -> cut(node, user, robot)).doesNotThrowAnyException();
    }

    private static void checkRefused(String node, String user, String robot) {
        assertThatThrownBy(() -> cut(node, user, robot))
                .isInstanceOf(Unresolvable.class)
                .hasMessageContaining("the argument \"owner\" of \"docs\" must have the same preset in");
    }

    private static void cut(String node, String user, String robot) {
        RemoteCut.of(SdlReader.read(REMOTE), """
                schema { query: Query }
                type Query { node: Node }
                interface Node { %s: [String] }
                type User implements Node { %s: [String] }
                type Robot implements Node { %s: [String] }
                """.formatted(node, user, robot));
    }
}
