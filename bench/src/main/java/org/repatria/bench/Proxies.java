package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;

/**
 * What the gateway adds to a reading by id. The same is read at the service itself, through the gateway, and through
 * nginx as a plain proxy with kept connections, in turns.
 *
 * <p>nginx passes on and nothing else. It checks no token, counts no subject's calls and writes no trace.
 */
final class Proxies {

    private static final String AIM_ADDED = "<= 2x";
    private static final String AIM_PROCESSOR = "<= 0.5";

    private Proxies() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var filling = new Filling(stack, programs);
            filling.open(1);
            filling.awaitVisible();
            var path = "/v1/cases/" + filling.ids(1).getFirst();
            var program =
                    Nginx.program(Optional.ofNullable(System.getenv("PATH")).orElse(""));
            if (program.isEmpty()) {
                figures.remark("there is no nginx to stand beside the gateway: " + Nginx.INSTALLED_BY);
                takeTurns(site, stack, programs, path, null, scale, figures);
            } else {
                try (var nginx = started(program.get(), site, stack)) {
                    takeTurns(site, stack, programs, path, nginx, scale, figures);
                }
            }
        }
    }

    private static Nginx started(Path program, Site site, Stack stack) throws IOException, InterruptedException {
        return Nginx.started(program, site.home().resolve("nginx"), stack.http(Component.CASES));
    }

    private static void takeTurns(
            Site site, Stack stack, Programs programs, String path, @Nullable Nginx nginx, Scale scale, Figures figures)
            throws InterruptedException {
        var readingDirectly = reading(programs, stack.http(Component.CASES), path);
        var readingThroughGateway = reading(programs, stack.http(Component.GATEWAY), path);
        Warming.up(stack, scale, site.say(), List.of(readingDirectly, readingThroughGateway));
        var direct = Way.of(readingDirectly, () -> Spent.processes(stack, Component.CASES));
        var gateway = Way.of(readingThroughGateway, () -> Spent.processes(stack, Component.GATEWAY));
        var plain = nginx == null
                ? Optional.<Way>empty()
                : Optional.of(Way.of(reading(programs, nginx.address(), path), nginx::processes));
        var ways = new ArrayList<>(List.of(direct, gateway));
        plain.ifPresent(ways::add);
        for (var round = 0; round < scale.rounds(); round++) {
            for (var way : ways) {
                way.round(scale);
            }
            // Whoever comes first has the coldest service behind it: each does in turn.
            Collections.rotate(ways, 1);
        }
        report(direct, gateway, plain, scale, figures);
    }

    private static Action reading(Programs programs, URI base, String path) {
        return Action.timed(() -> programs.get(base, Programs.HEAD, path));
    }

    private static void report(Way direct, Way gateway, Optional<Way> plain, Scale scale, Figures figures) {
        alone("reading a case, case-service", direct, figures);
        for (var percentile : List.of(50, 99)) {
            figures.add(beside(
                    "reading a case, gateway beside nginx, p" + percentile,
                    gateway.millis(percentile),
                    plain.map(way -> way.millis(percentile)),
                    "ms",
                    ""));
        }
        figures.add(beside(
                "added to it, p50",
                gateway.millis(50) - direct.millis(50),
                plain.map(way -> way.millis(50) - direct.millis(50)),
                "ms",
                AIM_ADDED));
        var many = ", %d clients".formatted(scale.clients());
        figures.add(Figure.alone("reading a case, case-service" + many, direct.perSecond(), "/s", ""));
        figures.add(beside(
                "reading a case, gateway beside nginx" + many,
                gateway.perSecond(),
                plain.map(Way::perSecond),
                "/s",
                ""));
        processor("processor time of the proxy, one client", gateway.alone(), plain.map(Way::alone), figures);
        processor("processor time of the proxy" + many, gateway.among(), plain.map(Way::among), figures);
        direct.failures("reading a case, case-service", figures);
        gateway.failures("reading a case, gateway", figures);
        plain.ifPresent(way -> way.failures("reading a case, nginx", figures));
    }

    private static void alone(String what, Way way, Figures figures) {
        figures.add(Figure.alone(what + ", p50", way.millis(50), "ms", ""));
        figures.add(Figure.alone(what + ", p99", way.millis(99), "ms", ""));
    }

    private static void processor(String what, Spent gateway, Optional<Spent> plain, Figures figures) {
        if (gateway.isTold()) {
            figures.add(beside(what, gateway.millis(), plain.map(Spent::millis), "ms", AIM_PROCESSOR));
        } else {
            figures.remark(what + ": this system does not tell the processor time of a process");
        }
    }

    private static Figure beside(String what, double ours, Optional<Double> floor, String unit, String aim) {
        return new Figure(what, ours, floor, unit, aim);
    }
}
