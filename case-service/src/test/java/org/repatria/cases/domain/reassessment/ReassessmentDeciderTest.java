package org.repatria.cases.domain.reassessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.AdvanceRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.BeginRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.EndRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.SettleLaw;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.TakeRoundOver;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.WalkAgain;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;

final class ReassessmentDeciderTest {

    private static final Instant NOON = Instant.parse("2020-07-29T12:00:00Z");
    private static final KnownLaw BEFORE = new KnownLaw(NOON.minusSeconds(3600), "e");
    private static final KnownLaw AMENDED = new KnownLaw(NOON, "e+1");
    private static final String ONE = "instance-1";
    private static final String OTHER = "instance-2";
    private static final BeginRound BEGIN = new BeginRound(AMENDED, List.of("XR-XE"), ONE);

    private final ReassessmentDecider decider = new ReassessmentDecider();
    private Reassessment state = Reassessment.none();

    private Decision<ReassessmentEvent> decided(ReassessmentCommand command, Instant at) {
        return decider.answer(command, state, Occasion.of(Actor.system("reassessment"), at));
    }

    private ReassessmentDeciderTest does(ReassessmentCommand command) {
        return does(command, NOON);
    }

    private ReassessmentDeciderTest does(ReassessmentCommand command, Instant at) {
        state = switch (decided(command, at)) {
            case Decision.Accepted<ReassessmentEvent>(var events) -> decider.foldFrom(state, events);
            case Decision.Refused<ReassessmentEvent>(var refusal) -> throw new AssertionError("refused: " + refusal);
        };
        return this;
    }

    private Optional<Reason> refusal(ReassessmentCommand command) {
        return refusal(command, NOON);
    }

    private Optional<Reason> refusal(ReassessmentCommand command, Instant at) {
        return decided(command, at) instanceof Decision.Refused<ReassessmentEvent>(var refusal)
                ? Optional.of(refusal.reason())
                : Optional.empty();
    }

    @Nested
    class Settling {

        @Test
        void the_first_look_takes_the_law_as_it_is() {
            assertThat(does(new SettleLaw(BEFORE)).state.settled()).contains(BEFORE);
        }

        @Test
        void the_same_law_on_the_same_day_is_no_event() {
            does(new SettleLaw(BEFORE));
            assertThat(decided(new SettleLaw(new KnownLaw(NOON, "e")), NOON)).isEqualTo(Decision.nothingToDo());
        }

        @Test
        void another_day_is_another_law_since_it_may_bring_known_changes_about() {
            assertThat(BEFORE.isTheSameAs(new KnownLaw(NOON.plusSeconds(43_200), "e")))
                    .isFalse();
        }

        @Test
        void a_walk_is_not_settled_over() {
            does(BEGIN);
            assertThat(refusal(new SettleLaw(AMENDED))).contains(ReassessmentReason.ROUND_UNDER_WAY);
        }
    }

    @Nested
    class Walking {

        @Test
        void only_the_last_page_brings_the_cases_in_line() {
            does(new SettleLaw(BEFORE)).does(BEGIN).does(new AdvanceRound(ONE, "case-200", 200, 7));
            assertThat(state.settled()).contains(BEFORE);

            does(new EndRound(ONE, 20, 1));

            assertThat(state).isEqualTo(new Reassessment(Optional.of(AMENDED), Optional.empty()));
        }

        @Test
        void it_goes_on_where_the_page_before_ended() {
            does(BEGIN).does(new AdvanceRound(ONE, "case-200", 200, 7));
            does(new AdvanceRound(ONE, "case-400", 200, 0));
            assertThat(state.round()).hasValueSatisfying(round -> {
                assertThat(round.after()).contains("case-400");
                assertThat(round.looked()).isEqualTo(400);
                assertThat(round.changed()).isEqualTo(7);
            });
        }

        @Test
        void it_begins_anew_where_the_view_no_longer_knows_the_place() {
            does(BEGIN).does(new AdvanceRound(ONE, "case-200", 200, 7)).does(new WalkAgain(ONE));
            assertThat(state.round())
                    .hasValueSatisfying(round -> assertThat(round.after()).isEmpty());
        }

        @Test
        void nobody_else_goes_on_or_begins_another() {
            does(BEGIN);
            assertThat(refusal(new AdvanceRound(OTHER, "case-200", 200, 7)))
                    .contains(ReassessmentReason.ROUND_OF_ANOTHER);
            assertThat(refusal(new EndRound(OTHER, 200, 7))).contains(ReassessmentReason.ROUND_OF_ANOTHER);
            assertThat(refusal(new BeginRound(AMENDED, List.of(), OTHER))).contains(ReassessmentReason.ROUND_UNDER_WAY);
        }

        @Test
        void without_a_round_there_is_nothing_to_go_on_with() {
            assertThat(refusal(new EndRound(ONE, 0, 0))).contains(ReassessmentReason.NO_ROUND);
            assertThat(refusal(new TakeRoundOver(ONE))).contains(ReassessmentReason.NO_ROUND);
        }
    }

    @Nested
    class TakingOver {

        @Test
        void a_walk_that_goes_on_is_left_to_its_instance() {
            does(BEGIN);
            assertThat(refusal(new TakeRoundOver(OTHER), NOON.plus(Reassessment.SILENCE_MAX)))
                    .contains(ReassessmentReason.ROUND_OF_ANOTHER);
        }

        @Test
        void a_walk_that_fell_silent_goes_on_from_where_it_was() {
            does(BEGIN).does(new AdvanceRound(ONE, "case-200", 200, 7));
            does(new TakeRoundOver(OTHER), NOON.plus(Reassessment.SILENCE_MAX).plusMillis(1));
            assertThat(state.round()).hasValueSatisfying(round -> {
                assertThat(round.by()).isEqualTo(OTHER);
                assertThat(round.after()).contains("case-200");
            });
        }

        @Test
        void a_clock_that_was_set_back_keeps_nobody_from_going_on() {
            does(BEGIN).does(new TakeRoundOver(OTHER), NOON.minusSeconds(86_400));
            assertThat(state.round())
                    .hasValueSatisfying(round -> assertThat(round.by()).isEqualTo(OTHER));
        }
    }
}
