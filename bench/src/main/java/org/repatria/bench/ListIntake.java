package org.repatria.bench;

import java.io.IOException;
import org.repatria.bench.floors.RawStore;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.StackFailed;

/** Handing over lists of which every row opens a case. Beside it, inserting as many documents of a case's shape. */
final class ListIntake {

    /** Rows of the demonstration list. */
    private static final int USUAL = 152;

    private ListIntake() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var gateway = stack.http(Component.GATEWAY);
            var filling = new Filling(stack, programs);
            filling.handOver(gateway, USUAL);
            filling.open(scale.rows() / 10);
            filling.awaitVisible();
            try (var store = RawStore.like(filling.ids(1).getFirst(), 1, stack.mongo("cases"))) {
                store.insert(scale.rows() / 10);
                var usual = 0.0;
                var usualFloor = 0.0;
                var large = 0.0;
                var largeFloor = 0.0;
                for (var round = 0; round < scale.rounds(); round++) {
                    usual += seconds(() -> filling.handOver(gateway, USUAL));
                    usualFloor += seconds(() -> store.insert(USUAL));
                    large += seconds(() -> filling.open(scale.rows()));
                    largeFloor += seconds(() -> store.insert(scale.rows()));
                    filling.awaitVisible();
                }
                var rounds = scale.rounds();
                figures.add(Figure.beside(
                        "list of %d rows, mean".formatted(USUAL),
                        usual / rounds * 1e3,
                        usualFloor / rounds * 1e3,
                        "ms",
                        "< 2000"));
                rows(figures, USUAL, usual / rounds, usualFloor / rounds);
                rows(figures, scale.rows(), large / rounds, largeFloor / rounds);
            }
        }
    }

    private static void rows(Figures figures, int rows, double ours, double floor) {
        figures.add(Figure.beside("rows of a list of %,d".formatted(rows), rows / ours, rows / floor, "/s", ""));
    }

    private static double seconds(Action.Step step) throws IOException, InterruptedException {
        var since = System.nanoTime();
        step.run();
        return (System.nanoTime() - since) / 1e9;
    }
}
