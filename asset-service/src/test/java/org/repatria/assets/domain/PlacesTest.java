package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.AssetReason.ASSET_HAS_LEFT;
import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.COUNTRY_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.JURISDICTION_NOT_IN_COUNTRY;
import static org.repatria.assets.domain.AssetReason.PLACE_CONTRADICTS;
import static org.repatria.assets.domain.AssetReason.PLACE_CORRECTED;
import static org.repatria.assets.domain.AssetReason.TEXT_MISSING;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.atNoon;
import static org.repatria.assets.domain.Assets.by;
import static org.repatria.assets.domain.Assets.moved;
import static org.repatria.assets.domain.Assets.relocated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.AssetCommand.PlaceCommand.CorrectPlace;
import org.repatria.assets.domain.AssetCommand.PlaceCommand.RecordPlace;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.law.ClocksOfAssets;
import org.repatria.clocks.Clock;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.GeneralReason;
import org.repatria.decider.Reason;
import org.repatria.testkit.decisions.Laws.Attempt;

/** Where an asset is and was, and by whose law its clocks run. */
class PlacesTest {

    private static final AssetDecider DECIDER = new AssetDecider(ClocksOfAssets.shipped()::at);
    private static final LocalDate MARCH_2 = LocalDate.parse("2015-03-02");
    private static final LocalDate MARCH_9 = LocalDate.parse("2015-03-09");

    @Nested
    class Moving {

        @Test
        void an_asset_is_where_it_was_registered_and_nobody_knows_since_when() {
            assertThat(said(asset())).containsExactly("XH-CA from - until -");
        }

        @Test
        void it_is_where_it_came_to_last_and_where_it_was_stays_to_be_read() {
            var asset = asset(moved("port", "XK", MARCH_2));

            assertThat(asset.location()).isEqualTo(new Location("XK", "XK"));
            assertThat(said(asset)).containsExactly("XH-CA from - until 2015-03-01", "XK from 2015-03-02 until -");
        }

        @Test
        void what_becomes_known_late_lies_before_and_changes_nothing_of_now() {
            var asset = asset(moved("port", "XK", MARCH_9), moved("before", "XE", MARCH_2));

            assertThat(asset.location().country()).isEqualTo("XK");
            assertThat(said(asset))
                    .containsExactly(
                            "XH-CA from - until 2015-03-01",
                            "XE from 2015-03-02 until 2015-03-08",
                            "XK from 2015-03-09 until -");
        }

        @Test
        void to_say_it_again_is_no_event() {
            assertThat(events(asset(moved("port", "XK", MARCH_2)), atNoon(moved("again", "XK", MARCH_2))))
                    .isEmpty();
        }

        @Test
        void no_day_has_two_places() {
            refused(asset(moved("port", "XK", MARCH_2)), atNoon(moved("other", "XE", MARCH_2)), PLACE_CONTRADICTS);
        }

        @Test
        void nobody_is_anywhere_tomorrow() {
            refused(asset(), atNoon(moved("port", "XK", MARCH_16.plusDays(2))), DATE_IN_FUTURE);
        }

        @Test
        void a_place_is_a_country_or_a_part_of_it_and_has_a_source() {
            refused(asset(), atNoon(seenAt(new Place("YY", Optional.empty()), "seen")), COUNTRY_UNKNOWN);
            refused(asset(), atNoon(seenAt(new Place("XK", Optional.of("XE-A")), "seen")), JURISDICTION_NOT_IN_COUNTRY);
            refused(asset(), atNoon(seenAt(new Place("XK", Optional.empty()), "\u200b")), TEXT_MISSING);
        }

        @Test
        void what_has_left_goes_nowhere() {
            var gone = asset(List.of(
                    by(LENA, Assets.NOON, Assets.find("gone", Finding.Kind.DISSIPATED, MARCH_9)),
                    by(AMIR, Assets.NOON, Assets.confirm("gone"))));
            refused(gone, atNoon(moved("port", "XK", MARCH_16)), ASSET_HAS_LEFT);
        }

        @Test
        void an_asset_has_so_many_entries_and_no_more() {
            var moves = new ArrayList<Attempt<AssetCommand>>();
            for (var i = 1; i < Limits.PLACES_MAX; i++) {
                moves.add(atNoon(moved("nr-" + i, "XK", MARCH_16.minusDays(i))));
            }
            var full = asset(moves);
            assertThat(full.places().all()).hasSize(Limits.PLACES_MAX);
            refused(full, atNoon(moved("more", "XE", MARCH_16)), ASSET_LIMIT_REACHED);
        }

        private static RecordPlace seenAt(Place place, String source) {
            return new RecordPlace(new PlaceId("place-port"), place, MARCH_2, new Provenance(source, Confidence.LOW));
        }
    }

    @Nested
    class Correcting {

        @Test
        void the_wrong_entry_stays_to_be_read_and_counts_no_more() {
            var asset = asset(moved("port", "XK", MARCH_2), relocated("port", "harbour", "XE", Optional.of(MARCH_2)));

            assertThat(asset.location().country()).isEqualTo("XE");
            assertThat(said(asset)).containsExactly("XH-CA from - until 2015-03-01", "XE from 2015-03-02 until -");
            assertThat(asset.places().all()).hasSize(3);
        }

        @Test
        void the_place_of_the_registration_is_corrected_like_any_other() {
            var asset = asset(relocated(registered(), "harbour", "XE", Optional.empty()));

            assertThat(said(asset)).containsExactly("XE from - until -");
        }

        @Test
        void to_correct_it_alike_again_is_no_event_and_otherwise_it_was_corrected() {
            var asset = asset(relocated(registered(), "harbour", "XE", Optional.empty()));

            assertThat(events(asset, atNoon(relocated(registered(), "again", "XE", Optional.empty()))))
                    .isEmpty();
            refused(asset, atNoon(relocated(registered(), "again", "XK", Optional.empty())), PLACE_CORRECTED);
        }

        @Test
        void a_correction_contradicts_no_other_entry_and_has_a_reason() {
            var asset = asset(moved("port", "XK", MARCH_2), moved("next", "XE", MARCH_9));

            refused(asset, atNoon(relocated("port", "other", "XK", Optional.of(MARCH_9))), PLACE_CONTRADICTS);
            refused(
                    asset,
                    atNoon(new CorrectPlace(
                            new PlaceId("place-port"),
                            new PlaceId("place-other"),
                            new Place("XH", Optional.empty()),
                            Optional.of(MARCH_2),
                            new Provenance("seen", Confidence.LOW),
                            " ")),
                    TEXT_MISSING);
        }

        @Test
        void an_entry_that_is_not_there_is_not_found() {
            refused(asset(), atNoon(relocated("nowhere", "other", "XK", Optional.empty())), GeneralReason.NOT_FOUND);
        }
    }

    /** A restraint of XH, whose statutes are those of US. */
    @Nested
    class Law {

        @Test
        void a_clock_runs_on_by_the_law_of_where_the_asset_was_on_the_day_of_the_order() {
            var before = borne(restraint());
            assertThat(running(before)).containsExactly("CLK-RST-US-2467");

            var after = borne(restraint(), moved("port", "XK", MARCH_16.plusDays(1)));
            assertThat(after.location().country()).isEqualTo("XK");
            assertThat(after.clocks()).isEqualTo(before.clocks());
        }

        @Test
        void an_order_that_is_made_after_the_move_starts_none_of_the_law_of_before() {
            assertThat(running(borne(moved("port", "XK", MARCH_9), restraint())))
                    .isEmpty();
        }

        @Test
        void a_move_that_becomes_known_late_ends_the_clock_that_the_law_of_the_place_does_not_know() {
            var late = borne(restraint(), moved("port", "XK", MARCH_9));
            assertThat(running(late)).isEmpty();

            var corrected = borne(
                    restraint(),
                    moved("port", "XK", MARCH_9),
                    relocated("port", "harbour", "XK", Optional.of(MARCH_16.plusDays(1))));
            assertThat(running(corrected)).containsExactly("CLK-RST-US-2467");
        }

        @Test
        void what_follows_from_an_order_is_under_its_law_wherever_the_asset_has_gone() {
            var served = borne(
                    Assets.record(Assets.OWNED, Assets.owns(Assets.KESTREL, 1, 1)),
                    Assets.seize(Assets.SECOND, MARCH_16),
                    moved("port", "XK", MARCH_16.plusDays(1)),
                    Assets.serve(Assets.SECOND, Assets.OWNED, MARCH_16.plusDays(1)));
            assertThat(running(served)).containsExactly("CLK-CLAIM-US-ADM");
        }

        private static List<String> running(Registered asset) {
            return asset.clocks().clocks().stream()
                    .filter(Clock::runs)
                    .map(it -> it.rule().id())
                    .toList();
        }

        private static RecordRestraint restraint() {
            return new RecordRestraint(
                    Assets.FIRST,
                    "15-misc-1",
                    "28 U.S.C. 2467(d)(3)(A)",
                    MARCH_16,
                    Assets.JUNE_14,
                    Assets.COURT_ZONE,
                    Optional.of(Measure.FOREIGN_FORFEITURE));
        }
    }

    private static String registered() {
        return HOUSE.value().substring("asset-".length());
    }

    private static List<String> said(Registered asset) {
        var places = asset.places();
        return places.inOrder().stream()
                .map(it -> "%s from %s until %s"
                        .formatted(
                                it.location().jurisdiction(),
                                it.from().map(LocalDate::toString).orElse("-"),
                                places.until(it).map(LocalDate::toString).orElse("-")))
                .toList();
    }

    private static Registered borne(AssetCommand... commands) {
        return asset(Stream.concat(Assets.bearingAll(VINT).stream(), Stream.of(commands))
                .map(Assets::atNoon)
                .toList());
    }

    private static Registered asset(AssetCommand... commands) {
        return asset(Stream.of(commands).map(Assets::atNoon).toList());
    }

    private static Registered asset(List<Attempt<AssetCommand>> attempts) {
        Asset asset = DECIDER.initial();
        for (var attempt : Stream.concat(Stream.of(atNoon(Assets.registerHouse())), attempts.stream())
                .toList()) {
            for (var event : events(asset, attempt)) {
                asset = DECIDER.evolve(asset, event);
            }
        }
        return (Registered) asset;
    }

    private static List<AssetEvent> events(Asset asset, Attempt<AssetCommand> attempt) {
        var decision = DECIDER.decide(attempt.command(), asset, attempt.occasion());
        assertThat(decision).as("%s", attempt.command()).isInstanceOf(Accepted.class);
        return ((Accepted<AssetEvent>) decision).events();
    }

    private static void refused(Asset asset, Attempt<AssetCommand> attempt, Reason reason) {
        var decision = DECIDER.decide(attempt.command(), asset, attempt.occasion());
        assertThat(decision).isInstanceOf(Refused.class);
        assertThat(((Refused<AssetEvent>) decision).refusal().reason()).isEqualTo(reason);
    }
}
