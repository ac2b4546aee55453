package org.repatria.local.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.repatria.servers.FreePorts;

/** Which port each component listens on; all on the loopback address. */
public record Ports(Map<Component, Integer> byComponent) {

    private static final int PORT_MAX = 65_535;

    public Ports {
        byComponent = Map.copyOf(byComponent);
    }

    /** The ports that the environment names, else the default ones. */
    public static Ports from(Map<String, String> environment) throws StackFailed {
        Map<Component, Integer> ports = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            String text = environment.getOrDefault(component.portVariable(), "" + component.defaultPort());
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > PORT_MAX) {
                throw new StackFailed(component.portVariable() + " must be a port from 1 to " + PORT_MAX + ", but is '"
                        + text + "'.");
            }
            int port = Integer.parseInt(text);
            for (Map.Entry<Component, Integer> other : ports.entrySet()) {
                if (other.getValue() == port) {
                    throw new StackFailed("Port " + port + " is meant for both "
                            + other.getKey().label() + " (" + other.getKey().portVariable() + ") and "
                            + component.label() + " (" + component.portVariable() + ").");
                }
            }
            ports.put(component, port);
        }
        return new Ports(ports);
    }

    /** Ports that nobody listens on at this moment, for tests and measurements beside a running system. */
    public static Ports free() {
        Component[] components = Component.values();
        Iterator<Integer> free = FreePorts.claim(new int[components.length]).iterator();
        Map<Component, Integer> ports = new EnumMap<>(Component.class);
        for (Component component : components) {
            ports.put(component, free.next());
        }
        return new Ports(ports);
    }

    /** The port of a component. */
    public int of(Component component) {
        Integer port = byComponent.get(component);
        if (port == null) {
            throw new IllegalStateException(component + " has no port");
        }
        return port;
    }

    /** Host and port of a component. */
    public String address(Component component) {
        return "127.0.0.1:" + of(component);
    }

    /**
     * One sentence for each port that somebody else holds. It says which, for whom it was meant, how to choose another.
     */
    List<String> taken() {
        return Arrays.stream(Component.values())
                .filter(component -> isTaken(of(component)))
                .map(component -> "Port " + of(component) + " (" + component.label()
                        + ") is in use by another program. Free it, or set " + component.portVariable()
                        + " to another port.")
                .toList();
    }

    // Both are asked: a listener on another address of the machine does not hinder a bind on some systems but would
    // take our calls.
    private static boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), 200);
            return true;
        } catch (IOException nobodyListens) {
            return !canBind(port);
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // A connection that lingers after a stop is no reason to refuse.
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }
}
