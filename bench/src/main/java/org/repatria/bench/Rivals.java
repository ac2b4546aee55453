package org.repatria.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.repatria.bench.floors.PlainReader;
import org.repatria.bench.floors.RawTopic;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;

/**
 * Our commands and our drain beside the same work by Spring Modulith.
 *
 * <p>Both systems run at once, and each rests before the other has its turn. Ours is asked at the case-service, since
 * the rival has no gateway.
 */
final class Rivals {

    private static final String AIM_COMMANDS = ">= 1.5x";
    private static final String AIM_DRAIN = ">= 5x";

    private Rivals() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        var flags = commands(site, scale, figures);
        var rival = drainOfModulith(site, flags, scale);
        var ours = Drain.ours(site, scale);
        figures.add(Figure.beside(
                "drain of %,d pending events of %,d cases beside Modulith's"
                        .formatted(scale.pending(), scale.holders()),
                ours,
                rival,
                "/s",
                AIM_DRAIN));
    }

    /** The flags of our service, which the rival gets too. */
    private static List<String> commands(Site site, Scale scale, Figures figures)
            throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var cases = stack.http(Component.CASES);
            var filling = new Filling(stack, programs);
            filling.open(scale.cases());
            filling.awaitVisible();
            var pool = CasePool.of(filling.ids(scale.cases()), programs, cases);
            var flags = Modulith.flagsOfOurs(stack);
            var oursLedger = new Ledger();
            var rivalLedger = new Ledger();
            try (var servers = servers(site);
                    var modulith = Modulith.started(servers, flags);
                    var _ = oursReader(stack, oursLedger);
                    var _ = modulithReader(servers, rivalLedger)) {
                var ours = Contender.of(
                        "our system",
                        pool.assignAndNote(CasePool.at(cases, programs), oursLedger),
                        () -> Spent.processes(stack, Component.values()));
                var rival = Contender.of(
                        "Modulith",
                        opened(modulith, scale.cases()).assignAndNote(modulith.assigning(), rivalLedger),
                        () -> ofModulith(servers, modulith));
                for (var one : List.of(ours, rival)) {
                    Warming.up(one.processes(), scale, site.say(), List.of(one.call()));
                    AtRest.await(one.name(), one.processes());
                }
                takeTurns(ours, rival, scale, figures);
                oursLedger.awaitComplete("our system");
                var left = rivalLedger.missing();
                if (left > 0) {
                    figures.remark("%,d events of Modulith were left in its registry, and sent when it was asked to"
                            .formatted(left));
                    modulith.resubmit();
                }
                rivalLedger.awaitComplete("Modulith");
                report(ours.way(), rival.way(), scale, figures);
                site.say()
                        .accept("%,d events of ours and %,d of Modulith are on their topics, none is missing"
                                .formatted(oursLedger.answered(), rivalLedger.answered()));
                return flags;
            }
        }
    }

    private record Contender(String name, Action call, Way way, Supplier<Stream<ProcessHandle>> processes) {

        static Contender of(String name, Action call, Supplier<Stream<ProcessHandle>> processes) {
            return new Contender(name, call, Way.of(call, processes), processes);
        }
    }

    private static void takeTurns(Contender ours, Contender rival, Scale scale, Figures figures)
            throws IOException, InterruptedException {
        for (var round = 0; round < scale.rounds(); round++) {
            for (var one : List.of(ours, rival)) {
                one.way().round(scale);
                var share = AtRest.await(one.name(), one.processes());
                if (round == scale.rounds() - 1) {
                    figures.remark(
                            "%s at rest takes %.0f %% of one core from the other".formatted(one.name(), 100 * share));
                }
            }
        }
    }

    private static void report(Way ours, Way rival, Scale scale, Figures figures) {
        var many = ", %d clients".formatted(scale.clients());
        figures.add(Figure.beside(
                "commands beside Modulith's" + many, ours.perSecond(), rival.perSecond(), "/s", AIM_COMMANDS));
        for (var percentile : List.of(50, 99)) {
            figures.add(Figure.beside(
                    "a command beside Modulith's, one client, p" + percentile,
                    ours.millis(percentile),
                    rival.millis(percentile),
                    "ms",
                    ""));
        }
        if (ours.among().isTold() && rival.among().isTold()) {
            figures.add(Figure.beside(
                    "its processor time, all processes" + many,
                    ours.among().millis(),
                    rival.among().millis(),
                    "ms",
                    ""));
        }
        ours.failures("commands, ours", figures);
        rival.failures("commands, Modulith", figures);
    }

    /** A broker just started may say for a while that it cannot make a topic yet. */
    private static Stack servers(Site site) throws StackFailed, IOException, InterruptedException {
        var servers = site.servers();
        try {
            Until.holds("there is a topic " + Modulith.TOPIC, Limits.READY_MAX, () -> topicIsMade(servers));
            return servers;
        } catch (IOException | InterruptedException e) {
            servers.close();
            throw e;
        }
    }

    private static boolean topicIsMade(Stack servers) throws InterruptedException {
        try {
            RawTopic.make(servers.kafka(), Modulith.TOPIC);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static PlainReader oursReader(Stack stack, Ledger ledger) throws IOException {
        return PlainReader.fromNow(stack.kafka(), List.of(Topics.CASE_EVENTS), (record, moment) -> {
            if (PlainReader.header(record, Topics.TYPE).equals(Topics.CASE_ASSIGNED)) {
                ledger.seen(PlainReader.key(record), PlainReader.header(record, Topics.SEQUENCE), moment);
            }
        });
    }

    private static PlainReader modulithReader(Stack servers, Ledger ledger) throws IOException {
        return PlainReader.fromNow(
                servers.kafka(),
                List.of(Modulith.TOPIC),
                (record, moment) -> ledger.seen(PlainReader.key(record), Modulith.number(record.value()), moment));
    }

    private static Stream<ProcessHandle> ofModulith(Stack servers, Modulith modulith) {
        return Stream.concat(Spent.processes(servers, Component.KAFKA, Component.MONGO), modulith.process());
    }

    private static CasePool opened(Modulith modulith, int cases) throws IOException, InterruptedException {
        return CasePool.ofNew(openedIds("case-", modulith, cases));
    }

    private static List<String> openedIds(String prefix, Modulith modulith, int cases)
            throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        for (var i = 0; i < cases; i++) {
            ids.add(prefix + i);
            modulith.open(ids.getLast());
        }
        return ids;
    }

    /**
     * Events a second, from being asked to send what is left until the last of it is seen. A fresh process without
     * anything in memory sends it, after a warm-up with other commands.
     */
    private static double drainOfModulith(Site site, List<String> flags, Scale scale)
            throws StackFailed, IOException, InterruptedException {
        var ledger = new Ledger();
        try (var servers = servers(site)) {
            servers.holdDown(Component.KAFKA);
            try (var modulith = Modulith.started(servers, flags)) {
                Load.all(
                        scale.pending(),
                        scale.clients(),
                        opened(modulith, scale.holders()).assignAndNote(modulith.assigning(), ledger));
                AtRest.await("Modulith without Kafka", modulith::process);
            }
            servers.letRun(Component.KAFKA);
            if (!servers.awaitReady(Component.KAFKA, Limits.READY_MAX)) {
                throw new IOException("Kafka did not come back");
            }
            try (var modulith = Modulith.started(servers, flags);
                    var _ = modulithReader(servers, ledger)) {
                var others = CasePool.ofNew(openedIds("warm-", modulith, scale.cases()));
                Warming.up(
                        () -> ofModulith(servers, modulith),
                        scale,
                        site.say(),
                        List.of(others.assign(modulith.assigning())));
                AtRest.await("Modulith", () -> ofModulith(servers, modulith));
                var left = ledger.missing();
                if (left < scale.pending()) {
                    throw new IOException("only %,d events were left in the registry".formatted(left));
                }
                var since = System.nanoTime();
                modulith.resubmit();
                ledger.awaitComplete("Modulith's registry");
                return left / ((ledger.lastNew() - since) / 1e9);
            }
        }
    }
}
