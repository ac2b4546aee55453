package org.repatria.testkit.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.ConfidingPublishing;
import org.repatria.messaging.History;
import org.repatria.messaging.Publishing;
import org.repatria.messaging.VersionCondition;

/**
 * The smallest domain with an event for all, one for the house and one for nobody. It has a count, a hidden count, and
 * peeks at it.
 */
final class Tally implements Decider<Tally.Ask, Tally.Count, Tally.Happened> {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor ANA = new Actor("ana", Set.of("AN"), "XH-CA");
    private static final Actor OMAR = new Actor("omar", Set.of("AN"), "XR-CA");

    sealed interface Ask {
        record Add() implements Ask {}

        record Peek() implements Ask {}

        record Hide() implements Ask {}
    }

    record Count(int total, int hidden) {}

    sealed interface Happened {
        record Added(int total) implements Happened {}

        record Peeked() implements Happened {}

        record Hidden(int hidden) implements Happened {}
    }

    static AggregateType<Ask, Count, Happened> type(String name) {
        return new AggregateType<>(name, name, name, Count.class, Happened.class, new Tally(), new Published());
    }

    static CommandEnvelope<Ask> add(String id) {
        return ask(id, new Ask.Add());
    }

    static CommandEnvelope<Ask> peek(String id) {
        return ask(id, new Ask.Peek());
    }

    static CommandEnvelope<Ask> hide(String id) {
        return ask(id, new Ask.Hide());
    }

    /** A command of the other state, on the version that it saw. */
    static CommandEnvelope<Ask> addOn(long version, String id) {
        return new CommandEnvelope<>(
                id,
                new Ask.Add(),
                Occasion.of(OMAR, NOON),
                Optional.empty(),
                VersionCondition.of(Optional.of(version)),
                Optional.empty(),
                Optional.empty());
    }

    private static CommandEnvelope<Ask> ask(String id, Ask command) {
        return CommandEnvelope.of(id, command, Occasion.of(ANA, NOON));
    }

    @Override
    public Count initial() {
        return new Count(0, 0);
    }

    @Override
    public Decision<Happened> decide(Ask command, Count state, Occasion occasion) {
        return switch (command) {
            case Ask.Add _ -> Decision.accept(new Happened.Added(state.total() + 1));
            case Ask.Peek _ -> Decision.accept(new Happened.Peeked());
            case Ask.Hide _ -> Decision.accept(new Happened.Hidden(state.hidden() + 1));
        };
    }

    @Override
    public Count evolve(Count state, Happened event) {
        return switch (event) {
            case Happened.Added e -> new Count(e.total(), state.hidden());
            case Happened.Peeked _ -> state;
            case Happened.Hidden e -> new Count(state.total(), e.hidden());
        };
    }

    private static final class Published implements ConfidingPublishing<Count, Happened> {
        @Override
        public Announcement event(String aggregateId, Happened event, Count after) {
            return switch (event) {
                case Happened.Added e -> Announcement.told("tally.added.v1", Map.of("total", e.total()));
                case Happened.Peeked _ -> Announcement.told();
                case Happened.Hidden e -> Announcement.confided("tally.hidden.v1", Map.of("hidden", e.hidden()));
            };
        }

        @Override
        public Optional<Publishing.Published> snapshot(String aggregateId, Count state) {
            return Optional.of(new Publishing.Published("tally.snapshot.v1", Map.of("total", state.total())));
        }

        @Override
        public Optional<Publishing.Published> confidedSnapshot(String aggregateId, Count state) {
            return Optional.of(new Publishing.Published("tally.confided-snapshot.v1", state));
        }

        @Override
        public History historyOf(Actor actor, Count state) {
            return actor.authority().startsWith("XH-") ? History.FULL : History.TOLD;
        }

        @Override
        public Set<String> states(String aggregateId, Count state) {
            return Set.of("XR", "XH");
        }
    }
}
