package org.repatria.messaging;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.CommandEnvelope.CommandId;

/** A small domain to test with. A parcel is posted, stamped any number of times, weighed in secret, and delivered. */
final class Parcels implements Decider<Parcels.Command, Parcels.Parcel, Parcels.Event> {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Actor ANA = new Actor("ana", Set.of("AN", "CO"), "XH-CA");

    static final AggregateType<Command, Parcel, Event> TYPE = new AggregateType<>(
            "parcel", "parcels", "parcel", Parcel.class, Event.class, new Parcels(), new Published());

    @RefusedFor({Why.NOT_POSTED, Why.ALREADY_POSTED, Why.ALREADY_DELIVERED})
    sealed interface Command {
        record Post(String to) implements Command {}

        record Stamp(String by) implements Command {}

        record StampTimes(int times) implements Command {}

        record Weigh(int grams) implements Command {}

        record Deliver() implements Command {}
    }

    sealed interface Parcel {
        record Unposted() implements Parcel {}

        record Posted(String to, List<String> stamps) implements Parcel {}

        record Delivered(List<String> stamps) implements Parcel {}
    }

    sealed interface Event {
        record ParcelPosted(String to) implements Event {}

        record ParcelStamped(String by) implements Event {}

        /** Stays inside. */
        record ParcelWeighed(int grams) implements Event {}

        record ParcelDelivered() implements Event {}
    }

    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @interface RefusedFor {

        Why[] value();
    }

    enum Why implements Reason {
        NOT_POSTED,
        ALREADY_POSTED,
        ALREADY_DELIVERED;

        @Override
        public Kind kind() {
            return Kind.CONFLICTING;
        }

        @Override
        public String title() {
            return name();
        }
    }

    @Override
    public Parcel initial() {
        return new Parcel.Unposted();
    }

    @Override
    public Decision<Event> decide(Command command, Parcel state, Occasion occasion) {
        return switch (new Asked(state, command)) {
            case Asked(Parcel.Unposted _, Command.Post c) -> accept(new Event.ParcelPosted(c.to()));
            case Asked(Parcel.Unposted _, Command _) -> refuse(Why.NOT_POSTED);
            case Asked(Parcel.Posted _, Command.Post _) -> refuse(Why.ALREADY_POSTED);
            case Asked(Parcel.Posted p, Command.Stamp c) when p.stamps().contains(c.by()) -> nothingToDo();
            case Asked(Parcel.Posted _, Command.Stamp c) -> accept(new Event.ParcelStamped(c.by()));
            case Asked(Parcel.Posted p, Command.StampTimes c) -> acceptAll(stamps(p, c.times()));
            case Asked(Parcel.Posted _, Command.Weigh c) -> accept(new Event.ParcelWeighed(c.grams()));
            case Asked(Parcel.Posted _, Command.Deliver _) -> accept(new Event.ParcelDelivered());
            case Asked(Parcel.Delivered _, Command _) -> refuse(Why.ALREADY_DELIVERED);
        };
    }

    private static List<Event> stamps(Parcel.Posted posted, int times) {
        var events = new ArrayList<Event>();
        for (var i = 0; i < times; i++) {
            events.add(new Event.ParcelStamped("s" + (posted.stamps().size() + i)));
        }
        return events;
    }

    @Override
    public Parcel evolve(Parcel state, Event event) {
        return switch (event) {
            case Event.ParcelPosted e -> new Parcel.Posted(e.to(), List.of());
            case Event.ParcelStamped e -> {
                var stamps = new ArrayList<>(((Parcel.Posted) state).stamps());
                stamps.add(e.by());
                yield new Parcel.Posted(((Parcel.Posted) state).to(), stamps);
            }
            case Event.ParcelWeighed _ -> state;
            case Event.ParcelDelivered _ -> new Parcel.Delivered(((Parcel.Posted) state).stamps());
        };
    }

    static CommandEnvelope<Command> ask(String id, Command command) {
        return CommandEnvelope.of(id, command, new Occasion(ANA, NOON, "a test"));
    }

    static CommandEnvelope<Command> ask(String id, Command command, CommandId commandId) {
        return new CommandEnvelope<>(
                id,
                command,
                new Occasion(ANA, NOON, "a test"),
                Optional.of(commandId),
                VersionCondition.NONE,
                Optional.empty(),
                Optional.empty());
    }

    static CommandEnvelope<Command> ask(String id, Command command, long expectedVersion) {
        return new CommandEnvelope<>(
                id,
                command,
                new Occasion(ANA, NOON, "a test"),
                Optional.empty(),
                VersionCondition.of(Optional.of(expectedVersion)),
                Optional.empty(),
                Optional.empty());
    }

    static CommandEnvelope<Command> ask(String id, Command command, Cause cause) {
        return new CommandEnvelope<>(
                id,
                command,
                new Occasion(ANA, NOON, "a test"),
                Optional.empty(),
                VersionCondition.NONE,
                Optional.of(cause),
                Optional.empty());
    }

    private record Asked(Parcel state, Command command) {}

    /** The weight is nobody's business. */
    static final class Published implements Publishing<Parcel, Event> {
        @Override
        public Announcement event(String aggregateId, Event event, Parcel after) {
            return switch (event) {
                case Event.ParcelPosted e -> Announcement.told("parcel.posted.v1", Map.of("to", e.to()));
                case Event.ParcelStamped e -> Announcement.told("parcel.stamped.v1", Map.of("by", e.by()));
                case Event.ParcelWeighed _ -> Announcement.told();
                case Event.ParcelDelivered _ -> Announcement.told("parcel.delivered.v1", Map.of());
            };
        }

        @Override
        public Optional<Publishing.Published> snapshot(String aggregateId, Parcel state) {
            return switch (state) {
                case Parcel.Unposted _ -> Optional.empty();
                case Parcel.Posted p ->
                    Optional.of(new Publishing.Published("parcel.snapshot.v1", Map.of("stamps", p.stamps())));
                case Parcel.Delivered d ->
                    Optional.of(new Publishing.Published("parcel.snapshot.v1", Map.of("stamps", d.stamps())));
            };
        }
    }
}
