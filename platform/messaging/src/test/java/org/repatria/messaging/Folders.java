package org.repatria.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.messaging.CommandEnvelope.CommandId;

/**
 * A small domain to test with, in which one state keeps something from the other. It is a folder with open and sealed
 * pages.
 */
final class Folders implements Decider<Folders.Command, Folders.Folder, Folders.Event> {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Actor HOST = new Actor("hana.host", Set.of("CO"), "XH-CA");
    static final Actor OTHER = new Actor("omar.other", Set.of("CO"), "XR-CA");

    static final AggregateType<Command, Folder, Event> TYPE =
            new AggregateType<>("folder", "folders", "folder", Folder.class, Event.class, new Folders(), new InBoth());

    sealed interface Command {
        /** Both states see the page. */
        record Add(String page) implements Command {}

        /** Both states see that somebody was here; nothing goes out. */
        record Touch() implements Command {}

        /** The host alone knows of the page. */
        record Seal(String page) implements Command {}

        /** The host alone knows, and nothing goes out. */
        record Hide(String page) implements Command {}

        /** One page for both, one for the host. */
        record AddAndSeal(String page, String sealedPage) implements Command {}

        /** As many sealed pages as this. */
        record SealMany(int pages) implements Command {}
    }

    record Folder(List<String> open, List<String> closed) {}

    sealed interface Event {
        record PageAdded(String page) implements Event {}

        record FolderTouched() implements Event {}

        record PageSealed(String page) implements Event {}

        record PageHidden(String page) implements Event {}
    }

    @Override
    public Folder initial() {
        return new Folder(List.of(), List.of());
    }

    @Override
    public Decision<Event> decide(Command command, Folder state, Occasion occasion) {
        return switch (command) {
            case Command.Add c -> Decision.accept(new Event.PageAdded(c.page()));
            case Command.Touch _ -> Decision.accept(new Event.FolderTouched());
            case Command.Seal c -> Decision.accept(new Event.PageSealed(c.page()));
            case Command.Hide c -> Decision.accept(new Event.PageHidden(c.page()));
            case Command.AddAndSeal c ->
                Decision.acceptAll(List.of(new Event.PageAdded(c.page()), new Event.PageSealed(c.sealedPage())));
            case Command.SealMany c ->
                Decision.acceptAll(Stream.generate(() -> (Event) new Event.PageSealed("s"))
                        .limit(c.pages())
                        .toList());
        };
    }

    @Override
    public Folder evolve(Folder state, Event event) {
        return switch (event) {
            case Event.PageAdded e -> new Folder(and(state.open(), e.page()), state.closed());
            case Event.FolderTouched _ -> state;
            case Event.PageSealed e -> new Folder(state.open(), and(state.closed(), e.page()));
            case Event.PageHidden e -> new Folder(state.open(), and(state.closed(), e.page()));
        };
    }

    private static List<String> and(List<String> pages, String page) {
        return Stream.concat(pages.stream(), Stream.of(page)).toList();
    }

    static CommandEnvelope<Command> ask(Actor actor, Instant at, Command command) {
        return CommandEnvelope.of("folder-1", command, new Occasion(actor, at, "a test"));
    }

    static CommandEnvelope<Command> expecting(long version, Actor actor, Command command) {
        return new CommandEnvelope<>(
                "folder-1",
                command,
                new Occasion(actor, NOON, "a test"),
                Optional.empty(),
                VersionCondition.of(Optional.of(version)),
                Optional.empty(),
                Optional.empty());
    }

    static CommandEnvelope<Command> keyed(String key, Actor actor, Command command) {
        return new CommandEnvelope<>(
                "folder-1",
                command,
                new Occasion(actor, NOON, "a test"),
                Optional.of(new CommandId(key, "f")),
                VersionCondition.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** Sealed pages go to the services of the house, open ones to everybody. */
    static final class InBoth implements ConfidingPublishing<Folder, Event> {
        @Override
        public Announcement event(String aggregateId, Event event, Folder after) {
            return switch (event) {
                case Event.PageAdded e -> Announcement.told("folder.page-added.v1", Map.of("page", e.page()));
                case Event.FolderTouched _ -> Announcement.told();
                case Event.PageSealed e -> Announcement.confided("folder.page-sealed.v1", Map.of("page", e.page()));
                case Event.PageHidden _ -> Announcement.confided();
            };
        }

        @Override
        public Optional<Published> snapshot(String aggregateId, Folder state) {
            return Optional.of(new Published("folder.snapshot.v1", Map.of("pages", state.open())));
        }

        @Override
        public Optional<Published> confidedSnapshot(String aggregateId, Folder state) {
            return Optional.of(new Published("folder.confided-snapshot.v1", state));
        }

        @Override
        public History historyOf(Actor actor, Folder state) {
            return actor.authority().startsWith("XH-") ? History.FULL : History.TOLD;
        }

        @Override
        public Set<String> confidants(String aggregateId, Folder state) {
            return Set.of("XH");
        }

        @Override
        public Set<String> states(String aggregateId, Folder state) {
            return Set.of("XR", "XH");
        }
    }
}
