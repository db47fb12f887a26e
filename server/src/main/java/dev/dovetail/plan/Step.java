package dev.dovetail.plan;

import dev.dovetail.error.Path;
import dev.dovetail.model.Action;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.name.SourceName;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** Something to be done for one root field or several; it answers one value per response key. */
public sealed interface Step {

    /** All of a query's fields on one source: one statement, answering an object with the keys. */
    record SqlQuery(SourceName source, List<String> keys, SqlCall call, JoinTree joins) implements Step {}

    /**
     * One mutation field on a source: statements run in order in one transaction. The last one answers the field's
     * value.
     *
     * @param path where a failure of the statements is reported
     */
    record SqlMutation(SourceName source, String key, List<SqlCall> calls, JoinTree joins, Path path) implements Step {
        public SqlMutation(SourceName source, String key, List<SqlCall> calls, JoinTree joins) {
            this(source, key, calls, joins, Path.ROOT);
        }
    }

    /**
     * Several mutations of one field, in order in one transaction; each part is as a {@link SqlMutation}'s calls.
     * Answers the list of the parts' answers.
     */
    record SqlMutations(SourceName source, String key, List<List<SqlCall>> parts, JoinTree joins) implements Step {
        public SqlMutations {
            parts = List.copyOf(parts);
        }
    }

    /**
     * An insert whose rows bring related rows along: level by level in one transaction, then {@code answer}, which gets
     * {@code affected} and {@code rows} of the first level's rows as those of an earlier statement.
     */
    record NestedInsert(
            SourceName source,
            String key,
            InsertLevel level,
            List<InsertLevel.Row> rows,
            SqlCall answer,
            JoinTree joins)
            implements Step {
        public NestedInsert {
            rows = List.copyOf(rows);
        }
    }

    /** One call of an action's handler. */
    record ActionCall(String key, Action action, SequencedMap<String, ActionInput> input, Shape shape, JoinTree joins)
            implements Step {}

    /** Asks for a call of an asynchronous action's handler; answers the call's id. */
    record ActionSubmission(String key, Action action, SequencedMap<String, ActionInput> input) implements Step {}

    /**
     * What became of an asynchronous action's call: an object, or null when there is no such call or it is somebody
     * else's.
     */
    record ActionReport(String key, Action action, ActionInput id, Report report, JoinTree joins) implements Step {}

    /** All fields of one remote schema that may go in one request. */
    record RemoteCall(
            RemoteSchema remote, List<String> keys, RemoteQuery query, Shape.ObjectShape shape, JoinTree joins)
            implements Step {}

    /** The fields under a source's namespace: what they answer together is the value of the namespace's field. */
    record Namespaced(String key, Plan plan) implements Step {}

    /** Known beforehand: {@code __typename}, introspection. */
    record Constant(String key, JsonNode value) implements Step {}
}
