package org.repatria.cases.domain.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;

/** The stays of a case, in force and lifted. A movement is looked at on its day. */
public record Stays(List<Stay> stays) {

    /** LIMIT: a person has a handful of courts and treaty bodies to turn to. */
    public static final int STAYS_MAX = 100;

    public Stays {
        stays = List.copyOf(stays);
    }

    public static Stays none() {
        return new Stays(List.of());
    }

    public List<Stay> inForceOn(Happened moment, Stay.Scope scope) {
        return stays.stream()
                .filter(stay -> stay.scope() == scope && stay.isInForceOn(moment))
                .toList();
    }

    /** What stands in the way of moving the person at that moment. */
    public List<Obstacle> against(Happened moment) {
        return inForceOn(moment, Stay.Scope.MOVEMENT).stream()
                .map(stay -> Obstacle.of(
                        "STAY_IN_FORCE",
                        stay.id(),
                        "A stay is in force: " + stay.measure() + " of " + stay.body() + ", received on "
                                + stay.receivedOn().day() + ".",
                        "CLK-RULE39: a hard stop until it is lifted"))
                .toList();
    }

    /** What stands in the way of putting the file away or erasing it at that moment. */
    public List<Obstacle> keeping(Happened moment) {
        return inForceOn(moment, Stay.Scope.DATA).stream()
                .map(hold -> Obstacle.of(
                        "LEGAL_HOLD",
                        hold.id(),
                        "A legal hold is in force: " + hold.measure() + " of " + hold.body() + ", received on "
                                + hold.receivedOn().day() + ".",
                        "Data protection rules, 4: legal hold beats deletion"))
                .toList();
    }

    public Optional<Stay> stay(String id) {
        return stays.stream().filter(stay -> stay.id().equals(id)).findFirst();
    }

    Stays with(Stay stay) {
        var more = new ArrayList<>(stays);
        more.add(stay);
        return new Stays(more);
    }

    Stays lifting(String id, Stay.Lift lift) {
        return new Stays(stays.stream()
                .map(stay -> stay.id().equals(id) ? stay.lifted(lift) : stay)
                .toList());
    }
}
