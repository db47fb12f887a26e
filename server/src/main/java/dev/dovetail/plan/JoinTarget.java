package dev.dovetail.plan;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.name.SourceName;
import java.util.List;

/** Where a join's values are fetched: one call for all distinct keys. */
public sealed interface JoinTarget {
    JoinTree joins();

    /**
     * A table. The statement takes the keys as text[] ({@link SqlCall.Argument.JoinKeys}) and answers a JSON list with
     * one element per key tuple, in their order: an object, null or a list.
     *
     * @param joins of the elements; their paths start in one element under the key {@link #ELEMENT}
     */
    record ToTable(SourceName source, SqlCall call, JoinTree joins) implements JoinTarget {}

    /**
     * A remote schema's field, called once per key tuple under aliases {@code _0, _1 …} within one request.
     *
     * @param template the field with its arguments and selections, without the alias
     * @param keyTypes the type of each key as the remote declares it
     * @param variables the client's variables used within the template
     * @param unwrap response keys from the aliased field to the value, for nested remote fields
     * @param shape of the value
     */
    record ToRemote(
            RemoteSchema remote,
            List<Part> template,
            List<TypeSyntax> keyTypes,
            List<RemoteQuery.Variable> variables,
            List<String> unwrap,
            Shape shape,
            JoinTree joins)
            implements JoinTarget {
        public ToRemote {
            template = List.copyOf(template);
        }
    }

    /** The response key under which one fetched element stands while its own joins run. */
    String ELEMENT = "value";

    /** A piece of a template. */
    sealed interface Part {
        record Text(String text) implements Part {}

        /** The variable that carries key {@code index} of the current tuple. */
        record Key(int index) implements Part {}
    }
}
