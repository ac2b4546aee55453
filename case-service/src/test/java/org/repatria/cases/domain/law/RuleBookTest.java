package org.repatria.cases.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.law.Books.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.law.LegalRelation.InstrumentType;
import org.repatria.cases.domain.law.LegalRelation.Status;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Level;

final class RuleBookTest {

    @Nested
    final class StartingClocks {

        private static final ClockRule TREATY = clock("CLK-TREATY", "XR-XE", Level.BILATERAL_TREATY);
        private static final ClockRule STATUTE = clock("CLK-STATUTE", "XE", Level.STATUTE);
        private static final ClockRule CONVENTION = clock("CLK-CONVENTION", "ECE", Level.CONVENTION);
        private static final ClockRule MODEL = clock("CLK-MODEL", "XE", Level.MODEL);

        @Test
        void a_treaty_of_the_pair_beats_statute_convention_and_model() {
            var book = book(
                    List.of(STATUTE, CONVENTION, MODEL, TREATY), List.of(), profile(XE, "ECE"), profile(XR, "ECE"));
            assertThat(book.clocksStartedBy(ARREST, XR_TO_XE, TODAY)).containsExactly(TREATY);
        }

        @Test
        void a_treaty_holds_whichever_of_the_two_asks() {
            var book = book(List.of(TREATY), List.of());
            assertThat(book.clocksStartedBy(ARREST, new Relation(XE, XR), TODAY))
                    .containsExactly(TREATY);
        }

        @Test
        void a_convention_binds_its_parties_only() {
            var oneParty = book(List.of(CONVENTION), List.of(), profile(XE, "ECE"), profile(XR));
            var bothParties = book(List.of(CONVENTION), List.of(), profile(XE, "ECE"), profile(XR, "ECE"));
            assertThat(oneParty.clocksStartedBy(ARREST, XR_TO_XE, TODAY)).isEmpty();
            assertThat(bothParties.clocksStartedBy(ARREST, XR_TO_XE, TODAY)).containsExactly(CONVENTION);
        }

        @Test
        void a_model_text_never_starts_a_clock() {
            assertThat(book(List.of(MODEL), List.of()).clocksStartedBy(ARREST, XR_TO_XE, TODAY))
                    .isEmpty();
        }
    }

    @Nested
    final class AskingWhereATreatyStands {

        @Test
        void silence_is_unknown() {
            assertThat(standing(TODAY).status()).isEqualTo(Status.UNKNOWN);
            assertThat(standing(TODAY).inForce()).isEqualTo(Ternary.UNKNOWN);
        }

        @Test
        void a_treaty_in_force_was_only_signed_before() {
            var treaty = treaty(Status.IN_FORCE, Optional.of(SIGNED), Optional.of(IN_FORCE));
            assertThat(standing(IN_FORCE, treaty).inForce()).isEqualTo(Ternary.YES);
            assertThat(standing(IN_FORCE.minusDays(1), treaty).status()).isEqualTo(Status.SIGNED_NOT_IN_FORCE);
        }

        @Test
        void a_suspension_counts_from_its_first_day() {
            var treaty = suspended(LocalDate.of(2020, 7, 28));
            assertThat(standing(LocalDate.of(2020, 7, 27), treaty).inForce()).isEqualTo(Ternary.YES);
            assertThat(standing(LocalDate.of(2020, 7, 28), treaty).suspended()).isEqualTo(Ternary.YES);
            assertThat(standing(LocalDate.of(2020, 7, 28), treaty).inForce()).isEqualTo(Ternary.NO);
        }

        @Test
        void sources_that_contradict_each_other_are_a_conflict_and_never_relied_on() {
            var one = treaty(Status.IN_FORCE, Optional.of(SIGNED), Optional.of(IN_FORCE));
            var other = treaty(Status.IN_FORCE, Optional.of(SIGNED.plusDays(1)), Optional.of(IN_FORCE));
            assertThat(standing(TODAY, one, other).status()).isEqualTo(Status.CONFLICT);
            assertThat(standing(TODAY, one, other).rows()).containsExactly(one, other);
            assertThat(standing(TODAY, one, other).inForce()).isEqualTo(Ternary.UNKNOWN);
        }

        @Test
        void a_source_that_leaves_a_date_open_contradicts_nothing() {
            var one = treaty(Status.IN_FORCE, Optional.of(SIGNED), Optional.of(IN_FORCE));
            var other = treaty(Status.IN_FORCE, Optional.empty(), Optional.empty());
            assertThat(standing(TODAY, one, other).inForce()).isEqualTo(Ternary.YES);
        }

        private static Standing standing(LocalDate day, LegalRelation... rows) {
            return book(List.of(), List.of(rows)).standing(XR, XE, InstrumentType.EXTRADITION, day);
        }
    }
}
