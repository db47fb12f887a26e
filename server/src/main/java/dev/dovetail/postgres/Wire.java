package dev.dovetail.postgres;

import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * Reaches the socket under a connection, which the client's public interface does not offer. Needed twice: its own
 * close waits for the statement under way, for ever when the server is silent; and its read timeout, the only bound on
 * a server that accepts a connection and then says nothing, must not hold for statements, which may take long.
 */
final class Wire {
    private Wire() {}

    static void cut(SqlConnection connection) {
        var socket = socket(connection);
        if (socket != null) {
            var channel = socket.socket().channelHandlerContext().channel();
            // An ordinary close is held up by the statement under way.
            channel.eventLoop().execute(() -> channel.unsafe().close(channel.voidPromise()));
        }
    }

    /** For a connection that is set up: from now on silence is no error. */
    static void allowSilence(SqlConnection connection) {
        var socket = socket(connection);
        if (socket == null) {
            return;
        }
        var pipeline = socket.socket().channelHandlerContext().pipeline();
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
    }

    private static @Nullable SocketConnectionBase socket(SqlConnection connection) {
        return connection instanceof SqlConnectionBase<?> base
                        && base.unwrap().unwrap() instanceof SocketConnectionBase socket
                ? socket
                : null;
    }
}
