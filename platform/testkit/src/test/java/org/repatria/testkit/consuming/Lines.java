package org.repatria.testkit.consuming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** The smallest aggregate that shows what reached it, in which order and how often. It writes down every line. */
record Lines(List<String> written) {

    record Write(String line) {}

    record Written(String line) {}

    static Aggregates<Write, Lines> inMemory() {
        return AggregatesFactory.inMemory()
                .of(new AggregateType<>(
                        "lines", "lines", "lines", Lines.class, Written.class, new Scribe(), new Unpublished()));
    }

    private static final class Scribe implements Decider<Write, Lines, Written> {
        @Override
        public Lines initial() {
            return new Lines(List.of());
        }

        @Override
        public Decision<Written> decide(Write command, Lines state, Occasion occasion) {
            return Decision.accept(new Written(command.line()));
        }

        @Override
        public Lines evolve(Lines state, Written event) {
            var longer = new ArrayList<>(state.written());
            longer.add(event.line());
            return new Lines(longer);
        }
    }

    private static final class Unpublished implements Publishing<Lines, Written> {
        @Override
        public Announcement event(String aggregateId, Written event, Lines after) {
            return Announcement.told();
        }

        @Override
        public Optional<Published> snapshot(String aggregateId, Lines state) {
            return Optional.empty();
        }
    }
}
