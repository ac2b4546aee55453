package org.repatria.cases.domain.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.recovery.RecoveryStage.CONFISCATED;
import static org.repatria.cases.domain.recovery.RecoveryStage.FORFEITURE_PENDING;
import static org.repatria.cases.domain.recovery.RecoveryStage.RESTRAINED;
import static org.repatria.cases.domain.recovery.RecoveryStage.RETURNED;
import static org.repatria.cases.domain.recovery.RecoveryStage.TRACING;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the states of assets mean for the pathway of recovery. */
final class HowFarTest {

    @Nested
    class Reading {

        @ParameterizedTest
        @CsvSource({
            "IDENTIFIED, TRACING",
            "TRACED, TRACING",
            "LAPSED_PRESUMED, TRACING",
            "RESTRAINED, RESTRAINED",
            "SEIZED, RESTRAINED",
            "FORFEITURE_PENDING, FORFEITURE_PENDING",
            "CONFISCATED_NOT_FINAL, FORFEITURE_PENDING",
            "CONFISCATED_FINAL, CONFISCATED",
            "IN_DISPOSAL, CONFISCATED",
            "REALISED, CONFISCATED",
            "DISTRIBUTION_AGREED, CONFISCATED",
            "RETURNED, RETURNED"
        })
        void a_state_of_an_asset_is_a_stage_of_the_pathway(String asset, RecoveryStage stage) {
            assertThat(RecoveryStage.ofAsset(asset)).contains(stage);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "RELEASED",
                    "LAPSED",
                    "DISSIPATED",
                    "AWARDED_TO_CLAIMANT",
                    "NOT_RECOVERABLE",
                    "WITHDRAWN_ERROR",
                    "SOMETHING_NEW"
                })
        void an_asset_that_has_left_recovery_or_stands_where_nobody_knows_has_no_stage(String asset) {
            assertThat(RecoveryStage.ofAsset(asset)).isEmpty();
        }

        @Test
        void the_furthest_and_the_weakest_of_several_assets_stand_beside_each_other() {
            assertThat(HowFar.of(List.of("RESTRAINED", "RELEASED", "CONFISCATED_FINAL", "IDENTIFIED")))
                    .isEqualTo(new HowFar(Optional.of(CONFISCATED), Optional.of(TRACING)));
        }

        @Test
        void without_an_asset_in_recovery_there_is_neither() {
            assertThat(HowFar.of(List.of("RELEASED"))).isEqualTo(new HowFar(Optional.empty(), Optional.empty()));
        }
    }

    @Nested
    class Following {

        private static Optional<RecoveryStage> after(String pathway, boolean followed, String... assets) {
            return HowFar.of(List.of(assets)).moves(pathway, followed);
        }

        @Test
        void assets_take_a_pathway_on() {
            assertThat(after("TRACING", false, "RESTRAINED")).contains(RESTRAINED);
            assertThat(after("RESTRAINED", false, "RESTRAINED", "RETURNED")).contains(RETURNED);
        }

        @Test
        void assets_take_a_pathway_back_from_where_they_took_it() {
            assertThat(after("RESTRAINED", true, "RELEASED")).contains(TRACING);
            assertThat(after("CONFISCATED", true, "CONFISCATED_NOT_FINAL")).contains(FORFEITURE_PENDING);
        }

        @Test
        void what_people_recorded_of_a_court_stays() {
            assertThat(after("FORFEITURE_PENDING", false, "RELEASED")).isEmpty();
        }

        @Test
        void a_pathway_that_stands_there_or_has_ended_stays() {
            assertThat(after("RESTRAINED", true, "RESTRAINED", "IDENTIFIED")).isEmpty();
            assertThat(after("COMPLETED", true, "RESTRAINED")).isEmpty();
            assertThat(after("ABANDONED", true, "RESTRAINED")).isEmpty();
        }
    }
}
