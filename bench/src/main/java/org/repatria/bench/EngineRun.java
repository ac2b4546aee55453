package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.StackFailed;

/**
 * One run of the strategy engine, seen from outside. Replaying the stored run of a case is measured beside a reading of
 * the same case that runs nothing. Nothing is known of the case, which gives the engine most to do. What one run takes
 * is the difference of the processor time that the service spent on both: a difference of two latencies would say more
 * about the machine than about the engine.
 */
final class EngineRun {

    private static final String AIM = "< 1";

    /**
     * So many more runs than pages are looked at. A run is short beside the precision of processor time, which is 10
     * ms.
     */
    private static final int RUNS_PER_PAGE = 10;

    private EngineRun() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var cases = stack.http(Component.CASES);
            var filling = new Filling(stack, programs);
            filling.open(1);
            filling.awaitVisible();
            var path = "/v1/cases/" + filling.ids(1).getFirst();
            programs.command(cases, Programs.LEGAL, path + "/assessments", OptionalLong.empty(), "");
            var replays = Spent.byCases(stack, reading(programs, cases, path + "/assessment/replay"));
            var readings = Spent.byCases(stack, reading(programs, cases, path + "/rights"));
            // The first round is the warm-up.
            for (var round = 0; round <= scale.rounds(); round++) {
                replays.take(RUNS_PER_PAGE * scale.pages(), round > 0);
                readings.take(RUNS_PER_PAGE * scale.pages(), round > 0);
            }
            figures.latency(
                    "replay of a run beside a reading of the case", replays.measured(), readings.measured(), "");
            if (!replays.isTold()) {
                figures.remark("one run of the engine: this system does not tell the processor time of a process");
            } else {
                figures.add(Figure.alone(
                        "one run of the engine, nothing known, processor time",
                        replays.millis() - readings.millis(),
                        "ms",
                        AIM));
            }
        }
    }

    private static Action reading(Programs programs, URI cases, String path) {
        return Action.timed(() -> programs.get(cases, Programs.LEGAL, path));
    }
}
