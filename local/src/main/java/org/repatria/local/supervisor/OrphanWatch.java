package org.repatria.local.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Ends the components when the supervisor dies without being able to. It is a shell that waits at the other end of a
 * pipe.
 *
 * <p>When the supervisor stops in order it says so first; when it is killed the pipe just closes, and the shell stops
 * every process that has a process file. It waits without polling and costs a megabyte.
 *
 * <p>RACE: the next supervisor may already have started new processes when the bound is over, hence only those are
 * stopped forcibly that were asked to stop and still have their file.
 */
final class OrphanWatch implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT HUP TERM
            read -r word && [ "$word" = done ] && exit 0
            pids=
            for file in "$1"/*.pid; do
                [ -f "$file" ] && read -r pid < "$file" && kill "$pid" 2>/dev/null && pids="$pids $pid "
            done
            sleep "$2"
            for file in "$1"/*.pid; do
                [ -f "$file" ] && read -r pid < "$file" && case $pids in *" $pid "*) kill -9 "$pid" 2>/dev/null ;; esac
            done
            """;

    private final Process shell;

    private OrphanWatch(Process shell) {
        this.shell = shell;
    }

    static OrphanWatch over(Home home) throws IOException {
        return new OrphanWatch(new ProcessBuilder(
                        "sh",
                        "-c",
                        SCRIPT,
                        "repatria-orphan-watch",
                        home.processes().toString(),
                        "" + Limits.STOP_MAX.toSeconds())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    @Override
    public void close() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException itIsGone) {
            // Then it has nothing to watch any more.
        }
    }
}
