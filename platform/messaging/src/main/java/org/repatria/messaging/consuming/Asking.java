package org.repatria.messaging.consuming;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.CommandEnvelope.CommandId;
import org.repatria.messaging.Topics;
import org.repatria.messaging.VersionCondition;

/** Asks the reactions of a consumer what a record means; nothing is executed yet. */
final class Asking {

    private final Consumption consumption;
    private final Clock clock;

    Asking(Consumption consumption, Clock clock) {
        this.consumption = consumption;
        this.clock = clock;
    }

    /** What one record asks of one kind of aggregate. */
    record Batch<C>(Aggregates<C, ?> aggregates, List<CommandEnvelope<C>> envelopes) {}

    /**
     * Runs all reactions before the first command. So a defect in one of them, which is thrown, leaves nothing half
     * done.
     */
    List<Batch<?>> event(PublishedRecord event) {
        return all(event, Optional.of(new Cause(source(event, ""), event.sequence())), Optional.empty());
    }

    /** The same for a snapshot or the erasure of a subject. */
    List<Batch<?>> snapshot(PublishedRecord snapshot, RawRecord raw) {
        // Versions of snapshots and sequences of events count apart, so an aggregate that hears both keeps two
        // receipts.
        var cause = Optional.of(snapshot.sequence())
                .filter(version -> version > 0)
                .map(version -> new Cause(source(snapshot, "@snapshot"), version));
        var id = cause.isPresent()
                ? Optional.<CommandId>empty()
                : Optional.of(new CommandId(consumption.name() + "|" + raw.position(), raw.digest()));
        return all(snapshot, cause, id);
    }

    /**
     * What is told and what is confided of a subject count apart. So an aggregate that hears both keeps two receipts.
     */
    private String source(PublishedRecord event, String kind) {
        return event.subject() + kind + (Topics.isConfided(consumption.topic()) ? Cause.CONFIDED : "");
    }

    private List<Batch<?>> all(PublishedRecord event, Optional<Cause> cause, Optional<CommandId> id) {
        var asked = new ArrayList<Batch<?>>();
        var targets = new IdentityHashMap<Object, Set<String>>();
        for (var row : consumption.rowsFor(event)) {
            var taken = targets.computeIfAbsent(row.aggregates(), _ -> new HashSet<>());
            var one = ask(row, event, cause, id, taken);
            if (!one.envelopes().isEmpty()) {
                asked.add(one);
            }
        }
        return asked;
    }

    private <C> Batch<C> ask(
            Consumption.Row<C> row,
            PublishedRecord event,
            Optional<Cause> cause,
            Optional<CommandId> id,
            Set<String> targets) {
        var at = clock.instant();
        var envelopes = new ArrayList<CommandEnvelope<C>>();
        for (var wanted : row.reaction().to(event)) {
            // INVARIANT: one command per aggregate and event. The first one's receipt would swallow a second one that
            // is refused now and tried again later.
            if (!targets.add(wanted.aggregateId())) {
                throw new IllegalStateException("two commands for " + wanted.aggregateId() + " from one event");
            }
            envelopes.add(new CommandEnvelope<>(
                    wanted.aggregateId(),
                    wanted.command(),
                    new Occasion(Actor.system(consumption.name()), at, event.type()),
                    id,
                    VersionCondition.NONE,
                    cause,
                    event.traceparent()));
        }
        return new Batch<>(row.aggregates(), envelopes);
    }
}
