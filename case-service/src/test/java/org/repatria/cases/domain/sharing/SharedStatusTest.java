package org.repatria.cases.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.SharedWord.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.lifecycle.Lifecycles;
import org.repatria.cases.domain.sharing.SharedStatus.Way;

final class SharedStatusTest {

    private static final List<String> STAGES = Lifecycles.of("case").states();

    private static final List<String> PATHWAYS =
            List.of("extradition", "removal", "hostProsecution", "voluntaryReturn", "assetRecovery");

    private static final EnumSet<SharedWord> OF_PERSONS = EnumSet.of(
            UNDER_ASSESSMENT,
            INFORMATION_REQUESTED,
            SharedWord.NOT_ACCEPTED,
            STRATEGY_AGREED,
            PROCEEDING,
            SharedWord.NOT_AVAILABLE,
            CONCLUDED);

    private static Stream<Way> ways() {
        return PATHWAYS.stream()
                .flatMap(kind -> Lifecycles.of(kind).states().stream().map(state -> way(kind, state)));
    }

    /** A pathway in a state, as the other state is told of it. */
    private static Way way(String kind, String state) {
        return new Way(kind, Lifecycles.of(kind).toldAtFirst(state));
    }

    private static SharedWord word(String stage, Way... ways) {
        var told = STAGES.contains(stage) ? Lifecycles.of("case").toldAtFirst(stage) : stage;
        return SharedStatus.of(told, Optional.empty(), List.of(ways), Set.of()).person();
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT,UNDER_ASSESSMENT",
        "SCREENING,UNDER_ASSESSMENT",
        "RETURNED_FOR_INFO,INFORMATION_REQUESTED",
        "NOT_ACCEPTED,NOT_ACCEPTED",
        "ACCEPTED,UNDER_ASSESSMENT",
        "STRATEGY_PROPOSED,UNDER_ASSESSMENT",
        "STRATEGY_AGREED,STRATEGY_AGREED",
        "ACTIVE,PROCEEDING",
        "ON_HOLD,NOT_AVAILABLE",
        "UNDER_CHALLENGE,NOT_AVAILABLE",
        "RESOLVED,CONCLUDED",
        "CLOSED,CONCLUDED",
        "ARCHIVED,CONCLUDED",
        "ERASED_STUB,NOT_AVAILABLE",
        "SOMETHING_NEW,NOT_AVAILABLE"
    })
    void a_stage_has_its_word(String stage, SharedWord expected) {
        assertThat(word(stage)).isEqualTo(expected);
    }

    @Test
    void every_stage_with_every_two_pathways_has_a_word_and_that_is_none_of_an_asset() {
        var all = ways().toList();
        for (var stage : STAGES) {
            for (var one : all) {
                for (var other : all) {
                    assertThat(OF_PERSONS).contains(word(stage, one, other));
                }
            }
        }
    }

    @Test
    void a_claim_for_protection_is_told_in_no_stage_beside_any_pathway() {
        for (var stage : STAGES) {
            ways().forEach(way -> assertThat(word(stage, way, way("removal", "RELIEF_PENDING")))
                    .isEqualTo(word(stage, way, way("removal", "IN_HEARING"))));
        }
    }

    @Test
    void protection_is_told_as_what_is_not_available_in_any_stage_beside_any_pathway() {
        for (var stage : STAGES) {
            assertThat(ways().map(way -> word(stage, way, way("removal", "PROTECTION_GRANTED"))))
                    .containsOnly(SharedWord.NOT_AVAILABLE);
        }
    }

    @Test
    void protection_looks_like_ends_that_have_nothing_to_do_with_it() {
        assertThat(word("ACTIVE", way("removal", "PROTECTION_GRANTED")))
                .isEqualTo(word("ACTIVE", way("removal", "NOT_REMOVABLE")))
                .isEqualTo(word("ACTIVE", way("removal", "TERMINATED")))
                .isEqualTo(word("ON_HOLD"));
    }

    @Test
    void a_question_to_the_other_state_is_told() {
        assertThat(word("ACTIVE", way("extradition", "SUPPLEMENT_REQUESTED"))).isEqualTo(INFORMATION_REQUESTED);
    }

    @Test
    void a_wrong_person_was_not_accepted() {
        assertThat(SharedStatus.of("CLOSED", Optional.of("IDENTITY_ERROR"), List.of(), Set.of())
                        .person())
                .isEqualTo(SharedWord.NOT_ACCEPTED);
        assertThat(SharedStatus.of("CLOSED", Optional.of("SURRENDERED"), List.of(), Set.of())
                        .person())
                .isEqualTo(CONCLUDED);
    }

    @Test
    void assets_are_told_by_how_far_they_have_come() {
        assertThat(SharedStatus.of("ACTIVE", Optional.empty(), List.of(), Set.of())
                        .assets())
                .isEmpty();
        assertThat(SharedStatus.of("ACTIVE", Optional.empty(), List.of(), Set.of(AssetMark.RESTRAINED))
                        .assets())
                .contains(ASSETS_RESTRAINED);
        assertThat(SharedStatus.of("ACTIVE", Optional.empty(), List.of(), EnumSet.allOf(AssetMark.class))
                        .assets())
                .contains(ASSETS_RETURNED);
    }
}
