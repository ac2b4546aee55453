package org.repatria.system.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.repatria.local.supervisor.Component;

/** Who is killed, in which order and after which pauses: the same for the same seed. */
record Schedule(List<Strike> strikes) {

    private static final List<Component> SERVICES =
            List.of(Component.CASES, Component.ASSETS, Component.NOTIFICATIONS, Component.GATEWAY);

    Schedule {
        strikes = List.copyOf(strikes);
    }

    /**
     * One kill.
     *
     * @param pause from the kill before
     */
    record Strike(Component victim, Duration pause) {}

    static Schedule of(long seed, int serviceKills, int kafkaKills) {
        var random = new SplittableRandom(seed);
        var strikes = new ArrayList<Strike>();
        for (var i = 0; i < serviceKills; i++) {
            strikes.add(new Strike(SERVICES.get(random.nextInt(SERVICES.size())), pause(random)));
        }
        for (var i = 1; i <= kafkaKills; i++) {
            strikes.add(i * serviceKills / (kafkaKills + 1) + i - 1, new Strike(Component.KAFKA, pause(random)));
        }
        return new Schedule(strikes);
    }

    private static Duration pause(SplittableRandom random) {
        return Duration.ofMillis(300 + random.nextInt(1700));
    }
}
