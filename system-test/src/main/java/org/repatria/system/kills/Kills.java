package org.repatria.system.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.local.supervisor.StackSettings;
import org.repatria.system.checker.Checker;
import org.repatria.system.checker.Evidence;
import org.repatria.system.checker.Gathering;
import org.repatria.system.checker.Rule;
import org.repatria.system.checker.Stores;
import org.repatria.system.client.BearingCase;
import org.repatria.system.client.Caller;
import org.repatria.system.client.Reply;
import org.repatria.system.kills.Stubborn.Ask;

/**
 * Kills processes at random while clients work, and waits until all is quiet. Then it lets the checker look at what is
 * left.
 *
 * @param commands answered commands, at least
 * @param lists lists that are handed over meanwhile
 * @param seed makes the schedule and what the clients ask repeatable; when processes answer is up to the machine
 */
public record Kills(int commands, int serviceKills, int kafkaKills, int lists, long seed, Duration runMax) {

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    /** The whole proof. */
    public static Kills whole(long seed) {
        return new Kills(2_000, 20, 2, 2, seed, Limits.RUN_MAX);
    }

    /** The form that belongs to every test run. */
    public static Kills brief(long seed) {
        return new Kills(300, 4, 1, 1, seed, Limits.SHORT_RUN_MAX);
    }

    /** On a system of its own, which is started and stopped here. */
    public Checker.Result run(Path home, Consumer<String> say) throws StackFailed, IOException, InterruptedException {
        try (var stack = Stack.started(StackSettings.apart(home), say)) {
            return run(stack, List.of(), say);
        }
    }

    /**
     * On a system that runs already.
     *
     * @param before commands of others whose effects are in the same stores
     */
    public Checker.Result run(Stack stack, List<Evidence.Command> before, Consumer<String> say)
            throws IOException, InterruptedException {
        say.accept("seed " + seed + ": " + commands + " commands, " + serviceKills + " kills of services, " + kafkaKills
                + " of Kafka");
        try (var caller = new Caller(stack.http(Component.GATEWAY), stack.http(Component.IDENTITY));
                var stores = new Stores(stack::mongo);
                var quiet = new Quiet(stack.kafka(), stores)) {
            var ledger = work(stack, caller, say);
            say.accept("%d commands answered, %d refused, %d sends repeated"
                    .formatted(ledger.answered(), ledger.refused(), ledger.repeats()));
            awaitReady(stack);
            var restless = quiet.within(Limits.QUIET_MAX);
            restless.ifPresent(what -> say.accept("Not quiet after " + Limits.QUIET_MAX.toSeconds() + " s: " + what));
            var commands = new ArrayList<>(before);
            commands.addAll(ledger.commands());
            return judge(new Gathering(stack.kafka(), stores, caller), commands, say);
        }
    }

    private Ledger work(Stack stack, Caller caller, Consumer<String> say) throws IOException, InterruptedException {
        var ledger = new Ledger();
        var until = System.nanoTime() + runMax.toNanos();
        var struck = new AtomicBoolean();
        var kills = new AtomicInteger();
        var stubborn = new Stubborn(caller, ledger, () -> System.nanoTime() > until);
        var shared = sharedAssets(stubborn);
        var bearing = bearingCase(stubborn);
        var tasks = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < Limits.CLIENTS; number++) {
                var client = new Client(number, seed, stubborn, shared, bearing);
                var handsOver = number < lists;
                tasks.add(threads.submit(() -> {
                    if (handsOver) {
                        client.handOverList(40);
                    }
                    while (System.nanoTime() < until && (!struck.get() || ledger.answered() < commands)) {
                        client.step();
                    }
                    return null;
                }));
            }
            tasks.add(threads.submit(() -> {
                strike(stack, ledger, kills, until);
                struck.set(true);
                return null;
            }));
            threads.shutdown();
            while (!threads.awaitTermination(TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                say.accept("  %5d answered, %4d refused, %4d repeated, %2d killed"
                        .formatted(ledger.answered(), ledger.refused(), ledger.repeats(), kills.get()));
            }
        }
        tasks.forEach(Kills::demandSuccess);
        if (ledger.answered() < commands || kills.get() < serviceKills + kafkaKills) {
            throw new IllegalStateException("only %d of %d commands and %d of %d kills within %d s"
                    .formatted(
                            ledger.answered(), commands, kills.get(), serviceKills + kafkaKills, runMax.toSeconds()));
        }
        return ledger;
    }

    private static void demandSuccess(Future<?> task) {
        if (task.state() == Future.State.FAILED) {
            throw new IllegalStateException("a part of the proof itself failed", task.exceptionNow());
        }
    }

    /** Assets that all clients write to, so that commands meet on one document. */
    private static List<String> sharedAssets(Stubborn stubborn) throws InterruptedException {
        var shared = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            var body = """
                    {"kind": "VALUABLES", "description": "Shared find %d", "identifiers": [], "location": {"country": "XH"},
                     "source": "search of 2014-11-03", "confidence": "LOW"}""".formatted(i);
            stubborn.send(new Ask(
                            "registerAsset",
                            "amir.assets",
                            "/v1/assets",
                            "shared-" + i,
                            OptionalLong.empty(),
                            "application/json",
                            body,
                            Optional.empty()))
                    .filter(r -> r.isSuccess())
                    .ifPresent(r -> shared.add(r.json().path("id").asString()));
        }
        return List.copyOf(shared);
    }

    /** The case that bears the orders of all clients. */
    private static String bearingCase(Stubborn stubborn) throws IOException, InterruptedException {
        var keys = new AtomicInteger();
        var today = LocalDate.now(ZoneOffset.UTC);
        return BearingCase.open(
                (kind, user, path, version, body, id) -> stubborn.send(new Ask(
                                kind,
                                user,
                                path,
                                "bearing-" + keys.getAndIncrement(),
                                version,
                                "application/json",
                                body,
                                Optional.of(id).filter(known -> !known.isEmpty())))
                        .filter(Reply::isSuccess)
                        .orElseThrow(() -> new IllegalStateException("no case bears orders: " + kind)),
                "Bea Bearing",
                today.minusDays(30),
                today.plusDays(60));
    }

    /** Strikes are spread over the commands: however fast the machine, each one meets work in progress. */
    private void strike(Stack stack, Ledger ledger, AtomicInteger kills, long until) throws InterruptedException {
        var strikes = Schedule.of(seed, serviceKills, kafkaKills).strikes();
        for (var strike : strikes) {
            var due = (long) commands * kills.get() / (strikes.size() + 1);
            Until.within(Duration.ofNanos(until - System.nanoTime()), () -> ledger.answered() >= due);
            Until.pause(strike.pause());
            // Killed while it starts, a process would have been killed in vain.
            if (System.nanoTime() > until || !stack.awaitReady(strike.victim(), Limits.READY_MAX)) {
                return;
            }
            stack.kill(strike.victim());
            kills.incrementAndGet();
        }
    }

    private static void awaitReady(Stack stack) throws InterruptedException {
        for (var component : Component.values()) {
            if (!stack.awaitReady(component, Limits.READY_MAX)) {
                throw new IllegalStateException(component.label() + " did not come back");
            }
        }
    }

    /** Views may be a moment late; everything else must be right at once. */
    private static Checker.Result judge(Gathering gathering, List<Evidence.Command> commands, Consumer<String> say)
            throws IOException, InterruptedException {
        var until = System.nanoTime() + Limits.VIEWS_MAX.toNanos();
        while (true) {
            var evidence = gathering.of(commands);
            var result = Checker.check(evidence);
            var onlyViews = result.violations().stream().allMatch(v -> v.rule() == Rule.VIEW);
            if (result.holds() || !onlyViews || System.nanoTime() > until) {
                tell(evidence, result, say);
                return result;
            }
            Until.pause(Duration.ofSeconds(1));
        }
    }

    private static void tell(Evidence evidence, Checker.Result result, Consumer<String> say) {
        say.accept(
                "%d documents, %d journal entries, %d records on the topics (%d identical redeliveries, which at-least-once"
                                .formatted(
                                        evidence.documents().size(),
                                        evidence.entries().size(),
                                        evidence.records().size(),
                                        result.redelivered())
                        + " allows), %d parked keys, %d rows in the lists"
                                .formatted(
                                        evidence.parked().size(),
                                        evidence.listings().stream()
                                                .mapToInt(l -> l.items().size())
                                                .sum()));
        result.violations().stream().limit(Limits.VIOLATIONS_SHOWN).forEach(v -> say.accept("  " + v));
    }
}
