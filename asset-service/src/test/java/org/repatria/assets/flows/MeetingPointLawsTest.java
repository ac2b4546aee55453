package org.repatria.assets.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.registerHouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.assets.Kept;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.LinkCase;
import org.repatria.assets.domain.AssetCommand.UnlinkCase;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.CaseGround;
import org.repatria.assets.domain.CaseLink;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.reactions.WhenAssetIsUnlinkedThenForgetIt;
import org.repatria.assets.reactions.WhenAssetNamesACaseThenAwaitIt;
import org.repatria.assets.reactions.WhenCaseChangesThenNoteItsFacts;
import org.repatria.assets.reactions.WhenCaseChangesThenNoteItsGround;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesOver;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.VersionCondition;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import reactor.core.publisher.Mono;

/**
 * The end is the same in every order in which records reach this service, each delivered twice. These are a person's
 * commands, the asset's own events and the case's snapshots.
 */
class MeetingPointLawsTest {

    private static final Actor ANA = new Actor("ana.analyst", java.util.Set.of("AN"), "XH-CA");

    private static final String SOUND = """
            {"number": 2, "agreedOn": "2014-12-05", "gates": [{"gate": "RESTRAINT",
             "from": "2015-03-16", "through": "2015-09-12", "missing": []}]}""";

    /** One step of the world. The asset's own events are heard in order, but at any time after they happened. */
    private enum Step {
        LINK,
        HEAR_OWN,
        CASE_OPEN,
        CASE_CLOSED,
        FOREIGN_CASE,
        GROUND_LACKING,
        GROUND_SOUND,
        UNLINK
    }

    @Test
    void a_link_holds_in_the_end_exactly_once_in_whatever_order_the_news_comes() {
        for (var order : orders(List.of(Step.LINK, Step.HEAR_OWN, Step.CASE_OPEN, Step.HEAR_OWN))) {
            var world = play(order);
            assertThat(world.standing()).as("%s", order).contains(CaseLink.Standing.KNOWN);
            assertThat(world.count("CaseLinked")).as("%s", order).isEqualTo(1);
        }
    }

    @Test
    void a_closed_case_is_seen_as_closed_in_whatever_order_the_news_comes() {
        for (var order : orders(List.of(Step.LINK, Step.CASE_OPEN, Step.CASE_CLOSED, Step.HEAR_OWN))) {
            var world = play(order);
            assertThat(world.standing()).as("%s", order).contains(CaseLink.Standing.CASE_CLOSED);
            assertThat(world.count("CaseLinked")).as("%s", order).isEqualTo(1);
            assertThat(world.count("LinkedCaseClosed")).as("%s", order).isEqualTo(1);
        }
    }

    @Test
    void a_case_between_other_states_stays_an_unknown_one_in_whatever_order_the_news_comes() {
        for (var order : orders(List.of(Step.LINK, Step.HEAR_OWN, Step.FOREIGN_CASE, Step.HEAR_OWN))) {
            var world = play(order);
            assertThat(world.standing()).as("%s", order).contains(CaseLink.Standing.UNLINKED);
            assertThat(world.count("CaseLinked")).as("%s", order).isZero();
        }
    }

    @Test
    void a_link_that_was_taken_back_stays_so_and_nobody_waits_any_more() {
        for (var order : orders(List.of(Step.LINK, Step.HEAR_OWN, Step.CASE_OPEN, Step.UNLINK))) {
            if (order.indexOf(Step.UNLINK) < order.indexOf(Step.LINK)) {
                continue;
            }
            var world = play(order);
            assertThat(world.standing()).as("%s", order).isEmpty();
            assertThat(world.waiting()).as("%s", order).isEmpty();
        }
    }

    @Test
    void an_order_is_borne_in_the_end_in_whatever_order_case_ground_and_link_are_heard_of() {
        for (var order :
                orders(List.of(Step.LINK, Step.HEAR_OWN, Step.CASE_OPEN, Step.GROUND_LACKING, Step.GROUND_SOUND))) {
            var world = play(order);
            assertThat(world.standing()).as("%s", order).contains(CaseLink.Standing.KNOWN);
            assertThat(world.ground()).as("%s", order).contains(Assets.sound(2));
        }
    }

    @Test
    void what_a_case_says_beside_is_nothing_to_its_assets() {
        var world = play(List.of(Step.LINK, Step.HEAR_OWN, Step.CASE_OPEN, Step.GROUND_SOUND));
        var told = world.assets.commands;
        assertThat(told).isPositive();
        world.hearCase(10, "ACCEPTED", "XR", "XH");
        world.hearGround(11, SOUND);
        assertThat(world.assets.commands).isEqualTo(told);
    }

    @Test
    void what_was_noted_before_a_crash_is_told_after_it() {
        var world = new World();
        world.command(new LinkCase(VINT));
        world.hearOwnEvents();
        var commands = new WhenCaseChangesThenNoteItsGround().to(World.ground(9, SOUND));
        var cause = new Cause(VINT.value() + "@confided-snapshot", 9);
        World.each(commands, cause, world.kept.knownCases());
        assertThat(world.ground()).isEmpty();

        World.each(commands, cause, world.meetingPoint);
        assertThat(world.ground()).contains(Assets.sound(2));
    }

    /** Whatever was not heard by then is heard at the end: news comes late, but it comes. */
    private static World play(List<Step> order) {
        var world = new World();
        for (var step : order) {
            switch (step) {
                case LINK -> world.command(new LinkCase(VINT));
                case UNLINK -> world.command(new UnlinkCase(VINT, "another person's"));
                case HEAR_OWN -> world.hearOwnEvents();
                case CASE_OPEN -> world.hearCase(3, "SCREENING", "XR", "XH");
                case CASE_CLOSED -> world.hearCase(5, "CLOSED", "XR", "XH");
                case GROUND_LACKING ->
                    world.hearGround(6, "{\"number\": 1, \"agreedOn\": \"2014-12-05\", \"gates\": []}");
                case GROUND_SOUND -> world.hearGround(9, SOUND);
                case FOREIGN_CASE -> world.hearCase(4, "SCREENING", "XR", "XK");
            }
        }
        world.hearOwnEvents();
        return world;
    }

    private static List<List<Step>> orders(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Step>>();
        for (var i = 0; i < steps.size(); i++) {
            var rest = new ArrayList<>(steps);
            var first = rest.remove(i);
            for (var tail : orders(rest)) {
                var order = new ArrayList<Step>();
                order.add(first);
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    private static final class World {
        private final Kept kept = Kept.inMemory();
        private final Counted assets = new Counted(kept.assets());
        private final MeetingPoint meetingPoint = new MeetingPoint(kept.knownCases(), assets);
        private long heard;

        World() {
            command(registerHouse());
        }

        void command(AssetCommand command) {
            kept.assets()
                    .execute(CommandEnvelope.of(HOUSE.value(), command, Occasion.of(ANA, NOON)))
                    .block();
        }

        void hearCase(long version, String state, String... between) {
            var snapshot = PublishedRecord.of(
                            "case.snapshot.v1",
                            VINT.value(),
                            version,
                            NOON,
                            "{\"state\": \"%s\", \"person\": {\"name\": \"Orla Vint\"}, \"more\": 1}".formatted(state))
                    .between(between);
            var commands = new WhenCaseChangesThenNoteItsFacts().to(snapshot);
            twice(commands, new Cause(VINT.value() + "@snapshot", version));
        }

        void hearGround(long version, String recovery) {
            var commands = new WhenCaseChangesThenNoteItsGround().to(ground(version, recovery));
            twice(commands, new Cause(VINT.value() + "@confided-snapshot", version));
        }

        static PublishedRecord ground(long version, String recovery) {
            return PublishedRecord.of(
                            "case.confided-snapshot.v1",
                            VINT.value(),
                            version,
                            NOON,
                            "{\"all\": {\"requestedState\": \"XH\", \"recovery\": " + recovery + "}}")
                    .between("XH");
        }

        Optional<CaseGround> ground() {
            return asset().link(VINT).flatMap(CaseLink::ground);
        }

        private Asset.Registered asset() {
            return (Asset.Registered) kept.assets()
                    .read(HOUSE.value())
                    .blockOptional()
                    .orElseThrow()
                    .state();
        }

        void hearOwnEvents() {
            for (var entry : journal()) {
                var publication = entry.publication();
                if (publication.isEmpty() || publication.get().sequence() <= heard) {
                    continue;
                }
                heard = publication.get().sequence();
                var event = PublishedRecord.of(
                        publication.get().type(),
                        HOUSE.value(),
                        heard,
                        NOON,
                        publication.get().data());
                var commands = switch (publication.get().type()) {
                    case "asset.case-awaited.v1" -> new WhenAssetNamesACaseThenAwaitIt().to(event);
                    case "asset.unlinked.v1" -> new WhenAssetIsUnlinkedThenForgetIt().to(event);
                    default -> List.<CommandFor<KnownCaseCommand>>of();
                };
                twice(commands, new Cause(HOUSE.value(), heard));
            }
        }

        Optional<CaseLink.Standing> standing() {
            return asset().link(VINT).map(CaseLink::standing);
        }

        List<?> waiting() {
            return kept.knownCases()
                    .read(VINT.value())
                    .map(known -> known.state().assets())
                    .defaultIfEmpty(List.of())
                    .block();
        }

        long count(String eventType) {
            return journal().stream()
                    .filter(entry -> entry.entry().contains("\"type\":\"" + eventType + "\""))
                    .count();
        }

        private List<JournalEntry> journal() {
            return kept.assets().journal(HOUSE.value(), 0, 100).collectList().block();
        }

        /** Delivered at least once means: possibly twice. */
        private void twice(List<CommandFor<KnownCaseCommand>> commands, Cause cause) {
            each(commands, cause, meetingPoint);
            each(commands, cause, meetingPoint);
        }

        static void each(
                List<CommandFor<KnownCaseCommand>> commands,
                Cause cause,
                Aggregates<KnownCaseCommand, KnownCase> knownCases) {
            for (var command : commands) {
                knownCases
                        .execute(new CommandEnvelope<>(
                                command.aggregateId(),
                                command.command(),
                                Occasion.of(Actor.system("asset-links"), NOON),
                                Optional.empty(),
                                VersionCondition.NONE,
                                Optional.of(cause),
                                Optional.empty()))
                        .block();
            }
        }
    }

    /** The assets, with how many commands they were given. */
    private static final class Counted extends AggregatesOver<AssetCommand, Asset> {
        private final Aggregates<AssetCommand, Asset> assets;
        private int commands;

        Counted(Aggregates<AssetCommand, Asset> assets) {
            super(assets);
            this.assets = assets;
        }

        @Override
        public Mono<Outcome<Asset>> execute(CommandEnvelope<AssetCommand> envelope) {
            commands++;
            return assets.execute(envelope);
        }

        @Override
        public Mono<List<Outcome<Asset>>> executeAll(List<CommandEnvelope<AssetCommand>> envelopes) {
            commands += envelopes.size();
            return assets.executeAll(envelopes);
        }
    }
}
