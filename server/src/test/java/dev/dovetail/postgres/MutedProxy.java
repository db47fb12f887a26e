package dev.dovetail.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before the test server and, when mute, accepts and swallows everything, as a network that drops packets does.
 */
final class MutedProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean mute;
    private volatile boolean pooling;

    MutedProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void mute(boolean wanted) {
        mute = wanted;
    }

    /** Tells each client another process number than the server does, as poolers do. */
    void pretendPooling() {
        pooling = true;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pump(client, server, false));
                Thread.ofVirtual().start(() -> pump(server, client, true));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean fromServer) {
        var buffer = new byte[8192];
        try (from;
                to) {
            var wasMute = false;
            for (var length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                if (fromServer && pooling) {
                    disguise(buffer, length);
                }
                wasMute |= mute;
                if (!wasMute) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException ended) {
            sockets.remove(from);
        }
    }

    private static void disguise(byte[] bytes, int length) {
        for (var i = 0; i + 12 < length; i++) {
            if (bytes[i] == 'K' && bytes[i + 1] == 0 && bytes[i + 2] == 0 && bytes[i + 3] == 0) {
                bytes[i + 5] ^= 1;
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
