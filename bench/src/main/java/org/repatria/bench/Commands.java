package org.repatria.bench;

import java.io.IOException;
import org.repatria.bench.floors.RawStore;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.StackFailed;

/** Durable commands, at the case-service and through the gateway. Each stretch is followed by one of the floor. */
final class Commands {

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
            try (var store = RawStore.like(ids.getFirst(), scale.cases(), stack.mongo("cases"))) {
                Action floor = Action.timed(store::update);
                var direct = new Turns("commands, case-service", pool.assignAt(cases), floor, scale);
                var gateway =
                        new Turns("commands, gateway", pool.assignAt(stack.http(Component.GATEWAY)), floor, scale);
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
            StartUp.memory(stack, "after load", figures);
        }
    }
}
