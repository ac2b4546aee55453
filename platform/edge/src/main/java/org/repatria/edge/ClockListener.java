package org.repatria.edge;

/** A part with timers, told at once when somebody moves the service's clock. Only a movable clock ever calls it. */
@FunctionalInterface
public interface ClockListener {

    void clockMoved();
}
