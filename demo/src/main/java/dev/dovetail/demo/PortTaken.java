package dev.dovetail.demo;

import java.io.IOException;

/** Another program listens on a port that the demo wants. */
public final class PortTaken extends IOException {
    private final int port;

    public PortTaken(int port) {
        super("port " + port + " is taken by another program");
        this.port = port;
    }

    public int port() {
        return port;
    }
}
