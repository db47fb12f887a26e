package dev.dovetail.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallMapTest {
    private static final int STEPS = 200;

    /** Whatever is done to it, it is as the map whose place it takes: also where it grows into one. */
    @ParameterizedTest
    @ValueSource(ints = {3, SmallMap.SMALL_MAX, SmallMap.SMALL_MAX + 1, 30})
    void doesAsLinkedHashMap(int keys) {
        for (var seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var map = new SmallMap<Integer>();
            var model = new LinkedHashMap<String, Integer>();
            for (var step = 0; step < STEPS; step++) {
                var change = change(random, keys);
                assertThat(change.apply(map)).isEqualTo(change.apply(model));
                assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(model.entrySet()));
                assertThat(seen(map)).isEqualTo(seen(model));
                assertThat(map).isEqualTo(model).hasSameHashCodeAs(model).hasSize(model.size());
            }
        }
    }

    private static Function<Map<String, Integer>, Object> change(Random random, int keys) {
        // A string of its own each time, as a client's is
        var key = new String("key " + random.nextInt(keys));
        var value = random.nextInt();
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> map -> String.valueOf(map.put(key, value));
            case 4 -> map -> String.valueOf(map.remove(key));
            case 5 -> map -> map.getOrDefault(key, -1) + " " + map.containsKey(key);
            case 6 -> map -> map.keySet().removeIf(each -> each.equals(key));
            case 7 ->
                map -> {
                    map.entrySet().forEach(each -> each.setValue(each.getValue() + 1));
                    return map.values().stream().toList();
                };
            default ->
                map -> {
                    if (value % 10 == 0) {
                        map.clear();
                    }
                    return map.isEmpty();
                };
        };
    }

    private static List<String> seen(Map<String, Integer> map) {
        var seen = new ArrayList<String>();
        map.forEach((key, value) -> seen.add(key + "=" + value));
        return seen;
    }

    @Test
    void iteratorKnowsItsEnds() {
        var map = new SmallMap<Integer>();
        map.put("a", 1);
        var walk = map.entrySet().iterator();
        assertThatThrownBy(walk::remove).isInstanceOf(IllegalStateException.class);
        walk.next();
        walk.remove();
        assertThatThrownBy(walk::remove).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
        assertThat(map).isEmpty();
    }

    @Test
    void objectsKeepTheirMembersInOrderHoweverMany() {
        var members = new ArrayList<String>();
        for (var i = 0; i < 1_000; i++) {
            members.add("\"key " + i + "\":" + i);
            var text = "{" + String.join(",", members) + "}";
            if (i < 20 || i == 999) {
                assertThat(Json.write(Json.read(text))).isEqualTo(text);
                assertThat(Json.read(text)).isEqualTo(Json.read(text).deepCopy());
            }
        }
    }
}
