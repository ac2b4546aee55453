package org.repatria.servers;

/** Somebody else already listens on the port that a server was told to use. */
public final class PortTaken extends RuntimeException {

    private final int port;

    public PortTaken(int port) {
        super("port " + port + " is already in use on 127.0.0.1");
        this.port = port;
    }

    public int port() {
        return port;
    }
}
