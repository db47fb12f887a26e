package dev.dovetail.command;

import dev.dovetail.name.ActionName;
import java.util.List;
import java.util.stream.Stream;

/** The actions that a request drops with what the log has of their calls. */
final class DroppedActions {
    private DroppedActions() {}

    static List<ActionName> in(Request request) {
        return find(request).toList();
    }

    private static Stream<ActionName> find(Request request) {
        return switch (request) {
            case Request.Change(var _, ActionCommands.Drop(var name, var clearsLog)) ->
                clearsLog ? Stream.of(name) : Stream.of();
            case Request.Bulk bulk -> bulk.parts().stream().flatMap(DroppedActions::find);
            case Request.Change _, Request.Ask _, Request.Sql _, Request.Data _, Request.Tables _, Request.Calls _ ->
                Stream.of();
        };
    }
}
