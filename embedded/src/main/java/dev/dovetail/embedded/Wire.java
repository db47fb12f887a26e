package dev.dovetail.embedded;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The handful of protocol messages needed to ask "are you there" and to create a database, so that this module needs no
 * driver. Only for a server that trusts us: it cannot answer a password question.
 */
final class Wire implements AutoCloseable {
    private static final int PROTOCOL_3 = 3 << 16;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /** Fails while nobody listens and while Postgres is still starting up. */
    static Wire connect(int port, String database) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            var wire = new Wire(socket);
            wire.startUp(database);
            return wire;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /** Runs one statement; rows are dropped. Answers the error's SQLSTATE and message, if there was one. */
    Optional<ServerError> run(String sql) throws IOException {
        var body = new ByteArrayOutputStream();
        var text = new DataOutputStream(body);
        writeText(text, sql);
        out.writeByte('Q');
        out.writeInt(body.size() + 4);
        out.write(body.toByteArray());
        return readUntilReady();
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            out.writeByte('X');
            out.writeInt(4);
        }
    }

    private void startUp(String database) throws IOException {
        var body = new ByteArrayOutputStream();
        var fields = new DataOutputStream(body);
        fields.writeInt(PROTOCOL_3);
        writeText(fields, "user");
        writeText(fields, "postgres");
        writeText(fields, "database");
        writeText(fields, database);
        fields.writeByte(0);
        out.writeInt(body.size() + 4);
        out.write(body.toByteArray());
        var error = readUntilReady();
        if (error.isPresent()) {
            throw new IOException(error.get().message());
        }
    }

    private Optional<ServerError> readUntilReady() throws IOException {
        Optional<ServerError> error = Optional.empty();
        while (true) {
            var type = in.readUnsignedByte();
            var body = in.readNBytes(in.readInt() - 4);
            if (type == 'E') {
                var failure = ServerError.parse(body);
                if (failure.fatal()) {
                    return Optional.of(failure);
                }
                error = Optional.of(failure);
            }
            if (type == 'Z') {
                return error;
            }
        }
    }

    private static void writeText(DataOutputStream target, String text) throws IOException {
        target.write(text.getBytes(StandardCharsets.UTF_8));
        target.writeByte(0);
    }

    record ServerError(boolean fatal, String sqlState, String message) {
        static ServerError parse(byte[] body) {
            var fatal = false;
            var sqlState = "";
            var message = "";
            for (var field : new String(body, StandardCharsets.UTF_8).split("\0", -1)) {
                if (field.isEmpty()) {
                    continue;
                }
                var value = field.substring(1);
                switch (field.charAt(0)) {
                    case 'V' -> fatal = !value.equals("ERROR");
                    case 'C' -> sqlState = value;
                    case 'M' -> message = value;
                    default -> {}
                }
            }
            return new ServerError(fatal, sqlState, message);
        }
    }
}
