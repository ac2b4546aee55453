package org.repatria.cases.domain.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.RUVANIAS;
import static org.repatria.cases.domain.lists.ListReason.*;
import static org.repatria.cases.domain.lists.Lists.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.lists.ListCommand.AcknowledgeList;
import org.repatria.cases.domain.lists.ListCommand.ApproveRowDecision;
import org.repatria.cases.domain.lists.ListCommand.PassTime;
import org.repatria.cases.domain.lists.ListCommand.ProposeRowDecision;
import org.repatria.cases.domain.lists.ListCommand.ReceiveList;
import org.repatria.cases.domain.lists.ListCommand.RecordScreenedRows;
import org.repatria.cases.domain.lists.ListCommand.SettleRow;
import org.repatria.cases.domain.lists.ListCommand.UnderPolicy;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent.ClockStarted;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.policy.AccessReason;
import org.repatria.policy.Act;
import org.repatria.testkit.decisions.Given;
import org.repatria.testkit.decisions.Laws;

final class ListDeciderTest {

    private static final Occasion AT_NOON = at(NOON);
    private static final Occasion A_WEEK_ON = at(A_WEEK_LATER);
    private static final ReceiveList RECEIVE = new ReceiveList(RUVANIAS, DESCRIPTION, FIVE_ROWS);
    private static final ReceiveList RECEIVE_OTHER =
            new ReceiveList(RUVANIAS, DESCRIPTION, new ListContent("d2", ListFormat.CSV, 5));

    private static Given<ListCommand, CaseList, ListEvent> given(ListEvent... events) {
        return Given.given(new ListDecider(_ -> RULES), events);
    }

    @Nested
    class Receiving {
        @Test
        void a_new_list_is_taken_in() {
            given().when(RECEIVE, AT_NOON).then(RECEIVED, CLOCK_STARTED);
        }

        @Test
        void the_same_list_again_is_no_event() {
            given(RECEIVED, FIRST_THREE, LAST_TWO, HANDED_OVER)
                    .when(RECEIVE, AT_NOON)
                    .thenNothing();
        }

        @Test
        void other_content_under_the_same_reference_is_refused() {
            given(RECEIVED).when(RECEIVE_OTHER, AT_NOON).thenRefused(LIST_REFERENCE_IN_USE);
        }
    }

    @Nested
    class Asking {

        private static Occasion ofAnn(String authority) {
            return Occasion.of(new Actor("ann", Set.of("CO", "SU"), authority), A_WEEK_LATER);
        }

        private static final UnderPolicy ACKNOWLEDGE =
                new UnderPolicy(Act.ACKNOWLEDGE_LIST, new AcknowledgeList(LocalDate.parse("2014-09-11")));
        private static final UnderPolicy APPROVE =
                new UnderPolicy(Act.APPROVE_ROW, new ApproveRowDecision(2, "the register agrees"));

        @Test
        void those_of_the_two_states_act_on_rows_and_to_others_there_is_no_list() {
            var decided = given(RECEIVED, FIRST_THREE, LAST_TWO, HANDED_OVER, RELEASE_PROPOSED);

            decided.when(APPROVE, ofAnn("XH-CA"))
                    .thenState(state -> assertThat(((CaseList.Received) state)
                                    .decision(2)
                                    .orElseThrow()
                                    .isApproved())
                            .isTrue());
            decided.when(APPROVE, ofAnn("XK-CA")).thenRefused(LIST_NOT_FOUND);
        }

        @Test
        void the_state_that_was_asked_acknowledges_and_nobody_for_it() {
            var here = given(RECEIVED, CLOCK_STARTED);

            here.when(ACKNOWLEDGE, ofAnn("XH-CA"))
                    .thenState(state -> assertThat(((CaseList.Receiving) state).acknowledgedOn())
                            .isPresent());
            here.when(ACKNOWLEDGE, ofAnn("XR-PG")).thenRefused(AccessReason.FORBIDDEN);
            here.when(ACKNOWLEDGE, ofAnn("XK-CA")).thenRefused(LIST_NOT_FOUND);
        }

        @Test
        void an_unknown_list_is_there_for_nobody() {
            given().when(ACKNOWLEDGE, ofAnn("XH-CA")).thenRefused(LIST_NOT_FOUND);
        }
    }

    @Nested
    class DecidingOnHeldRows {

        private static final Occasion BY_CARL = by("carl.officer");
        private static final Occasion BY_SARA = by("sara.supervisor");
        private static final ProposeRowDecision PROPOSE = new ProposeRowDecision(
                2, List.of(HoldReason.REPORTED_DECEASED), RowDecision.Verdict.RELEASE, "seen alive on 2 September");

        private static Occasion by(String officer) {
            return Occasion.of(new Actor(officer, Set.of(), "XH-CA"), A_WEEK_LATER);
        }

        private static Given<ListCommand, CaseList, ListEvent> whole(ListEvent... further) {
            return given(Stream.concat(Stream.of(RECEIVED, FIRST_THREE, LAST_TWO, HANDED_OVER), Stream.of(further))
                    .toArray(ListEvent[]::new));
        }

        @Test
        void one_person_proposes() {
            whole().when(PROPOSE, BY_CARL).then(RELEASE_PROPOSED);
        }

        @Test
        void another_agrees() {
            whole(RELEASE_PROPOSED)
                    .when(new ApproveRowDecision(2, "the register agrees"), BY_SARA)
                    .then(RELEASE_APPROVED);
        }

        @Test
        void the_same_person_does_not() {
            whole(RELEASE_PROPOSED)
                    .when(new ApproveRowDecision(2, "yes"), BY_CARL)
                    .thenRefused(LIST_ROW_SAME_PERSON);
        }

        @Test
        void what_nobody_proposed_nobody_agrees_with() {
            whole().when(new ApproveRowDecision(2, "yes"), BY_SARA).thenRefused(LIST_ROW_NOT_PROPOSED);
        }

        @Test
        void nothing_is_carried_out_before_the_second_person() {
            whole(RELEASE_PROPOSED)
                    .when(new SettleRow(2, RELEASED.outcome()), A_WEEK_ON)
                    .thenRefused(LIST_ROW_NOT_PROPOSED);
        }

        @Test
        void the_funnel_follows_and_still_counts_every_row() {
            whole(RELEASE_PROPOSED, RELEASE_APPROVED)
                    .when(new SettleRow(2, RELEASED.outcome()), A_WEEK_ON)
                    .then(RELEASED)
                    .thenState(state -> {
                        var list = (CaseList.Received) state;
                        assertThat(list.funnel().rows()).isEqualTo(5);
                        assertThat(list.funnel().held()).isZero();
                        assertThat(list.funnel().heldBecause()).isEmpty();
                        assertThat(list.decisions()).isEmpty();
                    });
        }

        @Test
        void what_is_done_is_not_done_again() {
            whole(RELEASE_PROPOSED, RELEASE_APPROVED, RELEASED)
                    .when(new SettleRow(2, RELEASED.outcome()), A_WEEK_ON)
                    .thenNothing();
        }

        @Test
        void a_decision_has_reasons() {
            whole().when(new ProposeRowDecision(2, List.of(), RowDecision.Verdict.REJECT, " "), BY_CARL)
                    .thenRefused(LIST_ROW_REASONS_REQUIRED);
        }

        @Test
        void what_is_agreed_is_not_proposed_anew() {
            whole(RELEASE_PROPOSED, RELEASE_APPROVED).when(PROPOSE, BY_CARL).thenRefused(LIST_ROW_DECIDED);
        }

        @Test
        void rows_are_decided_on_when_all_were_looked_at() {
            given(RECEIVED, FIRST_THREE).when(PROPOSE, BY_CARL).thenRefused(LIST_STILL_RECEIVING);
        }
    }

    @Nested
    class Screening {
        @Test
        void a_batch_moves_the_list_on() {
            given(RECEIVED).when(new RecordScreenedRows(1, THREE), AT_NOON).then(FIRST_THREE);
        }

        @Test
        void the_last_batch_hands_the_list_over() {
            given(RECEIVED, FIRST_THREE)
                    .when(new RecordScreenedRows(4, TWO), AT_NOON)
                    .then(LAST_TWO, HANDED_OVER)
                    .thenState(state -> assertThat(
                                    ((CaseList.Received) state).funnel().rows())
                            .isEqualTo(5));
        }

        @Test
        void the_same_batch_again_is_no_event() {
            given(RECEIVED, FIRST_THREE)
                    .when(new RecordScreenedRows(1, THREE), AT_NOON)
                    .thenNothing();
        }

        @Test
        void a_batch_is_not_left_out() {
            given(RECEIVED).when(new RecordScreenedRows(4, TWO), AT_NOON).thenRefused(LIST_ROWS_OUT_OF_ORDER);
        }

        @Test
        void there_are_no_more_rows_than_the_file_has() {
            given(RECEIVED, FIRST_THREE)
                    .when(new RecordScreenedRows(4, THREE), AT_NOON)
                    .thenRefused(LIST_ROWS_TOO_MANY);
        }

        @Test
        void an_unknown_list_has_no_rows() {
            given().when(new RecordScreenedRows(1, THREE), AT_NOON).thenRefused(LIST_NOT_FOUND);
        }
    }

    @Nested
    class Acknowledging {

        private static AcknowledgeList acknowledge(String day) {
            return new AcknowledgeList(LocalDate.parse(day));
        }

        @Test
        void a_list_is_acknowledged_within_ten_business_days_around_a_holiday() {
            var clock = ((ClockStarted) CLOCK_STARTED.event()).clock();
            assertThat(clock.effective().lastDay()).isEqualTo(LocalDate.parse("2014-09-15"));
        }

        @Test
        void an_acknowledgement_in_time_satisfies_its_clock() {
            given(RECEIVED, CLOCK_STARTED, FIRST_THREE, LAST_TWO, HANDED_OVER)
                    .when(acknowledge("2014-09-11"), A_WEEK_ON)
                    .thenState(state -> {
                        var list = (CaseList.Received) state;
                        assertThat(list.acknowledgedOn()).contains(LocalDate.parse("2014-09-11"));
                        assertThat(list.clocks().orElseThrow().clocks())
                                .extracting(Clock::state)
                                .containsExactly(Clock.State.SATISFIED);
                    });
        }

        @Test
        void a_list_may_be_acknowledged_while_its_rows_are_looked_at() {
            given(RECEIVED, CLOCK_STARTED)
                    .when(acknowledge("2014-09-11"), A_WEEK_ON)
                    .thenState(state -> assertThat(((CaseList.Receiving) state).acknowledgedOn())
                            .isPresent());
        }

        @Test
        void the_same_day_again_is_no_event_and_another_is_refused() {
            given(RECEIVED, CLOCK_STARTED, ACKNOWLEDGED)
                    .when(acknowledge("2014-09-11"), A_WEEK_ON)
                    .thenNothing();
            given(RECEIVED, CLOCK_STARTED, ACKNOWLEDGED)
                    .when(acknowledge("2014-09-10"), A_WEEK_ON)
                    .thenRefused(LIST_ALREADY_ACKNOWLEDGED);
        }

        @Test
        void nothing_is_acknowledged_before_it_was_handed_over_or_on_a_day_to_come() {
            given(RECEIVED, CLOCK_STARTED)
                    .when(acknowledge("2014-08-28"), A_WEEK_ON)
                    .thenRefused(LIST_ACKNOWLEDGEMENT_OUT_OF_TIME);
            given(RECEIVED, CLOCK_STARTED)
                    .when(acknowledge("2014-09-13"), A_WEEK_ON)
                    .thenRefused(LIST_ACKNOWLEDGEMENT_OUT_OF_TIME);
        }

        @Test
        void an_unknown_list_is_not_acknowledged() {
            given().when(acknowledge("2014-09-11"), A_WEEK_ON).thenRefused(LIST_NOT_FOUND);
        }

        @Test
        void time_warns_three_days_before_and_says_when_it_is_over() {
            given(RECEIVED, CLOCK_STARTED)
                    .when(new PassTime(), at(Instant.parse("2014-09-16T12:00:00Z")))
                    .thenState(state -> assertThat(((CaseList.Receiving) state)
                                    .clocks()
                                    .orElseThrow()
                                    .clocks())
                            .extracting(Clock::state)
                            .containsExactly(Clock.State.EXPIRED_PRESUMED));
        }
    }

    @Test
    void whatever_comes_in_whatever_order_the_funnel_sums_to_the_rows_looked_at() {
        var commands = Laws.<ListCommand>on(
                AT_NOON,
                List.of(
                        RECEIVE,
                        RECEIVE_OTHER,
                        new RecordScreenedRows(1, THREE),
                        new RecordScreenedRows(1, TWO),
                        new RecordScreenedRows(3, THREE),
                        new RecordScreenedRows(4, TWO),
                        new RecordScreenedRows(4, THREE)));

        Laws.explore(new ListDecider(_ -> RULES), commands, 6, step -> {
            switch (step.after()) {
                case CaseList.Received r ->
                    assertThat(r.funnel().rows()).isEqualTo(r.content().rows());
                case CaseList.Receiving r ->
                    assertThat(r.funnel().rows()).isLessThan(r.content().rows());
                case CaseList.Unknown _ -> {}
            }
        });
    }
}
