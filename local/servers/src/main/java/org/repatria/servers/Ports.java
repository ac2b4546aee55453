package org.repatria.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
final class Ports {

    private Ports() {}

    /** The wanted port when it is free, any free one for 0. */
    static int claim(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new PortTaken(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
