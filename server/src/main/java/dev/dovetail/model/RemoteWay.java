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

    /**
     * Empty when the role does not see a field of the way, or may not give an argument that the relationship gives:
     * what is preset for the role stays as it is preset, however the role comes there.
     */
    public static Optional<RemoteWay> of(RemoteView view, RemoteRelationship.Target.ToRemoteSchema target) {
        return of(view, target.calls());
    }

    private static Optional<RemoteWay> of(RemoteView view, List<RemoteRelationship.Call> calls) {
        var way = step(view, view.types().queryType(), calls.getFirst());
        for (var call : calls.subList(1, calls.size())) {
            way = way.filter(so -> givesAll(view, so))
                    .flatMap(so -> step(view, so.field().type().typeName(), call));
        }
        return way;
    }

    /** Presets are written at the end of the way only. */
    private static boolean givesAll(RemoteView view, RemoteWay way) {
        return view.arguments(way.parent(), way.field()).size()
                == way.field().arguments().size();
    }

    private static Optional<RemoteWay> step(RemoteView view, String parent, RemoteRelationship.Call call) {
        return view.field(parent, call.field())
                .filter(field -> call.arguments().keySet().stream()
                        .allMatch(name -> view.arguments(parent, field).stream()
                                .filter(each -> !view.holdsPreset(each.type().typeName()))
                                .anyMatch(each -> each.name().equals(name))))
                .map(field -> new RemoteWay(parent, field));
    }
}
