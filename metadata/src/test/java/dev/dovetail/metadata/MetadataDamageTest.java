package dev.dovetail.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rich metadata, damaged at random: either refused with a path, or read so that it survives being written. */
class MetadataDamageTest {
    private static final int ROUNDS = 1000;
    private static final List<String> SPLINTERS =
            List.of("null", "true", "7", "-1.5", "\"\"", "\"a b\"", "\"*\"", "[]", "{}", "[null]", "{\"name\":\"x\"}");

    @Test
    void isRefusedOrSurvives() {
        var random = new Random(42);
        var survived = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var damaged = Json.read(MetadataCodecTest.NORMAL);
            damage(damaged, random);
            survived += survives(damaged) ? 1 : 0;
        }
        assertThat(survived).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
    }

    private static boolean survives(JsonNode damaged) {
        Metadata metadata;
        try {
            metadata = MetadataCodec.decode(damaged, Path.ROOT);
        } catch (ApiException refusal) {
            assertThat(refusal.failure()).isInstanceOfSatisfying(Failure.Own.class, own -> {
                assertThat(own.code()).isEqualTo(ErrorCode.PARSE_FAILED);
                assertThat(own.path().text()).startsWith("$");
            });
            return false;
        }
        var written = MetadataCodec.encode(metadata);
        assertThat(MetadataCodec.encode(MetadataCodec.decode(written, Path.ROOT)))
                .as("%s", damaged)
                .isEqualTo(written);
        return true;
    }

    private static void damage(JsonNode root, Random random) {
        var holders = new ArrayList<JsonNode>();
        collect(root, holders);
        var holder = holders.get(random.nextInt(holders.size()));
        var splinter = Json.read(SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        var removes = random.nextInt(3) == 0;
        if (holder instanceof ObjectNode object) {
            var keys = new ArrayList<>(object.propertyNames());
            var key = keys.get(random.nextInt(keys.size()));
            if (removes) object.remove(key);
            else object.set(key, splinter);
        } else if (holder instanceof ArrayNode array) {
            var index = random.nextInt(array.size());
            if (removes) array.remove(index);
            else array.set(index, splinter);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainer() && !node.isEmpty()) holders.add(node);
        for (var child : node) collect(child, holders);
    }
}
