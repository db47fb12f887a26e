package dev.dovetail.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that misbehaves: what it does with a connection after reading the request's head is up to the test. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final AtomicInteger closedByClient = new AtomicInteger();

    interface Behaviour {
        void answer(Socket connection) throws Exception;
    }

    RawServer(Behaviour behaviour) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(() -> accept(behaviour));
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    private void accept(Behaviour behaviour) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                threads.submit(() -> serve(connection, behaviour));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket connection, Behaviour behaviour) {
        try (connection) {
            connection.getInputStream().readNBytes(20);
            behaviour.answer(connection);
        } catch (IOException _) {
            closedByClient.incrementAndGet();
        } catch (Exception _) {
            // Interrupted at the end of the test.
        }
    }

    static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
