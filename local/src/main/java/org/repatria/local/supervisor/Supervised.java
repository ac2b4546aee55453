package org.repatria.local.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One component's life: started, awaited, started again when it ends unasked, stopped when asked. */
final class Supervised {

    /** Where a component stands. */
    enum Standing {
        WAITING,
        STARTING,
        READY,
        HELD_DOWN,
        GIVEN_UP,
        STOPPED
    }

    private final Component component;
    private final StackSettings settings;
    private final Launching launching;
    private final ProcessFiles files;
    private final Consumer<String> say;

    private Standing standing = Standing.WAITING;
    private @Nullable Process process;
    private @Nullable String failure;
    private boolean held;
    private boolean stopping;
    private boolean wasReady;

    Supervised(
            Component component,
            StackSettings settings,
            Launching launching,
            ProcessFiles files,
            Consumer<String> say) {
        this.component = component;
        this.settings = settings;
        this.launching = launching;
        this.files = files;
        this.say = say;
    }

    void start() {
        Thread.ofVirtual().name("supervise-" + component.label()).start(this::run);
    }

    private void run() {
        try {
            live();
        } catch (IOException e) {
            giveUp("it cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() throws IOException, InterruptedException {
        int inVain = 0;
        while (true) {
            Process started = launch();
            if (started == null) {
                return;
            }
            long since = System.nanoTime();
            String reason = becomeReady(started);
            if (reason == null) {
                inVain = 0;
                tellReady(Duration.ofNanos(System.nanoTime() - since));
                reason = "it ended with " + meaning(started.waitFor());
            }
            started.waitFor();
            if (isStopping()) {
                return;
            }
            if (waitWhileHeld()) {
                continue;
            }
            if (!wasReady && launching.hasDroppedCache(component)) {
                say.accept("%s: its start-up cache cannot be used; starting it without".formatted(component.label()));
                continue;
            }
            inVain++;
            if (!wasReady || inVain > Limits.STARTS_IN_VAIN_MAX) {
                giveUp(reason);
                return;
            }
            Duration pause = pauseAfter(inVain);
            say.accept("%s: %s; starting it again in %.1f s".formatted(component.label(), reason, seconds(pause)));
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
    }

    private synchronized @Nullable Process launch() throws IOException {
        if (stopping) {
            return null;
        }
        Process started = launching.start(component);
        process = started;
        standing = Standing.STARTING;
        files.write(component.label(), started.toHandle(), Launching.java());
        return started;
    }

    /** Null once it is ready, else why it is not. */
    private @Nullable String becomeReady(Process started) throws InterruptedException {
        long until = System.nanoTime() + Limits.START_MAX.toNanos();
        while (System.nanoTime() < until) {
            if (!started.isAlive()) {
                return "it ended with " + meaning(started.exitValue()) + " before it was ready";
            }
            if (Readiness.isReady(component, settings.ports())) {
                return null;
            }
            started.waitFor(Limits.PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        started.destroyForcibly();
        return "it was not ready after " + Limits.START_MAX.toSeconds() + " s";
    }

    private synchronized void tellReady(Duration took) {
        if (stopping || held) {
            return;
        }
        standing = Standing.READY;
        say.accept("  %-22s ready after %5.1f s   %s%s"
                .formatted(
                        component.label(),
                        seconds(took),
                        component.health() == Component.Health.HTTP ? "http://" : "",
                        settings.ports().address(component)));
        wasReady = true;
        notifyAll();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized boolean waitWhileHeld() throws InterruptedException {
        if (!held) {
            standing = Standing.STARTING;
            return false;
        }
        standing = Standing.HELD_DOWN;
        notifyAll();
        while (held && !stopping) {
            wait();
        }
        return true;
    }

    private synchronized void giveUp(String reason) {
        standing = Standing.GIVEN_UP;
        StringBuilder text = new StringBuilder(component.label() + " does not run: " + reason + ".\n");
        LogTail.of(settings.home().log(component))
                .forEach(line -> text.append("    ").append(line).append('\n'));
        failure = text.append("Its whole log: ")
                .append(settings.home().log(component))
                .toString();
        notifyAll();
    }

    private static Duration pauseAfter(int inVain) {
        Duration pause = Limits.RESTART_PAUSE_MIN.multipliedBy(1L << (inVain - 1));
        return pause.compareTo(Limits.RESTART_PAUSE_MAX) < 0 ? pause : Limits.RESTART_PAUSE_MAX;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String meaning(int exit) {
        return switch (exit) {
            case 3 -> "exit code 3 (out of memory, or its port was taken meanwhile)";
            case 137 -> "exit code 137 (killed)";
            case 143 -> "exit code 143 (terminated)";
            default -> "exit code " + exit;
        };
    }

    synchronized Standing standing() {
        return standing;
    }

    synchronized @Nullable String failure() {
        return failure;
    }

    synchronized long pid() {
        Process current = process;
        return current == null ? -1 : current.pid();
    }

    /** Waits until the component stands there, or has been given up. */
    synchronized boolean await(Standing wanted, Duration bound) throws InterruptedException {
        long until = System.nanoTime() + bound.toNanos();
        while (standing != wanted && standing != Standing.GIVEN_UP) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return standing == wanted;
    }

    /** SIGKILL; it is started again like after any other death. */
    synchronized void kill() {
        if (process != null) {
            standing = Standing.STARTING;
            process.destroyForcibly();
        }
    }

    /** SIGKILL, and it stays away until released. */
    synchronized void holdDown() {
        held = true;
        if (process != null) {
            standing = Standing.STARTING;
            process.destroyForcibly();
        }
    }

    synchronized void release() {
        held = false;
        standing = Standing.STARTING;
        notifyAll();
    }

    /** Asks it to stop; {@link #awaitStopped} waits for it. */
    synchronized void stop() {
        stopping = true;
        notifyAll();
        if (process != null) {
            process.destroy();
        }
    }

    /** Waits within the bound for the end of the process, then ends it forcibly. False when force was needed. */
    boolean awaitStopped() throws IOException, InterruptedException {
        Process last;
        synchronized (this) {
            last = process;
            standing = Standing.STOPPED;
        }
        boolean willing = true;
        if (last != null && !last.waitFor(Limits.STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            willing = false;
            last.destroyForcibly();
            last.waitFor(Limits.KILL_MAX.toMillis(), TimeUnit.MILLISECONDS);
        }
        files.forget(component.label());
        return willing;
    }
}
