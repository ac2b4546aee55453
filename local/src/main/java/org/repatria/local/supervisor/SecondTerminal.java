package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a second terminal waits for, so that one system runs on a home and never two. */
public final class SecondTerminal {

    /** The process of an {@code up} without its home yet; the script writes it before it builds. */
    private static final String STARTING = "starting";

    private final Home home;
    private final Consumer<String> say;
    private final BiPredicate<Component, Ports> ready;

    /**
     * Beside whatever happens on this home.
     *
     * @param say takes one line for each thing worth telling
     */
    public SecondTerminal(Home home, Consumer<String> say) {
        this(home, say, Readiness::isReady);
    }

    SecondTerminal(Home home, Consumer<String> say, BiPredicate<Component, Ports> ready) {
        this.home = home;
        this.say = say;
        this.ready = ready;
    }

    /** Nobody has to wait for the start of a supervisor that has the home. */
    static void started(Home home) throws IOException {
        Files.deleteIfExists(starting(home));
    }

    /** Waits while an {@code up} is between its build and its home: the system is to be its own. */
    public void awaitUp() throws InterruptedException {
        long since = System.nanoTime();
        while (upIsComing() && System.nanoTime() - since < Limits.UP_MAX.toNanos()) {
            pause();
        }
    }

    boolean upIsComing() {
        try {
            return isAlive(Long.parseLong(Files.readString(starting(home)).strip()));
        } catch (IOException | NumberFormatException nobodySaysSo) {
            return false;
        }
    }

    /** The ports of a system that no supervisor of this home runs, such as one in containers. */
    public Optional<Ports> systemOfOthers(Ports usual) {
        boolean ours =
                Running.in(home).filter(running -> isAlive(running.pid())).isPresent();
        return ours || !ready.test(Component.GATEWAY, usual) ? Optional.empty() : Optional.of(usual);
    }

    /** The ports of the system on this home once it is ready; empty when its supervisor is gone. */
    public Optional<Ports> awaitSystem() throws StackFailed, InterruptedException {
        long since = System.nanoTime();
        boolean told = false;
        while (true) {
            Running running = Running.in(home).filter(one -> isAlive(one.pid())).orElse(null);
            if (running == null) {
                pause();
                return Optional.empty();
            }
            List<Component> missing = Arrays.stream(Component.values())
                    .filter(component -> !ready.test(component, running.ports()))
                    .toList();
            if (missing.isEmpty()) {
                return Optional.of(running.ports());
            }
            if (System.nanoTime() - since > Limits.START_MAX.toNanos()) {
                throw new StackFailed("The system of process " + running.pid() + " is not ready: "
                        + missing.stream().map(Component::label).collect(Collectors.joining(", "))
                        + ". See its terminal and the logs in " + home.logs() + ", or stop it and try again.");
            }
            if (!told) {
                say.accept("Process " + running.pid() + " starts the system; waiting until all of it is ready");
                told = true;
            }
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Limits.PROBE_EVERY.toMillis());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Path starting(Home home) {
        return home.directory().resolve(STARTING);
    }
}
