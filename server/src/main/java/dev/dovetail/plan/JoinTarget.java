package dev.dovetail.plan;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.model.Action;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.name.SourceName;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a join's values are fetched, for all distinct keys together where the other side can do so. */
public sealed interface JoinTarget {
    /** Of the elements fetched; their paths start in one element under the key {@link #ELEMENT}. */
    JoinTree joins();

    /**
     * A table. The statement takes the keys as text[] ({@link SqlCall.Argument.JoinKeys}) and answers a JSON list with
     * one element per key tuple, in their order: an object, null or a list.
     */
    record ToTable(SourceName source, SqlCall call, JoinTree joins) implements JoinTarget {}

    /**
     * A remote schema's field, called once per key tuple under aliases {@code _0, _1 …} within one request; or, as a
     * batch, once for all.
     *
     * @param template the field with its arguments and selections, without the alias
     * @param carried what the variables of the template carry: a key at places of two types takes two variables
     * @param variables the client's variables used within the template
     * @param unwrap response keys from the aliased field to the value, for nested remote fields
     * @param shape of what one key leads to; of a batch that leads to several, of one of them
     */
    record ToRemote(
            RemoteSchema remote,
            List<Part> template,
            List<Carried> carried,
            List<RemoteQuery.Variable> variables,
            List<String> unwrap,
            Shape shape,
            @Nullable Batch batch,
            JoinTree joins)
            implements JoinTarget {
        public ToRemote {
            template = List.copyOf(template);
        }

        /** Without a batch. */
        public ToRemote(
                RemoteSchema remote,
                List<Part> template,
                List<Carried> carried,
                List<RemoteQuery.Variable> variables,
                List<String> unwrap,
                Shape shape,
                JoinTree joins) {
            this(remote, template, carried, variables, unwrap, shape, null, joins);
        }
    }

    /**
     * The one key is sent as a list of all keys, and the answer is a list.
     *
     * @param match the hidden response key under which each answered object tells its key
     * @param many whether a key leads to all objects that match, else to the first
     */
    record Batch(String match, boolean many) {}

    /**
     * An action, whose handler is called once per key tuple; or, as a batch, once with a list of inputs.
     *
     * @param shape of what one key tuple leads to
     * @param arguments where the field's arguments stand, also those that the relationship gives
     */
    record ToAction(
            Action action,
            SequencedMap<String, Given> input,
            boolean batch,
            Shape shape,
            JoinTree joins,
            Path arguments)
            implements JoinTarget {}

    /** The response key under which one fetched element stands while its own joins run. */
    String ELEMENT = "value";

    /**
     * A key that goes along as a variable.
     *
     * @param type as the remote declares the places where the variable stands
     */
    record Carried(int key, TypeSyntax type) {}

    /** A piece of a template. */
    sealed interface Part {
        record Text(String text) implements Part {}

        /** The variable for {@link ToRemote#carried} {@code index}, of the current tuple. */
        record Key(int index) implements Part {}
    }

    /** A value that an action is given. */
    sealed interface Given {
        /** Key {@code index} of the current tuple. */
        record Key(int index) implements Given {}

        record Constant(JsonNode value) implements Given {}

        record ListOf(List<Given> items) implements Given {}

        record ObjectOf(SequencedMap<String, Given> fields) implements Given {}

        /** The client's. */
        record Client(ActionInput input) implements Given {}
    }
}
