package org.repatria.notifications.reactions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertCommand.NoteConditionVanished;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.catalogue.Catalogue;
import org.repatria.notifications.domain.catalogue.Fact;
import org.repatria.notifications.domain.catalogue.Instruction;
import org.repatria.notifications.domain.catalogue.Instruction.AlertKey;
import org.repatria.notifications.domain.catalogue.Instruction.Raise;
import org.repatria.notifications.domain.catalogue.Instruction.Unwatch;
import org.repatria.notifications.domain.catalogue.Instruction.Vanish;
import org.repatria.notifications.domain.catalogue.Instruction.Watch;
import org.repatria.notifications.domain.deadlines.Deadline.Terms;
import org.repatria.notifications.domain.deadlines.DeadlineCommand;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.StopWatching;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.WatchDeadline;
import tools.jackson.databind.JsonNode;

/** The one reaction of this service: what an event means stands in the catalogue. */
public final class WhenAnythingIsPublishedThenFollowTheCatalogue {

    private final Catalogue catalogue;
    private final Topic topic;

    public WhenAnythingIsPublishedThenFollowTheCatalogue(Catalogue catalogue, Topic topic) {
        this.catalogue = catalogue;
        this.topic = topic;
    }

    /** Who else may read where an event stands. */
    public enum Topic {
        /** Whoever may know of the object, and there is nothing else to know of it. */
        OPEN,
        /** Both states, one of which keeps something to itself. */
        TOLD,
        /** The services of the house alone: it is what one state keeps to itself. */
        CONFIDED
    }

    /** What the event means for alerts. */
    public List<CommandFor<AlertCommand>> alerts(PublishedRecord event) {
        return instructions(event).flatMap(i -> forAlert(i, event)).toList();
    }

    /** What the event means for watched deadlines. */
    public List<CommandFor<DeadlineCommand>> deadlines(PublishedRecord event) {
        return instructions(event).flatMap(i -> forDeadline(i, event).stream()).toList();
    }

    private Stream<Instruction> instructions(PublishedRecord event) {
        return catalogue.instructionsOn(new Read(event, topic, Optional.empty())).stream();
    }

    private Stream<CommandFor<AlertCommand>> forAlert(Instruction instruction, PublishedRecord event) {
        return switch (instruction) {
            case Raise(var notice, var occurrence) -> {
                var id = AlertIds.alert(AlertKey.of(notice));
                yield Stream.of(new CommandFor<>(id, new RaiseAlert(id, notice, occurrence, event.time())));
            }
            case Vanish(var key, var evidence) ->
                ended(key)
                        .map(alert -> new CommandFor<>(
                                AlertIds.alert(alert), new NoteConditionVanished(evidence, event.time())));
            case Watch _, Unwatch _ -> Stream.empty();
        };
    }

    /** What both states know ends what one of them keeps to itself as well. The other way round it would tell of it. */
    private Stream<AlertKey> ended(AlertKey key) {
        return switch (topic) {
            case OPEN, CONFIDED -> Stream.of(key);
            case TOLD -> Stream.of(key, key.asConfided());
        };
    }

    private static Optional<CommandFor<DeadlineCommand>> forDeadline(Instruction instruction, PublishedRecord event) {
        return switch (instruction) {
            case Watch watch -> {
                var id = AlertIds.deadline(watch.alert());
                yield Optional.of(new CommandFor<>(id, new WatchDeadline(terms(id, watch), event.time())));
            }
            case Unwatch(var key, var reason) ->
                Optional.of(new CommandFor<>(AlertIds.deadline(key), new StopWatching(reason, event.time())));
            case Raise _, Vanish _ -> Optional.empty();
        };
    }

    private static Terms terms(String deadlineId, Watch watch) {
        return new Terms(
                deadlineId,
                watch.alert().code(),
                watch.objectType(),
                watch.alert().objectId(),
                watch.alert().clockId().orElse(""),
                watch.name(),
                watch.caseId(),
                watch.states(),
                watch.dueOn(),
                watch.zone(),
                watch.leads());
    }

    /** @param one the thing of a list in the event that is looked at */
    private record Read(PublishedRecord event, Topic topic, Optional<JsonNode> one) implements Fact {
        @Override
        public Set<String> states() {
            return event.states();
        }

        @Override
        public boolean isConfided() {
            return topic == Topic.CONFIDED;
        }

        @Override
        public String type() {
            return event.type();
        }

        @Override
        public String id() {
            return event.id();
        }

        @Override
        public String subject() {
            return event.subject();
        }

        @Override
        public List<Fact> each(String pointer) {
            return event.data()
                    .at(pointer)
                    .valueStream()
                    .<Fact>map(thing -> new Read(event, topic, Optional.of(thing)))
                    .toList();
        }

        @Override
        public Optional<String> at(String pointer) {
            return Stream.concat(one.stream(), Stream.of(event.data()))
                    .map(said -> said.at(pointer))
                    .filter(node -> !node.isMissingNode() && !node.isNull())
                    .findFirst()
                    .map(JsonNode::asString);
        }
    }
}
