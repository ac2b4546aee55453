package org.repatria.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.repatria.servers.FreePorts;

/**
 * The machine's own nginx as a plain proxy before one address. It has one worker, connections kept alive on both sides
 * and no access log.
 */
final class Nginx implements AutoCloseable {

    /** What to do where there is none. */
    static final String INSTALLED_BY = "apt-get install nginx-light";

    private static final String HOST = "127.0.0.1";

    /** Where packages put it, which is not on every user's path. */
    private static final List<Path> ALSO_IN = List.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin"));

    private final Process master;
    private final Path log;
    private final int port;
    private final Thread hook;

    private Nginx(Process master, Path log, int port) {
        this.master = master;
        this.log = log;
        this.port = port;
        this.hook = new Thread(master::destroy, "stop-nginx");
    }

    /** The program on this search path, or where packages put it. */
    static Optional<Path> program(String searchPath) {
        var onPath = Arrays.stream(searchPath.split(":", -1))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of);
        return Stream.concat(onPath, ALSO_IN.stream())
                .map(directory -> directory.resolve("nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it and waits until it accepts connections.
     *
     * @param directory where it keeps what it writes
     * @param upstream where it passes every request on to
     */
    static Nginx started(Path program, Path directory, URI upstream) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var port = FreePorts.claim(0);
        Files.writeString(
                directory.resolve("nginx.conf"), configuration(System.getProperty("user.name"), port, upstream));
        var log = directory.resolve("nginx.log");
        var master = new ProcessBuilder(program.toString(), "-e", "stderr", "-p", directory + "/", "-c", "nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var nginx = new Nginx(master, log, port);
        try {
            // Refused where the measurement is already being ended.
            Runtime.getRuntime().addShutdownHook(nginx.hook);
            nginx.awaitListening();
            return nginx;
        } catch (IOException | InterruptedException | IllegalStateException e) {
            nginx.close();
            throw e;
        }
    }

    /** All paths in it are below the directory that it is started with. */
    static String configuration(String user, int port, URI upstream) {
        // Else root's worker runs as somebody who perhaps may not enter the directory.
        var asRoot = user.equals("root") ? "user root;\n" : "";
        return asRoot + """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log stderr warn;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    keepalive_requests 1000000;
                    upstream measured {
                        server %s;
                        keepalive 128;
                        keepalive_requests 1000000;
                    }
                    server {
                        listen %s:%d;
                        location / {
                            proxy_pass http://measured;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                            proxy_set_header Host $http_host;
                            proxy_set_header X-Forwarded-For $remote_addr;
                        }
                    }
                }
                """.formatted(upstream.getAuthority(), HOST, port);
    }

    private void awaitListening() throws IOException, InterruptedException {
        Until.holds("nginx accepts connections", Limits.READY_MAX, () -> {
            if (!master.isAlive()) {
                throw new IOException(
                        "nginx ended: " + Files.readString(log).strip().replace("\n", "; "));
            }
            return accepts();
        });
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral(HOST), port), (int) Limits.LOOK_EVERY.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    URI address() {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** The master and its worker. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(master.toHandle()), master.descendants());
    }

    @Override
    public void close() {
        var all = processes().toList();
        master.destroy();
        try {
            if (!master.waitFor(Limits.END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
