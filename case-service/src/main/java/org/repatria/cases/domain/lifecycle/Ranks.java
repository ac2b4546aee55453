package org.repatria.cases.domain.lifecycle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.Officer;

/** Which role is higher than which, for the second pair of eyes (source: roles and permissions). */
final class Ranks {

    private static final Map<String, Integer> RANKS =
            Map.of("AN", 1, "CO", 2, "AM", 2, "LI", 2, "LO", 3, "DPO", 3, "SU", 4, "HD", 5);

    private static final Comparator<Officer> BY_RANK = Comparator.comparingInt(Ranks::of);

    private Ranks() {}

    static int of(Officer officer) {
        return RANKS.getOrDefault(officer.role(), 0);
    }

    /**
     * The lowest of the officers that the actor is, on the actor's side. Whoever is both may still propose as the lower
     * one.
     */
    static Officer lowest(List<Officer> wanted, LifecycleSetting around) {
        var side = Side.of(around.occasion().by().authority(), around.relation());
        return matching(wanted, around).stream()
                .min(BY_RANK)
                .map(officer -> new Officer(side, officer.role()))
                .orElseThrow(() -> new IllegalStateException("none of " + wanted));
    }

    static Optional<Officer> highest(List<Officer> wanted, LifecycleSetting around) {
        return matching(wanted, around).stream().max(BY_RANK);
    }

    static List<Officer> matching(List<Officer> wanted, LifecycleSetting around) {
        var actor = around.occasion().by();
        return wanted.stream()
                .filter(officer -> officer.is(actor, around.relation()))
                .toList();
    }
}
