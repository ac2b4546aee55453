package org.repatria.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface that nobody listens on. Those that may be any lie below the range from which systems
 * take the port of a connection that goes out: between being found free and being bound, no connection can take them
 * away.
 */
public final class FreePorts {

    private static final int LOWEST = 20_000;

    private static final int BEYOND = 32_768;

    private FreePorts() {}

    /** The wanted port, any free one for 0. */
    public static int claim(int wanted) {
        return claim(new int[] {wanted}).getFirst();
    }

    /**
     * Different ports, one for each that is wanted; 0 stands for any free one.
     *
     * @throws PortTaken when somebody listens on a port that is not 0
     */
    public static List<Integer> claim(int... wanted) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (var port : wanted) {
                held.add(port == 0 ? bindAny() : bind(port));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    private static ServerSocket bindAny() {
        while (true) {
            try {
                return bind(ThreadLocalRandom.current().nextInt(LOWEST, BEYOND));
            } catch (PortTaken _) {
                // Another of the twelve thousand is drawn.
            }
        }
    }

    private static ServerSocket bind(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        } catch (BindException e) {
            throw new PortTaken(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
