package dev.dovetail.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which port to listen on: the same one at every start where possible, since people note down addresses. */
final class Ports {
    private Ports() {}

    static int choose(Path home) throws IOException {
        var note = home.resolve("port");
        var last = Files.exists(note) ? Files.readString(note).strip() : "";
        if (last.matches("[1-9][0-9]{3,4}") && free(Integer.parseInt(last))) {
            return Integer.parseInt(last);
        }
        try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Files.writeString(note, probe.getLocalPort() + "\n");
            return probe.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return probe.isBound();
        } catch (IOException | IllegalArgumentException taken) {
            return false;
        }
    }
}
