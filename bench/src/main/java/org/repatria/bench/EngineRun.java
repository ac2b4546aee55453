package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.StackFailed;

/**
 * One run of the strategy engine, seen from outside: replaying the stored run of a case beside a reading of the same case that runs
 * nothing. Nothing is known of the case, which gives the engine most to do: it looks for what would change its answer.
 */
final class EngineRun {

    private static final String AIM = "< 1";

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
            var replay = reading(programs, cases, path + "/assessment/replay");
            var reading = reading(programs, cases, path + "/rights");
            var replays = new Measured();
            var readings = new Measured();
            // The first round is the warm-up.
            for (var round = 0; round <= scale.rounds(); round++) {
                var replayed = Load.times(scale.pages(), replay);
                var read = Load.times(scale.pages(), reading);
                if (round > 0) {
                    replays.add(replayed);
                    readings.add(read);
                }
            }
            figures.latency("replay of a run beside a reading of the case", replays, readings, "");
            figures.add(Figure.alone(
                    "one run of the engine, nothing known (difference of p50)",
                    replays.millis(50) - readings.millis(50),
                    "ms",
                    AIM));
        }
    }

    private static Action reading(Programs programs, URI cases, String path) {
        return Action.timed(() -> programs.get(cases, Programs.LEGAL, path));
    }
}
