package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.name.SourceName;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs the statements of steps. */
record SqlSteps(Databases databases) {

    /** As {@link Database#start}: fills the parameters and does not wait. */
    Underway<byte[]> start(SourceName source, SqlCall statement, Call call) {
        return start(source, statement, values(statement, call), call);
    }

    Underway<byte[]> start(SourceName source, SqlCall statement, List<@Nullable Object> values, Call call) {
        return databases
                .of(source)
                .start(statement.sql(), values, call.deadline().left());
    }

    /** In a transaction of its own. */
    byte[] mutation(Step.SqlMutation step, Call call) {
        return databases
                .of(step.source())
                .inTransaction(call.deadline().left(), transaction -> mutation(step, call, transaction));
    }

    /** In a transaction of its own. */
    byte[] mutations(Step.SqlMutations step, Call call) {
        return databases
                .of(step.source())
                .inTransaction(call.deadline().left(), transaction -> mutations(step, call, transaction));
    }

    /** Within an open transaction. */
    static byte[] mutations(Step.SqlMutations step, Call call, Database.Transaction transaction) {
        var list = new ByteArrayOutputStream();
        list.write('[');
        for (var part : step.parts()) {
            if (list.size() > 1) {
                list.write(',');
            }
            list.writeBytes(calls(part, Path.ROOT, call, transaction));
        }
        list.write(']');
        return list.toByteArray();
    }

    /** In a transaction of its own. */
    byte[] insert(Step.NestedInsert step, Call call) {
        return transaction(
                step.source(), call, (transaction, way) -> NestedInsertRun.run(step, call, transaction, way));
    }

    /** What is done in a transaction, and whether row by row. */
    interface Work<T> {
        T in(Database.Transaction transaction, boolean rowByRow);
    }

    /** One transaction; a second one, row by row, when the first could not say what became of each row. */
    <T> T transaction(SourceName source, Call call, Work<T> work) {
        var database = databases.of(source);
        try {
            return database.inTransaction(call.deadline().left(), transaction -> work.in(transaction, false));
        } catch (NestedInsertRun.Again again) {
            return database.inTransaction(call.deadline().left(), transaction -> work.in(transaction, true));
        }
    }

    /** Within an open transaction. */
    static byte[] mutation(Step.SqlMutation step, Call call, Database.Transaction transaction) {
        return calls(step.calls(), step.path(), call, transaction);
    }

    private static byte[] calls(List<SqlCall> calls, Path path, Call call, Database.Transaction transaction) {
        var slots = new Slots(Inputs.of(call));
        var answers = new ArrayList<Earlier>();
        for (var sqlCall : calls) {
            var values = values(sqlCall, slots, answers);
            answers.add(new Earlier(at(path, () -> transaction.run(sqlCall.sql(), values))));
        }
        return answers.getLast().bytes;
    }

    /** A failure that does not know its place is reported at the path. */
    private static byte[] at(Path path, Supplier<byte[]> statement) {
        try {
            return statement.get();
        } catch (ApiException refused) {
            throw at(path, refused);
        }
    }

    static ApiException at(Path path, ApiException refused) {
        return new ApiException(refused.failures().stream()
                .map(each ->
                        each instanceof Failure.Own(var code, var at, var message, var internal) && at.equals(Path.ROOT)
                                ? new Failure.Own(code, path, message, internal)
                                : each)
                .toList());
    }

    static List<@Nullable Object> values(SqlCall sqlCall, Call call) {
        return values(sqlCall, new Slots(Inputs.of(call)), List.of());
    }

    static List<@Nullable Object> values(SqlCall sqlCall, Slots slots, List<Earlier> answers) {
        var values = new ArrayList<@Nullable Object>(sqlCall.arguments().size());
        for (var argument : sqlCall.arguments()) {
            values.add(value(argument, slots, answers));
        }
        return values;
    }

    static @Nullable Object value(SqlCall.Argument argument, Slots slots, List<Earlier> answers) {
        return switch (argument) {
            case SqlCall.Argument.Given(var slot) -> slots.fill(slot);
            case SqlCall.Argument.FromCall(var index, var key) ->
                answers.get(index).text(key);
            case SqlCall.Argument.JoinKeys _ -> throw new IllegalStateException("keys of a join outside a join");
            case SqlCall.Argument.InsertRows _ -> throw new IllegalStateException("rows outside a nested insert");
        };
    }

    /** The answer of an earlier statement, parsed when somebody asks for a part of it. */
    static final class Earlier {
        private final byte[] bytes;
        private @Nullable JsonNode parsed;

        Earlier(byte[] bytes) {
            this.bytes = bytes;
        }

        Earlier(JsonNode parsed) {
            this.bytes = new byte[0];
            this.parsed = parsed;
        }

        @Nullable
        String text(String key) {
            if (parsed == null) {
                parsed = Json.read(bytes);
            }
            return Optional.ofNullable(parsed.get(key)).map(JsonText::of).orElse(null);
        }
    }
}
