package org.repatria.bench;

import java.time.Duration;

/** Ours and its floor taking turns, so that whatever the machine does meanwhile happens to both. */
final class Turns {

    private final String what;
    private final Action ours;
    private final Action floor;
    private final Scale scale;
    private final Measured oursAtRate = new Measured();
    private final Measured floorAtRate = new Measured();
    private final Measured oursSaturated = new Measured();
    private final Measured floorSaturated = new Measured();

    Turns(String what, Action ours, Action floor, Scale scale) {
        this.what = what;
        this.ours = ours;
        this.floor = floor;
        this.scale = scale;
    }

    /** Load whose figures nobody sees. */
    void warmUp() throws InterruptedException {
        warmUp(ours);
        warmUp(floor);
    }

    private void warmUp(Action action) throws InterruptedException {
        var half = Duration.ofMillis(scale.warmUp().toMillis() / 2);
        Load.saturating(scale.clients(), half, action);
        Load.atRate(scale.perSecond(), half, action);
        Until.pause(Limits.SETTLE);
    }

    void atRate() throws InterruptedException {
        oursAtRate.add(Load.atRate(scale.perSecond(), scale.slice(), ours));
        Until.pause(Limits.SETTLE);
        floorAtRate.add(Load.atRate(scale.perSecond(), scale.slice(), floor));
        Until.pause(Limits.SETTLE);
    }

    void saturating() throws InterruptedException {
        oursSaturated.add(Load.saturating(scale.clients(), scale.slice(), ours));
        Until.pause(Limits.SETTLE);
        floorSaturated.add(Load.saturating(scale.clients(), scale.slice(), floor));
        Until.pause(Limits.SETTLE);
    }

    void report(Figures figures) {
        figures.latency("%s at %d/s".formatted(what, scale.perSecond()), oursAtRate, floorAtRate, "");
        figures.rateAndLatency("%s, %d clients".formatted(what, scale.clients()), oursSaturated, floorSaturated, "");
    }
}
