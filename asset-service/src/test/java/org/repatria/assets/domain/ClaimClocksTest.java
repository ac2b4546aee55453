package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.CARL;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.VINT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.FileClaim;
import org.repatria.assets.domain.AssetCommand.NoteTimePassed;
import org.repatria.assets.domain.AssetEvent.ClaimClockChanged;
import org.repatria.assets.law.ClocksOfAssets;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockEvent.ClockExpired;
import org.repatria.clocks.ClockEvent.WarningGiven;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.Happening;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Occasion;

/** What a claim starts by the rules as they are shipped, and which times it was filed in. */
class ClaimClocksTest {

    private static final ClockRules LAW = ClocksOfAssets.shipped().at(Instant.EPOCH);
    private static final AssetDecider DECIDER = new AssetDecider(_ -> LAW);
    private static final String COMPLAINT = "CLK-FORF-COMPLAINT-US";

    private Asset asset = DECIDER.initial();
    private final List<ClockEvent> told = new ArrayList<>();

    private ClaimClocksTest does(String day, Actor by, AssetCommand command) {
        var at = LocalDate.parse(day).atTime(18, 0).toInstant(ZoneOffset.UTC);
        var decision = DECIDER.answer(command, asset, Occasion.of(by, at));
        assertThat(decision).as("%s", command).isInstanceOf(Accepted.class);
        var events = ((Accepted<AssetEvent>) decision).events();
        asset = DECIDER.foldFrom(asset, events);
        events.stream()
                .flatMap(event -> event instanceof ClaimClockChanged(var change) ? Stream.of(change) : Stream.empty())
                .forEach(told::add);
        return this;
    }

    private ClaimClocksTest does(String day, AssetCommand command) {
        return does(day, LENA, command);
    }

    private ClaimClocksTest seized(String day) {
        does("2014-01-05", CARL, Assets.registerHouse());
        Assets.bearingAll(VINT).forEach(command -> does("2014-01-05", CARL, command));
        return does("2014-01-05", CARL, Assets.record(OWNED, Assets.owns(KESTREL, 1, 1)))
                .does(day, Assets.seize(FIRST, LocalDate.parse(day)));
    }

    private static FileClaim claim(String id, String day) {
        return Assets.answering(Assets.claimShare(id, 1, 2, LocalDate.parse(day)), FIRST, Optional.empty());
    }

    private Registered asset() {
        return (Registered) asset;
    }

    private Clock clock(String id) {
        var found = ClaimClocks.of(asset().claim(new ClaimId("claim-" + id)).orElseThrow(), asset());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Optional<ClaimClocks.Without> without(String id) {
        return ClaimClocks.without(asset().claim(new ClaimId("claim-" + id)).orElseThrow(), asset());
    }

    private List<Clock> all() {
        return asset().clocksOfClaims().clocks();
    }

    @Nested
    class Starting {

        /** 18 U.S.C. 983(a)(3)(A): 90 days, which end on a Sunday and run on. */
        @Test
        void a_claim_to_what_is_forfeited_without_a_court_starts_the_time_to_ask_one() {
            seized("2014-09-01").does("2014-10-20", claim("mira", "2014-10-20"));

            assertThat(clock("mira").rule().id()).isEqualTo(COMPLAINT);
            assertThat(clock("mira").effective().lastDay()).isEqualTo("2015-01-19");
            assertThat(clock("mira").id()).isEqualTo("clk-c-1");
        }

        @Test
        void each_claim_has_its_own() {
            seized("2014-09-01")
                    .does("2014-10-20", claim("mira", "2014-10-20"))
                    .does("2014-11-20", claim("runa", "2014-11-03"));

            assertThat(clock("mira").effective().lastDay()).isEqualTo("2015-01-19");
            assertThat(clock("runa").effective().lastDay()).isEqualTo("2015-02-02");
        }

        @Test
        void a_claim_that_names_no_order_starts_none_since_nothing_is_guessed_and_says_so() {
            seized("2014-09-01").does("2014-10-20", Assets.claimShare("mira", 1, 2, LocalDate.parse("2014-10-20")));

            assertThat(all()).isEmpty();
            assertThat(without("mira")).contains(ClaimClocks.Without.ORDER_NOT_SAID);
        }

        @Test
        void a_claim_to_what_a_court_decides_on_already_starts_none() {
            seized("2014-09-01")
                    .does("2014-10-01", Assets.complaint(Assets.SECOND, LocalDate.parse("2014-10-01")))
                    .does("2014-10-20", claim("mira", "2014-10-20"));

            assertThat(all()).isEmpty();
            assertThat(without("mira")).isEmpty();
        }

        @Test
        void a_claim_that_started_one_lacks_none() {
            seized("2014-09-01").does("2014-10-20", claim("mira", "2014-10-20"));

            assertThat(without("mira")).isEmpty();
        }

        @Test
        void a_move_after_the_order_leaves_it_under_the_law_of_the_order() {
            seized("2014-09-01")
                    .does("2014-10-01", CARL, Assets.moved("away", "XK", LocalDate.parse("2014-10-01")))
                    .does("2014-10-20", claim("mira", "2014-10-20"));

            assertThat(clock("mira").effective().lastDay()).isEqualTo("2015-01-19");
        }

        @Test
        void a_place_whose_law_has_no_rule_on_it_is_said() {
            seized("2014-09-01")
                    .does("2014-10-01", CARL, Assets.moved("away", "XK", LocalDate.parse("2014-08-15")))
                    .does("2014-10-20", claim("mira", "2014-10-20"));

            assertThat(all()).isEmpty();
            assertThat(without("mira")).contains(ClaimClocks.Without.NO_RULE);
        }

        @Test
        void a_complaint_that_becomes_known_late_takes_the_clock_back() {
            seized("2014-09-01")
                    .does("2014-10-20", claim("mira", "2014-10-20"))
                    .does("2014-11-01", Assets.complaint(Assets.SECOND, LocalDate.parse("2014-10-01")));

            assertThat(clock("mira").state()).isEqualTo(Clock.State.CANCELLED);
        }
    }

    @Nested
    class Ending {

        @Test
        void a_complaint_in_time_meets_it() {
            seized("2014-09-01")
                    .does("2014-10-20", claim("mira", "2014-10-20"))
                    .does("2015-01-19", Assets.complaint(Assets.SECOND, LocalDate.parse("2015-01-19")));
            assertThat(clock("mira").satisfiedBy().map(Happening::token)).contains("complaint.FILED");
        }

        @Test
        void a_late_one_leaves_it_over_and_is_noted() {
            seized("2014-09-01")
                    .does("2014-10-20", claim("mira", "2014-10-20"))
                    .does("2015-01-20", Assets.complaint(Assets.SECOND, LocalDate.parse("2015-01-20")));

            assertThat(clock("mira").state()).isEqualTo(Clock.State.EXPIRED_PRESUMED);
            assertThat(clock("mira").tooLate().map(Happening::token)).contains("complaint.FILED");
        }

        @Test
        void the_return_of_the_property_ends_it() {
            seized("2014-09-01")
                    .does("2014-10-20", claim("mira", "2014-10-20"))
                    .does("2014-12-01", Assets.lift(FIRST, LocalDate.parse("2014-12-01"), "no offence"));

            assertThat(clock("mira").satisfiedBy().map(Happening::token)).contains("seizure.RETURNED");
        }

        @Test
        void the_decision_on_its_own_claim_ends_it_and_that_on_another_does_not() {
            var day = LocalDate.parse("2014-12-01");
            seized("2014-09-01")
                    .does("2014-10-20", claim("mira", "2014-10-20"))
                    .does("2014-10-20", claim("runa", "2014-10-20"))
                    .does("2014-12-01", Assets.rejected("mira", day));

            assertThat(clock("mira").state()).isEqualTo(Clock.State.SATISFIED);
            assertThat(clock("runa").runs()).isTrue();
        }

        @Test
        void its_warnings_and_its_end_are_told_once() {
            seized("2014-09-01").does("2014-10-20", claim("mira", "2014-10-20"));
            for (var day = LocalDate.parse("2014-12-20");
                    day.isBefore(LocalDate.parse("2015-01-25"));
                    day = day.plusDays(1)) {
                does(day.toString(), new NoteTimePassed()).does(day.toString(), new NoteTimePassed());
            }

            assertThat(told.stream().filter(WarningGiven.class::isInstance)).hasSize(3);
            assertThat(told.stream().filter(ClockExpired.class::isInstance)).hasSize(1);
            assertThat(asset().status()).isEqualTo(AssetStatus.SEIZED);
        }
    }

    @Nested
    class FilingInTime {

        private List<String> times(String id) {
            return ClaimClocks.timesFor(
                            asset().claim(new ClaimId("claim-" + id)).orElseThrow(), asset())
                    .stream()
                    .map(clock -> clock.rule().id() + " " + clock.effective().lastDay() + " " + clock.state())
                    .toList();
        }

        @Test
        void whoever_had_a_letter_is_measured_by_it() {
            seized("2014-09-01")
                    .does("2014-09-10", Assets.serve(FIRST, OWNED, LocalDate.parse("2014-09-10")))
                    .does("2014-09-20", Assets.publish(FIRST, LocalDate.parse("2014-09-19")))
                    .does(
                            "2014-10-01",
                            Assets.answering(
                                    Assets.claimShare("owner", 1, 2, LocalDate.parse("2014-10-01")),
                                    FIRST,
                                    Optional.of(OWNED)));

            assertThat(times("owner")).containsExactly("CLK-CLAIM-US-ADM 2014-10-15 RUNNING");
        }

        @Test
        void everybody_else_is_measured_by_the_publication_whose_clock_no_claim_ends() {
            seized("2014-09-01")
                    .does("2014-09-20", Assets.publish(FIRST, LocalDate.parse("2014-09-19")))
                    .does("2014-10-01", claim("mira", "2014-10-01"));

            assertThat(times("mira")).containsExactly("CLK-CLAIM-US-ADM-PUB 2014-10-20 RUNNING");
        }

        @Test
        void without_notice_and_publication_there_is_no_time() {
            seized("2014-09-01").does("2014-10-01", claim("mira", "2014-10-01"));

            assertThat(times("mira")).isEmpty();
        }
    }
}
