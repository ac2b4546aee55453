package org.repatria.local.supervisor;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.repatria.local.supervisor.Supervised.Standing;

/**
 * The whole system as processes on this machine. It serves {@code ./repatria up}, system tests and measurements alike.
 *
 * <p>A component that ends unasked is started again. Closing stops everything in an order in which nobody loses a
 * server it still needs.
 */
public final class Stack implements AutoCloseable {

    private final StackSettings settings;
    private final Consumer<String> say;
    private final Map<Component, Supervised> supervised = new EnumMap<>(Component.class);
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable HomeLock lock;
    private @Nullable OrphanWatch orphanWatch;
    private @Nullable StartupCaches caches;
    private @Nullable Function<Usage, Training> trainings;
    private @Nullable Training training;
    private boolean closing;

    /**
     * A stack that does not run yet.
     *
     * @param say takes one line for each thing worth telling
     */
    public Stack(StackSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    /** Starts a stack and waits until all of it is ready. */
    public static Stack started(StackSettings settings, Consumer<String> say) throws StackFailed, InterruptedException {
        Stack stack = new Stack(settings, say);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
        stack.start();
        return stack;
    }

    /**
     * Starts everything and waits until all of it is ready. When something fails the rest is stopped and the reason
     * thrown.
     */
    public void start() throws StackFailed, InterruptedException {
        try {
            long since = System.nanoTime();
            prepare();
            startAll();
            say.accept("All ready after %.1f s".formatted((System.nanoTime() - since) / 1e9));
        } catch (IOException e) {
            close();
            throw new StackFailed("The stack cannot use " + settings.home().directory() + ": " + e, e);
        } catch (StackFailed e) {
            close();
            throw e;
        }
    }

    private void prepare() throws IOException, StackFailed, InterruptedException {
        Home home = settings.home();
        lock = HomeLock.take(home);
        SecondTerminal.started(home);
        ProcessFiles files = new ProcessFiles(home);
        List<String> leftovers = files.stopLeftovers();
        if (!leftovers.isEmpty()) {
            say.accept("Stopped what an earlier run left behind: " + String.join(", ", leftovers));
        }
        List<String> taken = settings.ports().taken();
        if (!taken.isEmpty()) {
            throw new StackFailed(String.join("\n", taken));
        }
        new Running(ProcessHandle.current().pid(), settings.ports()).writeTo(home);
        say.accept("Starting Repatria; data in " + home.data() + (settings.fresh() ? " (emptied)" : "") + ", logs in "
                + home.logs());
        if (settings.fresh()) {
            home.emptyData();
        }
        home.makeDirectories();
        Applications applications = Applications.unpacked(settings, Launching.java());
        StartupCaches startupCaches = new StartupCaches(settings, applications);
        Launching launching = new Launching(settings, applications, startupCaches, Launching.java());
        synchronized (this) {
            if (closing) {
                throw new StackFailed("Stopped while starting.");
            }
            caches = startupCaches;
            trainings = usage -> new Training(settings, applications, startupCaches, files, usage);
            orphanWatch = OrphanWatch.over(home);
            for (Component component : settings.components()) {
                home.setLogAside(component);
                supervised.put(component, new Supervised(component, settings, launching, files, say));
            }
        }
    }

    private void startAll() throws StackFailed, InterruptedException {
        for (Component component : settings.components()) {
            for (Component needed : component.needs()) {
                awaitFirst(needed);
            }
            of(component).start();
        }
        for (Component component : settings.components()) {
            awaitFirst(component);
        }
    }

    private void awaitFirst(Component component) throws StackFailed, InterruptedException {
        while (!of(component).await(Standing.READY, Limits.PROBE_EVERY)) {
            throwIfAnyFailed();
        }
    }

    private void throwIfAnyFailed() throws StackFailed {
        String failure = failure();
        if (failure != null) {
            throw new StackFailed(failure);
        }
        if (isClosing()) {
            throw new StackFailed("Stopped while starting.");
        }
    }

    private @Nullable String failure() {
        return supervised.values().stream()
                .map(Supervised::failure)
                .filter(failure -> failure != null)
                .findFirst()
                .orElse(null);
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /** Makes the start-up caches that are missing while the system already runs, whenever it is not in use. */
    public void prepareCachesBehind() {
        Thread.ofVirtual()
                .name("prepare-caches")
                .start(() -> hasPreparedCaches(
                        new Usage(this::spent, System::nanoTime),
                        " in the background whenever nobody uses the system, once for each build"));
    }

    /** Makes the start-up caches that are missing and waits; true where the next start has more. */
    public boolean hasPreparedCaches() {
        return hasPreparedCaches(Usage.none(), "");
    }

    private boolean hasPreparedCaches(Usage usage, String how) {
        Training run = trained(usage);
        if (run == null) {
            return false;
        }
        say.accept("Preparing start-up caches%s: the next start will be faster.".formatted(how));
        try {
            int made = run.run();
            if (!isClosing()) {
                say.accept("Start-up caches: %d prepared%s.".formatted(made, made == 0 ? "; the logs say why" : ""));
            }
            return made > 0;
        } catch (IOException e) {
            say.accept("Start-up caches cannot be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** A training run that {@link #close} ends; null where no cache is missing. */
    private synchronized @Nullable Training trained(Usage usage) {
        if (closing || caches == null || trainings == null || caches.missing().isEmpty()) {
            return null;
        }
        training = trainings.apply(usage);
        return training;
    }

    /** The processor time of all components since each was started. */
    private Duration spent() {
        return supervised.values().stream()
                .map(one -> ProcessHandle.of(one.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Waits until the stack is closed, or a component has been given up. Then the reason is thrown and the rest
     * stopped.
     */
    public void awaitEnd() throws StackFailed, InterruptedException {
        while (!closed.await(1, TimeUnit.SECONDS)) {
            String failure = isClosing() ? null : failure();
            if (failure != null) {
                close();
                throw new StackFailed(failure);
            }
        }
    }

    /** Stops everything; a second call waits for the first. */
    @Override
    public void close() {
        if (!beginClosing()) {
            awaitClosed();
            return;
        }
        try {
            stopAll();
        } catch (IOException e) {
            say.accept("While stopping: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
    }

    private synchronized boolean beginClosing() {
        boolean first = !closing;
        closing = true;
        return first;
    }

    private void awaitClosed() {
        try {
            closed.await(Limits.CLOSE_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll() throws IOException, InterruptedException {
        Training underWay;
        synchronized (this) {
            underWay = training;
        }
        if (underWay != null) {
            underWay.stop();
        }
        if (!supervised.isEmpty()) {
            for (List<Component> together : Component.stopOrder()) {
                List<Component> started =
                        together.stream().filter(supervised::containsKey).toList();
                started.forEach(component -> of(component).stop());
                for (Component component : started) {
                    if (!of(component).awaitStopped()) {
                        say.accept(component.label() + " did not stop within " + Limits.STOP_MAX.toSeconds()
                                + " s and was stopped forcibly");
                    }
                }
            }
        }
        if (orphanWatch != null) {
            orphanWatch.close();
        }
        if (lock != null) {
            Running.forget(settings.home());
            lock.close();
        }
    }

    private Supervised of(Component component) {
        Supervised one = supervised.get(component);
        if (one == null) {
            throw new IllegalStateException(component + " is not part of this stack, or it has not been started");
        }
        return one;
    }

    /** Whether everything has been stopped. */
    public boolean isStopped() {
        return closed.getCount() == 0;
    }

    /** What the stack was started with. */
    public StackSettings settings() {
        return settings;
    }

    /** The address of a component that speaks HTTP. */
    public URI http(Component component) {
        return URI.create("http://" + settings.ports().address(component));
    }

    /** Bootstrap servers of Kafka. */
    public String kafka() {
        return settings.ports().address(Component.KAFKA);
    }

    /** The connection string of one database: {@code cases}, {@code assets} or {@code notifications}. */
    public String mongo(String database) {
        return Launching.mongoUri(settings.ports(), database);
    }

    /** The number of the process that is this component at the moment. */
    public long pid(Component component) {
        return of(component).pid();
    }

    /** Ends a component with SIGKILL; it is started again at once. */
    public void kill(Component component) {
        of(component).kill();
    }

    /** Ends a component with SIGKILL and keeps it away until {@link #letRun}. */
    public void holdDown(Component component) {
        of(component).holdDown();
    }

    /** Lets a component that was held down be started again. */
    public void letRun(Component component) {
        of(component).release();
    }

    /** Waits until a component is ready; false when it is not within the bound. */
    public boolean awaitReady(Component component, Duration bound) throws InterruptedException {
        return of(component).await(Standing.READY, bound);
    }
}
