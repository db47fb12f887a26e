package dev.dovetail.graphql.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TypesTest {
    @Test
    void printsUses() {
        var users = TypeUse.Named.<String>of(new ScalarType<>("users", null));
        var list = new TypeUse.NonNull<>(new TypeUse.ListOf<>(new TypeUse.NonNull<>(users)));
        assertThat(list.print()).isEqualTo("[users!]!");
        assertThat(list.nullable()).isFalse();
        assertThat(list.unwrapped().print()).isEqualTo("[users!]");
        assertThat(list.named()).isEqualTo(users);
        assertThatThrownBy(() -> new TypeUse.NonNull<>(list)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lazyComputesOnceAndGivesOneValueToAllThreads() throws InterruptedException {
        var computed = new AtomicInteger();
        var lazy = Lazy.of(() -> {
            computed.incrementAndGet();
            return new Object();
        });
        assertThat(computed).hasValue(0);
        var seen = new ConcurrentLinkedQueue<Object>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 20; i++) {
            threads.add(Thread.startVirtualThread(() -> seen.add(lazy.get())));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(new HashSet<>(seen)).hasSize(1);
        assertThat(seen).hasSize(20);
        var before = computed.get();
        lazy.get();
        assertThat(computed).hasValue(before);
    }

    @Test
    void reachesEveryTypeOnceAndSortsThem() {
        var built = new ArrayList<String>();
        var query = chain(0, 20_000, built);
        assertThat(built).as("nothing is built before it is asked for").isEmpty();
        var schema = new Schema<>(query, null, null, List.of());
        assertThat(schema.types()).hasSize(20_000).containsKeys("T0", "T19999");
        assertThat(List.copyOf(schema.types().keySet())).isSorted();
        assertThat(built).hasSize(19_999).doesNotHaveDuplicates();
    }

    @Test
    void refusesTwoFieldsOfOneName() {
        var type = TypeUse.Named.<String>of(new ScalarType<>("Int", null));
        var field = new FieldDef<>("a", null, new LinkedHashMap<>(), type, "meaning", null);
        assertThatThrownBy(() -> Fields.lazy(() -> List.of(field, field)).all())
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** {@code type T0 { next: T1 again: T1 }} and so on; the last refers to itself. */
    private static ObjectType<String> chain(int number, int length, List<String> built) {
        var name = "T" + number;
        return new ObjectType<>(
                name,
                null,
                Fields.lazy(() -> {
                    var last = number + 1 == length;
                    var next = new TypeUse.Named<String>(last ? name : "T" + (number + 1), Lazy.of(() -> {
                        built.add("T" + (number + 1));
                        return chain(number + 1, length, built);
                    }));
                    return List.of(
                            new FieldDef<>("next", null, new LinkedHashMap<>(), next, "meaning", null),
                            new FieldDef<>("again", null, new LinkedHashMap<>(), next, "meaning", null));
                }),
                List.of());
    }
}
