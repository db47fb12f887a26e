package dev.dovetail.model;

import dev.dovetail.graphql.sdl.FieldDefinition;
import java.util.List;
import java.util.Optional;

/**
 * The end of a relationship's way down a remote schema, as a role sees it.
 *
 * @param parent the type that has the last field
 */
public record RemoteWay(String parent, FieldDefinition field) {

    /** Empty when the role does not see a field of the way, or an argument that the relationship gives. */
    public static Optional<RemoteWay> of(RemoteView view, RemoteRelationship.Target.ToRemoteSchema target) {
        return of(view, target.calls());
    }

    private static Optional<RemoteWay> of(RemoteView view, List<RemoteRelationship.Call> calls) {
        var way = step(view, view.types().queryType(), calls.getFirst());
        for (var call : calls.subList(1, calls.size())) {
            way = way.flatMap(so -> step(view, so.field().type().typeName(), call));
        }
        return way;
    }

    private static Optional<RemoteWay> step(RemoteView view, String parent, RemoteRelationship.Call call) {
        return view.field(parent, call.field())
                .filter(field -> call.arguments().keySet().stream()
                        .allMatch(name -> field.arguments().stream()
                                .anyMatch(each -> each.name().equals(name))))
                .map(field -> new RemoteWay(parent, field));
    }
}
