package org.repatria.local.supervisor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Asks a component, in its own protocol, whether it can be used. */
final class Readiness {

    private static final int OP_MSG = 2013;

    private static final short DESCRIBE_CLUSTER = 60;

    private Readiness() {}

    static boolean isReady(Component component, Ports ports) {
        int port = ports.of(component);
        return switch (component.health()) {
            case HTTP -> answersReady(port);
            case KAFKA -> answersAdmin(port);
            case MONGO -> answersPing(port);
        };
    }

    private static boolean answersReady(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout((int) Limits.PROBE_MAX.toMillis());
            connection.setReadTimeout((int) Limits.PROBE_MAX.toMillis());
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Kafka's describe-cluster call, first version. Ready once the broker itself is among the brokers that take
     * requests. An admin client would do the same with a second of class loading and forty megabytes.
     */
    private static boolean answersAdmin(int port) {
        try (Socket socket = connected(port)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(describeCluster());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readInt(); // length
            in.readInt(); // correlation id
            in.readByte(); // no tags
            in.readInt(); // throttle time
            short error = in.readShort();
            skipCompactString(in); // error message
            skipCompactString(in); // cluster id
            in.readInt(); // controller
            int brokers = in.readByte() - 1;
            return error == 0 && brokers > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static byte[] describeCluster() {
        byte[] body = ByteBuffer.allocate(14)
                .putShort(DESCRIBE_CLUSTER)
                .putShort((short) 0) // version
                .putInt(1) // correlation id
                .putShort((short) -1) // no client id
                .put((byte) 0) // no tags
                .put((byte) 0) // without authorized operations
                .put((byte) 0) // no tags
                .array();
        int length = 13;
        return ByteBuffer.allocate(Integer.BYTES + length)
                .putInt(length)
                .put(body, 0, length)
                .array();
    }

    private static void skipCompactString(DataInputStream in) throws IOException {
        int lengthAndOne = in.readByte();
        in.skipNBytes(Math.max(0, lengthAndOne - 1));
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), (int) Limits.PROBE_MAX.toMillis());
        socket.setSoTimeout((int) Limits.PROBE_MAX.toMillis());
        return socket;
    }

    /** One {@code {ping: 1}} in MongoDB's wire protocol. Nothing else in this process would need a driver. */
    private static boolean answersPing(int port) {
        try (Socket socket = connected(port)) {
            OutputStream out = socket.getOutputStream();
            out.write(ping());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] head = in.readNBytes(4 * Integer.BYTES);
            return head.length == 4 * Integer.BYTES
                    && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(3 * Integer.BYTES) == OP_MSG;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static byte[] ping() {
        ByteBuffer message = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(OP_MSG); // length (filled in below), request id, response to, operation
        message.putInt(0).put((byte) 0); // flags, section kind: body
        int document = message.position();
        message.putInt(0);
        message.put((byte) 0x10).put(name("ping")).putInt(1);
        message.put((byte) 0x02).put(name("$db")).putInt(6).put(name("admin"));
        message.put((byte) 0);
        message.putInt(document, message.position() - document);
        message.putInt(0, message.position());
        byte[] bytes = new byte[message.position()];
        message.get(0, bytes);
        return bytes;
    }

    private static byte[] name(String name) {
        return (name + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
