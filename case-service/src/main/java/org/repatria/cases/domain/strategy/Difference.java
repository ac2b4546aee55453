package org.repatria.cases.domain.strategy;

import java.util.ArrayList;
import java.util.List;
import org.repatria.cases.domain.strategy.EngineResult.Shift;

/**
 * What a new run says differently from the one before.
 *
 * @param shifts ways that stand differently
 * @param nowFiring rules that fire and did not
 * @param noLongerFiring rules that fired and do not
 */
public record Difference(List<Shift> shifts, List<String> nowFiring, List<String> noLongerFiring) {

    public Difference {
        shifts = List.copyOf(shifts);
        nowFiring = List.copyOf(nowFiring);
        noLongerFiring = List.copyOf(noLongerFiring);
    }

    public static Difference none() {
        return new Difference(List.of(), List.of(), List.of());
    }

    public static Difference between(Findings before, Findings after) {
        var shifts = new ArrayList<Shift>();
        for (var way : Way.values()) {
            var from = before.standing(way).effect();
            var to = after.standing(way).effect();
            if (from != to) {
                shifts.add(new Shift(way, from, to));
            }
        }
        var fired = before.fired();
        var firing = after.fired();
        return new Difference(
                shifts,
                firing.stream().filter(rule -> !fired.contains(rule)).toList(),
                fired.stream().filter(rule -> !firing.contains(rule)).toList());
    }

    /** Whether nothing changed for anybody. */
    public boolean nothing() {
        return shifts.isEmpty() && nowFiring.isEmpty() && noLongerFiring.isEmpty();
    }
}
