package org.repatria.testkit.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.Publishing;

/** The smallest domain with a public and a private event: a count that goes up, and peeks at it that are nobody's business. */
final class Tally implements Decider<Tally.Ask, Tally.Count, Tally.Happened, Tally.Never> {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor ANA = new Actor("ana", Set.of("AN"), "XH-CA");

    sealed interface Ask {
        record Add() implements Ask {}

        record Peek() implements Ask {}
    }

    record Count(int total) {}

    sealed interface Happened {
        record Added(int total) implements Happened {}

        record Peeked() implements Happened {}
    }

    enum Never {}

    static AggregateType<Ask, Count, Happened, Never> type(String name) {
        return new AggregateType<>(name, name, name, Count.class, Happened.class, new Tally(), new Published());
    }

    static CommandEnvelope<Ask> add(String id) {
        return ask(id, new Ask.Add());
    }

    static CommandEnvelope<Ask> peek(String id) {
        return ask(id, new Ask.Peek());
    }

    private static CommandEnvelope<Ask> ask(String id, Ask command) {
        return new CommandEnvelope<>(
                id, command, ANA, NOON, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Count initial() {
        return new Count(0);
    }

    @Override
    public Decision<Happened, Never> decide(Ask command, Count state) {
        return switch (command) {
            case Ask.Add _ -> Decision.accept(new Happened.Added(state.total() + 1));
            case Ask.Peek _ -> Decision.accept(new Happened.Peeked());
        };
    }

    @Override
    public Count evolve(Count state, Happened event) {
        return switch (event) {
            case Happened.Added e -> new Count(e.total());
            case Happened.Peeked _ -> state;
        };
    }

    private static final class Published implements Publishing<Count, Happened> {
        @Override
        public Announcement event(String aggregateId, Happened event, Count after) {
            return switch (event) {
                case Happened.Added e -> Announcement.told("tally.added.v1", Map.of("total", e.total()));
                case Happened.Peeked _ -> Announcement.told();
            };
        }

        @Override
        public Optional<Publishing.Published> snapshot(String aggregateId, Count state) {
            return Optional.of(new Publishing.Published("tally.snapshot.v1", Map.of("total", state.total())));
        }
    }
}
