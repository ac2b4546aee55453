package org.repatria.assets.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.assets.domain.Assets.CARL;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.VINT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.NoteTimePassed;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetDecider;
import org.repatria.assets.domain.AssetEvent;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.Measure;
import org.repatria.assets.domain.OrderId;
import org.repatria.clocks.Amendment;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.PairOfStates;
import org.repatria.clocks.reading.FaultyReference;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Occasion;

/** An approved amendment counts for the clocks of assets, from its approval on and for its own days. */
class AmendedClocksTest {

    private static final Instant APPROVED = Instant.parse("2015-05-20T12:00:00Z");
    private static final Instant LATER = Instant.parse("2016-01-01T12:00:00Z");
    private static final LocalDate JUNE = LocalDate.parse("2015-06-15");

    private static final Amendment SHORTER = amendment("amendment-1", ninetyDays("60"), APPROVED);
    private static final Amendment SHORTER_FROM_JUNE =
            amendment("amendment-2", with(ninetyDays("60"), "validFrom", "2015-06-01"), APPROVED);
    private static final Amendment SHORTEST = amendment("amendment-3", ninetyDays("45"), APPROVED.plusSeconds(3600));
    private static final Amendment NEW_HOLIDAY = new Amendment(
            "amendment-4",
            "calendars",
            "GB",
            Map.of(
                    "weekend",
                    "SATURDAY, SUNDAY",
                    "holidays",
                    "2015-06-15",
                    "source",
                    "a proclamation",
                    "confidence",
                    "VERIFIED"),
            APPROVED);
    private static final Amendment OF_BRITISH_LAW = new Amendment(
            "amendment-5",
            "profiles",
            "XH",
            Map.of("systems", "UK", "source", "an act of its parliament", "confidence", "VERIFIED"),
            APPROVED);

    private final ClocksOfAssets law = ClocksOfAssets.shipped();

    private static Amendment amendment(String id, Map<String, String> row, Instant approvedAt) {
        return new Amendment(id, "clock-rules", "CLK-RST-US-90", row, approvedAt);
    }

    private static Map<String, String> ninetyDays(String days) {
        return Map.ofEntries(
                Map.entry("jurisdiction", "US"),
                Map.entry("level", "STATUTE"),
                Map.entry("instrument", "18 U.S.C. 983(j)(1)(B)"),
                Map.entry("trigger", "restraint.PRE_COMPLAINT"),
                Map.entry("knownTo", "BOTH"),
                Map.entry("amount", days),
                Map.entry("unit", "CAL_DAY"),
                Map.entry("rollForward", "NONE"),
                Map.entry("rollSource", "an invented act"),
                Map.entry("kind", "HARD"),
                Map.entry("bearer", "STATE"),
                Map.entry("onExpiry", "PRESUME_LAPSED"),
                Map.entry("stopOn", "complaint.FILED, restraint.DISCHARGED"),
                Map.entry("source", "an invented act"),
                Map.entry("confidence", "VERIFIED"));
    }

    private static Map<String, String> with(Map<String, String> row, String field, String text) {
        var more = new TreeMap<>(row);
        more.put(field, text);
        return more;
    }

    /** One house as a test drives it, under the law as it is known at each moment. */
    private final class Play {
        private final AssetDecider decider = new AssetDecider(law::at);
        private Asset asset = decider.initial();

        private Play() {
            does("2015-01-05T18:00:00Z", CARL, Assets.registerHouse());
            Assets.bearingAll(VINT).forEach(command -> does("2015-01-05T18:00:00Z", CARL, command));
        }

        private Play does(String at, Actor by, AssetCommand command) {
            var answer = decider.answer(command, asset, Occasion.of(by, Instant.parse(at)));
            assertThat(answer).as("%s", command).isInstanceOf(Accepted.class);
            asset = decider.foldFrom(asset, ((Accepted<AssetEvent>) answer).events());
            return this;
        }

        private Play restrained(String at, String issuedOn) {
            return does(
                    at,
                    LENA,
                    new RecordRestraint(
                            new OrderId("order-1"),
                            "15-misc-0042",
                            "18 U.S.C. 983(j)",
                            LocalDate.parse(issuedOn),
                            LocalDate.parse("2016-03-01"),
                            ZoneId.of("America/New_York"),
                            Optional.of(Measure.PRE_COMPLAINT)));
        }

        private List<String> clocks() {
            return ((Registered) asset)
                    .clocks().clocks().stream()
                            .map(clock -> "version " + clock.rule().version() + " until "
                                    + clock.effective().lastDay())
                            .toList();
        }
    }

    @Nested
    class Counting {

        @Test
        void an_order_that_is_recorded_after_the_approval_is_counted_by_the_amended_row() {
            law.learn(List.of(SHORTER));
            assertThat(new Play()
                            .restrained("2015-05-20T12:00:00Z", "2015-05-18")
                            .clocks())
                    .containsExactly("version 3 until 2015-07-17");
        }

        @Test
        void one_that_was_recorded_before_it_by_the_row_that_was_known() {
            law.learn(List.of(SHORTER));
            assertThat(new Play()
                            .restrained("2015-05-20T11:59:59Z", "2015-05-18")
                            .clocks())
                    .containsExactly("version 2 until 2015-08-16");
        }

        @Test
        void a_clock_that_runs_keeps_the_version_that_it_was_started_with() {
            var play = new Play().restrained("2015-05-19T18:00:00Z", "2015-05-18");
            law.learn(List.of(SHORTER));
            assertThat(play.does("2015-06-01T18:00:00Z", LENA, new NoteTimePassed())
                            .clocks())
                    .containsExactly("version 2 until 2015-08-16");
        }

        @Test
        void the_day_of_the_order_says_which_row_is_the_law_and_not_the_day_of_its_entry() {
            law.learn(List.of(SHORTER_FROM_JUNE));
            assertThat(new Play()
                            .restrained("2015-06-20T18:00:00Z", "2015-05-31")
                            .clocks())
                    .containsExactly("version 2 until 2015-08-29");
            assertThat(new Play()
                            .restrained("2015-06-20T18:00:00Z", "2015-06-01")
                            .clocks())
                    .containsExactly("version 3 until 2015-07-31");
        }

        @Test
        void a_holiday_that_became_known_is_a_day_off() {
            law.learn(List.of(NEW_HOLIDAY));
            assertThat(law.at(LATER).calendar("GB").holidays()).contains(JUNE);
            assertThat(law.at(APPROVED.minusSeconds(1)).calendar("GB").holidays())
                    .doesNotContain(JUNE);
        }

        @Test
        void a_state_that_changed_its_system_of_law_has_the_rules_of_the_new_one() {
            law.learn(List.of(OF_BRITISH_LAW));
            assertThat(law.at(LATER).between(new PairOfStates("XR", "XH"), JUNE))
                    .extracting(ClockRule::id)
                    .contains("CLK-UK-AFO")
                    .doesNotContain("CLK-RST-US-90");
        }
    }

    @Nested
    class Learning {

        @Test
        void in_any_order_and_again_comes_to_the_same() {
            law.learn(List.of(SHORTER, SHORTER_FROM_JUNE, SHORTEST));
            var inTime = law.at(LATER).rules();
            var between = law.at(APPROVED).rules();
            var other = ClocksOfAssets.shipped();
            other.learn(List.of(SHORTEST));
            other.learn(List.of(SHORTEST, SHORTER_FROM_JUNE, SHORTER));
            other.learn(List.of(SHORTEST, SHORTER_FROM_JUNE, SHORTER));
            assertThat(other.at(LATER).rules()).isEqualTo(inTime);
            assertThat(other.at(APPROVED).rules()).isEqualTo(between).isNotEqualTo(inTime);
        }

        @Test
        void a_row_that_cannot_be_read_here_is_told_by_its_field() {
            assertThatThrownBy(() -> law.demandReadable(
                            amendment("amendment-6", with(ninetyDays("60"), "unit", "FORTNIGHT"), APPROVED)))
                    .isInstanceOf(FaultyReference.class)
                    .hasMessageContaining("unit");
        }

        @Test
        void a_row_of_an_invented_field_is_read_without_it() {
            law.demandReadable(amendment("amendment-7", with(ninetyDays("60"), "fieldOfTomorrow", "x"), APPROVED));
        }
    }
}
