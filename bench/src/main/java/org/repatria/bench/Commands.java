package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.repatria.bench.floors.RawStore;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;

/** Durable commands, at the case-service and through the gateway. Each stretch is followed by one of the floor. */
final class Commands {

    private static final String PAGE = "/v1/cases?limit=20";

    private Commands() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var cases = stack.http(Component.CASES);
            var filling = new Filling(stack, programs);
            filling.open(scale.cases());
            filling.awaitVisible();
            var ids = filling.ids(scale.cases());
            var pool = CasePool.of(ids, programs, cases);
            var oneCase = "/v1/cases/" + ids.getFirst();
            var calls = new ArrayList<Action>();
            for (var base : List.of(cases, stack.http(Component.GATEWAY))) {
                calls.add(pool.assign(CasePool.at(base, programs)));
                calls.add(reading(programs, base, oneCase));
                calls.add(reading(programs, base, PAGE));
            }
            Warming.up(stack, scale, site.say(), calls);
            try (var store = RawStore.like(ids.getFirst(), scale.cases(), stack.mongo("cases"))) {
                Action floor = Action.timed(store::update);
                var direct =
                        new Turns("commands, case-service", pool.assign(CasePool.at(cases, programs)), floor, scale);
                var gateway = new Turns(
                        "commands, gateway",
                        pool.assign(CasePool.at(stack.http(Component.GATEWAY), programs)),
                        floor,
                        scale);
                direct.warmUp();
                gateway.warmUp();
                for (var round = 0; round < scale.rounds(); round++) {
                    direct.atRate();
                    gateway.atRate();
                    direct.saturating();
                    gateway.saturating();
                }
                direct.report(figures);
                gateway.report(figures);
            }
            for (var component : List.of(Component.CASES, Component.GATEWAY)) {
                var base = stack.http(component);
                var at = ", " + component.label();
                spent("command" + at, stack, pool.assign(CasePool.at(base, programs)), scale, figures);
                spent("reading a case" + at, stack, reading(programs, base, oneCase), scale, figures);
                spent("page of 20" + at, stack, reading(programs, base, PAGE), scale, figures);
            }
            StartUp.memory(stack, "after load", figures);
        }
    }

    /** What one costs all processes together, alone and among many. */
    private static void spent(String what, Stack stack, Action action, Scale scale, Figures figures)
            throws InterruptedException {
        var alone = Spent.byAll(stack, action);
        var among = Spent.byAll(stack, action);
        alone.take(scale.pages(), false);
        alone.take(scale.pages(), true);
        Until.pause(Limits.SETTLE);
        among.saturating(scale.clients(), scale.slice());
        Until.pause(Limits.SETTLE);
        figures.add(Figure.alone(what + ", one client, p50", alone.measured().millis(50), "ms", ""));
        if (alone.isTold()) {
            figures.add(Figure.alone(what + ", one client, processor time", alone.millis(), "ms", ""));
            figures.add(Figure.alone(what + ", saturated, processor time", among.millis(), "ms", ""));
        }
        figures.failures(what, alone.measured());
        figures.failures(what, among.measured());
    }

    private static Action reading(Programs programs, URI base, String path) {
        return Action.timed(() -> programs.get(base, Programs.HEAD, path));
    }
}
