package org.repatria.bench;

import java.util.Optional;

/**
 * One line of the table.
 *
 * @param floor the same, by the least that could do it; none where only an aim stands beside ours
 * @param aim what ours should be; empty where the floor is the only measure
 */
record Figure(String what, double ours, Optional<Double> floor, String unit, String aim) {

    static Figure beside(String what, double ours, double floor, String unit, String aim) {
        return new Figure(what, ours, Optional.of(floor), unit, aim);
    }

    static Figure alone(String what, double ours, String unit, String aim) {
        return new Figure(what, ours, Optional.empty(), unit, aim);
    }

    /** Ours in floors; for rates more is better, for times less. */
    Optional<Double> ratio() {
        return floor.filter(it -> it > 0).map(it -> ours / it);
    }
}
