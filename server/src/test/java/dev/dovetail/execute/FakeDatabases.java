package dev.dovetail.execute;

import dev.dovetail.name.SourceName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Databases whose statements are answered by a function, and that keep a journal of what was asked. */
public final class FakeDatabases implements Databases {
    final List<String> journal = Collections.synchronizedList(new ArrayList<>());
    private final Statements statements;

    /** Answers JSON; may throw. */
    public interface Statements {
        String answer(String sql, List<@Nullable Object> values);
    }

    public FakeDatabases(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Database of(SourceName source) {
        return new Fake(source.value());
    }

    private byte[] answer(String source, String sql, List<@Nullable Object> values) {
        journal.add(source + ": " + sql + shown(values));
        return statements.answer(sql, values).getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(List<@Nullable Object> values) {
        return values.isEmpty()
                ? ""
                : " "
                        + values.stream()
                                .map(value ->
                                        value instanceof Object[] list ? Arrays.toString(list) : String.valueOf(value))
                                .toList();
    }

    private final class Fake implements Database {
        private final String name;

        Fake(String name) {
            this.name = name;
        }

        @Override
        public Underway<byte[]> start(String sql, List<@Nullable Object> values, @Nullable Duration limit) {
            return Underway.done(answer(name, sql, values));
        }

        @Override
        public <T> T inTransaction(@Nullable Duration limit, Work<T> work) {
            journal.add(name + ": begin");
            try {
                var result = work.run((sql, values) -> answer(name, sql, values));
                journal.add(name + ": commit");
                return result;
            } catch (RuntimeException e) {
                journal.add(name + ": rollback");
                throw e;
            }
        }
    }
}
