package org.repatria.cases.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.lifecycle.Lives.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.lifecycle.LaterCharge.Outcome;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.DecideLaterCharge;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.ExpireProposals;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MakeMove;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenCourse;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.RecordLaterCharge;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.RefuseProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.WithdrawProposal;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.CourseOpened;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalExpired;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalOvertaken;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalRefused;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalWithdrawn;
import org.repatria.clocks.Happened;

/** What the interpreter does beyond single rows. */
final class LifecycleDeciderTest {

    private static final String LONG_AGO = "2018-10-13";
    private static final Around HOST_LAWYER = as(actor("edda.legal", "HS", "LO"));
    private static final Around HOST_SUPERVISOR = as(actor("enno.supervisor", "HS", "SU"));
    private static final Around RUVANIAN_LAWYER = as(actor("rita.legal", "RS", "LO"));

    private static OpenCourse opening(String id, String kind) {
        return new OpenCourse(id, kind, "a course", YESTERDAY, "", Map.of("colour", "RED", "about", "X"), List.of());
    }

    @Nested
    final class Opening {

        @Test
        void a_course_begins_in_the_first_state_of_its_table() {
            var decision = LifecycleDecider.decide(opening("p1", "extradition"), Courses.none(), HOST_LAWYER);

            assertThat(after(Courses.none(), decision)
                            .course("p1")
                            .orElseThrow()
                            .state())
                    .isEqualTo("ASSESSMENT");
        }

        @Test
        void a_pathway_outside_the_agreed_strategy_is_not_opened() {
            assertThat(codes(LifecycleDecider.decide(
                            opening("p1", "removal"), Courses.none(), HOST_LAWYER.failing(Guard.IN_AGREED_STRATEGY))))
                    .containsExactly("IN_AGREED_STRATEGY");
        }

        @Test
        void the_requesting_state_opens_no_removal() {
            assertThat(codes(LifecycleDecider.decide(opening("p1", "removal"), Courses.none(), RUVANIAN_LAWYER)))
                    .containsExactly("WRONG_ROLE");
        }

        @Test
        void a_notice_says_its_colour() {
            var colourless =
                    new OpenCourse("n1", "notice", "a notice", YESTERDAY, "", Map.of("colour", "PINK"), List.of());

            assertThat(codes(LifecycleDecider.decide(colourless, Courses.none(), RUVANIAN_LAWYER)))
                    .containsExactly("PARTICULAR_INVALID");
        }

        @Test
        void a_kind_that_is_none_an_id_in_use_and_a_case_are_refused() {
            var one = after(
                    Courses.none(), LifecycleDecider.decide(opening("p1", "extradition"), Courses.none(), HOST_LAWYER));

            assertThat(refusal(LifecycleDecider.decide(opening("p2", "abduction"), one, HOST_LAWYER))
                            .reason())
                    .isEqualTo(CaseReason.KIND_UNKNOWN);
            assertThat(refusal(LifecycleDecider.decide(opening("p1", "extradition"), one, HOST_LAWYER))
                            .reason())
                    .isEqualTo(CaseReason.COURSE_EXISTS);
            assertThat(refusal(LifecycleDecider.decide(opening("p2", "case"), one, HOST_LAWYER))
                            .reason())
                    .isEqualTo(CaseReason.MOVED_BY_ANOTHER_COMMAND);
        }

        @Test
        void a_case_holds_so_many_courses_and_no_more() {
            var full = Courses.none();
            for (var number = 0; number < Courses.COURSES_MAX; number++) {
                full = full.and(Course.unopened("p" + number, "extradition", "a course", NOON));
            }

            assertThat(refusal(LifecycleDecider.decide(opening("one-more", "extradition"), full, HOST_LAWYER))
                            .reason())
                    .isEqualTo(CaseReason.TOO_MANY);
        }
    }

    @Nested
    final class Proposing {

        private static final Transition ACCEPTING = row("case", "SCREENING", "ACCEPTED");

        @Test
        void a_proposal_moves_nothing_and_says_who_may_approve_and_until_when() {
            var state = proposed(ACCEPTING);

            assertThat(state.course(COURSE).orElseThrow()).isEqualTo(courseAt(ACCEPTING));
            var proposal = state.proposal(PROPOSAL).orElseThrow();
            assertThat(proposal.approvedBy()).extracting(Officer::toString).containsExactly("SU", "HD");
            assertThat(state.nextAt()).contains(NOON.plus(OPEN_FOR));
        }

        @Test
        void the_same_move_waits_once() {
            var again = LifecycleDecider.decide(
                    new MakeMove(perfect(ACCEPTING), "proposal-2"), proposed(ACCEPTING), HOST_LAWYER);

            assertThat(refusal(again).reason()).isEqualTo(CaseReason.ALREADY_PROPOSED);
        }

        @Test
        void once_expired_it_may_be_proposed_again() {
            var later = HOST_LAWYER.at(NOON.plus(OPEN_FOR));
            var again =
                    LifecycleDecider.decide(new MakeMove(perfect(ACCEPTING), "proposal-2"), proposed(ACCEPTING), later);

            assertThat(events(again)).first().isInstanceOf(ProposalExpired.class);
            assertThat(after(proposed(ACCEPTING), again).proposals())
                    .extracting(Proposal::id)
                    .containsExactly("proposal-2");
        }

        @Test
        void time_ends_it() {
            var early = HOST_LAWYER.at(NOON.plus(OPEN_FOR).minusMillis(1));

            assertThat(events(LifecycleDecider.decide(new ExpireProposals(), proposed(ACCEPTING), early)))
                    .isEmpty();
            assertThat(events(LifecycleDecider.decide(
                            new ExpireProposals(), proposed(ACCEPTING), HOST_LAWYER.at(NOON.plus(OPEN_FOR)))))
                    .singleElement()
                    .isInstanceOf(ProposalExpired.class);
        }

        @Test
        void who_made_it_takes_it_back_and_nobody_else() {
            var withdrawal = new WithdrawProposal(PROPOSAL, Optional.of("too early"));

            assertThat(events(LifecycleDecider.decide(withdrawal, proposed(ACCEPTING), as(maker(ACCEPTING)))))
                    .singleElement()
                    .isInstanceOf(ProposalWithdrawn.class);
            assertThat(refusal(LifecycleDecider.decide(withdrawal, proposed(ACCEPTING), HOST_LAWYER))
                            .reason())
                    .isEqualTo(CaseReason.NOT_THE_PROPOSER);
        }

        @Test
        void a_second_person_refuses_it_with_reasons() {
            var state = proposed(ACCEPTING);

            assertThat(events(LifecycleDecider.decide(
                            new RefuseProposal(PROPOSAL, Optional.of("SG-06 is thin")), state, HOST_SUPERVISOR)))
                    .singleElement()
                    .isInstanceOf(ProposalRefused.class);
            assertThat(codes(LifecycleDecider.decide(
                            new RefuseProposal(PROPOSAL, Optional.of(" ")), state, HOST_SUPERVISOR)))
                    .containsExactly("REASONS_MISSING");
            assertThat(codes(LifecycleDecider.decide(
                            new RefuseProposal(PROPOSAL, Optional.of("no")), state, HOST_LAWYER)))
                    .containsExactly("WRONG_APPROVER");
            assertThat(codes(LifecycleDecider.decide(
                            new RefuseProposal(PROPOSAL, Optional.of("no")), state, as(maker(ACCEPTING)))))
                    .containsExactly("SAME_PERSON");
        }

        @Test
        void another_move_overtakes_it() {
            var rejecting = row("case", "SCREENING", "NOT_ACCEPTED");
            var two = after(
                    proposed(ACCEPTING),
                    LifecycleDecider.decide(
                            new MakeMove(perfect(rejecting), "proposal-2"), proposed(ACCEPTING), HOST_LAWYER));

            var accepted = approve(two, HOST_SUPERVISOR);

            assertThat(events(accepted)).hasAtLeastOneElementOfType(ProposalOvertaken.class);
            assertThat(after(two, accepted).proposals()).isEmpty();
            assertThat(refusal(approve(after(two, accepted), HOST_SUPERVISOR)).reason())
                    .isEqualTo(CaseReason.PROPOSAL_NOT_OPEN);
        }

        @Test
        void whoever_is_lawyer_and_supervisor_proposes_as_lawyer() {
            var both = as(actor("both", "HS", "LO", "SU"));
            var row = row("case", "RESOLVED", "CLOSED");
            var state = after(holding(courseAt(row)), make(row, perfect(row), both));

            assertThat(events(approve(state, HOST_SUPERVISOR))).hasAtLeastOneElementOfType(Moved.class);
        }
    }

    @Nested
    final class Extraditing {

        @Test
        void the_moment_of_an_arrest_counts_at_its_place() {
            var arrest = row("extradition", "PA_REQUESTED", "PROVISIONALLY_ARRESTED");
            var nextDayInVienna = new Happened.At(Instant.parse("2019-03-04T11:00:00Z"), ZoneId.of("Europe/Vienna"));

            assertThat(events(make(arrest, on(perfect(arrest), nextDayInVienna), HOST_LAWYER)))
                    .hasSize(1);
        }

        @Test
        void release_for_time_is_no_bar_to_a_late_request() {
            var late = walked(
                    "extradition",
                    "PA_REQUESTED",
                    "PROVISIONALLY_ARRESTED",
                    "FORMAL_REQUEST_SENT",
                    "RELEASED_TIME_LIMIT");

            assertThat(late.course(COURSE).orElseThrow().hasEnded()).isTrue();
            assertThat(moved(late, row("extradition", "RELEASED_TIME_LIMIT", "RECEIVED"))
                            .course(COURSE)
                            .orElseThrow()
                            .hasEnded())
                    .isFalse();
        }

        @Test
        void nobody_is_released_for_time_who_was_never_arrested() {
            var sent = walked("extradition", "FORMAL_REQUEST_SENT");
            var release = row("extradition", "FORMAL_REQUEST_SENT", "RELEASED_TIME_LIMIT");

            assertThat(codes(LifecycleDecider.decide(new MakeMove(perfectNow(release), PROPOSAL), sent, HOST_LAWYER)))
                    .containsExactly("WAY_CLOSED");
        }

        @Test
        void consent_is_given_before_a_judge_and_skips_the_appeal() {
            var consenting = row("extradition", "JUDICIAL_PHASE", "COMMITTED");
            var hollow = with(perfect(consenting), "basis", "CONSENT");
            var consent = with(hollow, "consentBeforeJudge", "YES");

            assertThat(codes(make(
                            consenting,
                            without(without(hollow, "consentBeforeJudge"), "effectExplained"),
                            HOST_LAWYER)))
                    .containsExactly("PARTICULAR_MISSING", "PARTICULAR_MISSING");
            var committed = after(holding(courseAt(consenting)), make(consenting, consent, HOST_LAWYER));
            var appeal = row("extradition", "COMMITTED", "UNDER_APPEAL");
            assertThat(codes(LifecycleDecider.decide(
                            new MakeMove(perfectNow(appeal), PROPOSAL), committed, HOST_LAWYER)))
                    .containsExactly("WAY_CLOSED");
        }

        @Test
        void a_referral_opens_the_prosecution_where_the_person_lives() {
            var referral = row("extradition", "EXECUTIVE_DECISION", "REFERRED_AUT_DEDERE");

            var events = events(make(referral, perfect(referral), HOST_LAWYER));

            assertThat(events).last().isInstanceOfSatisfying(CourseOpened.class, opened -> {
                assertThat(opened.kind()).isEqualTo("hostProsecution");
                assertThat(opened.state()).isEqualTo("REFERRED");
                assertThat(opened.because()).contains(COURSE);
                assertThat(opened.courseId()).isEqualTo(PROPOSAL);
            });
            assertThat(codes(make(referral, with(perfect(referral), "ground", "RF-M6"), HOST_LAWYER)))
                    .containsExactly("PARTICULAR_INVALID");
        }

        private Move perfectNow(Transition row) {
            return on(perfect(row), new Happened.At(NOON, ZoneId.of("UTC")));
        }
    }

    @Nested
    final class WatchingSpecialty {

        private static final Transition COMPLETING = row("extradition", "SPECIALTY_WATCH", "COMPLETED");
        private static final LocalDate LAID = LocalDate.of(2019, 3, 3);

        private Courses charged() {
            var watch = holding(courseAt(COMPLETING));
            return after(
                    watch,
                    LifecycleDecider.decide(
                            new RecordLaterCharge("charge-1", "a tax count", LAID), watch, RUVANIAN_LAWYER));
        }

        private Courses decided(Courses state, Outcome outcome, Around around) {
            return after(
                    state,
                    LifecycleDecider.decide(new DecideLaterCharge("charge-1", outcome, TODAY, "note"), state, around));
        }

        @Test
        void an_undecided_charge_keeps_the_watch_open() {
            assertThat(codes(LifecycleDecider.decide(
                            new MakeMove(perfect(COMPLETING), PROPOSAL), charged(), RUVANIAN_LAWYER)))
                    .containsExactly("LATER_CHARGE_OPEN");
        }

        @Test
        void refused_and_dropped_it_is_over() {
            var refused = decided(charged(), Outcome.CONSENT_REFUSED, HOST_LAWYER);
            var dropped = decided(refused, Outcome.DROPPED, RUVANIAN_LAWYER);

            assertThat(events(LifecycleDecider.decide(
                            new MakeMove(perfect(COMPLETING), PROPOSAL), dropped, RUVANIAN_LAWYER)))
                    .hasSize(1);
            assertThat(refusal(LifecycleDecider.decide(
                                    new DecideLaterCharge("charge-1", Outcome.CONSENTED, TODAY, "note"),
                                    dropped,
                                    HOST_LAWYER))
                            .reason())
                    .isEqualTo(CaseReason.CHARGE_DECIDED);
        }

        @Test
        void only_the_host_state_consents_and_on_paper() {
            assertThat(codes(LifecycleDecider.decide(
                            new DecideLaterCharge("charge-1", Outcome.CONSENTED, LAID.minusDays(1), " "),
                            charged(),
                            RUVANIAN_LAWYER)))
                    .contains("WRONG_ROLE", "DOCUMENT_MISSING", "HAPPENED_BEFORE_LAST_STEP");
        }

        @Test
        void before_surrender_there_is_no_later_charge() {
            var early = walked("extradition", "FORMAL_REQUEST_SENT");

            assertThat(refusal(LifecycleDecider.decide(
                                    new RecordLaterCharge("charge-1", "a tax count", LAID), early, RUVANIAN_LAWYER))
                            .reason())
                    .isEqualTo(CaseReason.NOT_IN_SPECIALTY_WATCH);
        }
    }

    @Nested
    final class ReturningVoluntarily {

        private static final List<String> BEFORE_DEPARTURE = List.of(
                "CONTACT_PROPOSED",
                "CONTACT_AUTHORISED",
                "CONTACTED",
                "INTERESTED",
                "COUNSELLED",
                "TERMS_RECORDED",
                "CONSENT_SIGNED",
                "COOLING_OFF",
                "VOLUNTARINESS_CERTIFIED",
                "TRAVEL_ARRANGED");

        @Test
        void at_any_time_before_departure_no_is_enough() {
            for (var state : BEFORE_DEPARTURE) {
                var lifecycle = Lifecycles.of("voluntaryReturn");
                var no = lifecycle.row(state, "CONSENT_WITHDRAWN").or(() -> lifecycle.row(state, "DECLINED"));
                assertThat(no).as(state).hasValueSatisfying(row -> {
                    assertThat(row.requires().gates()).isEmpty();
                    assertThat(row.requires().guards()).isEmpty();
                    assertThat(row.isProposed()).isFalse();
                });
            }
        }

        @Test
        void raised_coercion_stops_every_step_but_an_end() {
            var step = row("voluntaryReturn", "VOLUNTARINESS_CERTIFIED", "TRAVEL_ARRANGED");
            var raised = after(
                    holding(courseAt(step)),
                    LifecycleDecider.decide(
                            new MakeMove(
                                    perfect(row("voluntaryReturn", "VOLUNTARINESS_CERTIFIED", "ABORTED_COERCION")),
                                    PROPOSAL),
                            holding(courseAt(step)),
                            as(actor("ana", "RS", "AN"))));

            assertThat(codes(LifecycleDecider.decide(
                            new MakeMove(perfect(step), "proposal-2"), raised, as(actor("carl", "HS", "CO")))))
                    .containsExactly("COERCION_RAISED");
            var withdrawn = row("voluntaryReturn", "VOLUNTARINESS_CERTIFIED", "CONSENT_WITHDRAWN");
            assertThat(events(LifecycleDecider.decide(
                            new MakeMove(perfect(withdrawn), "proposal-2"), raised, as(actor("carl", "HS", "CO")))))
                    .hasAtLeastOneElementOfType(Moved.class);
        }

        @Test
        void a_supervisor_of_the_host_state_decides_on_coercion_whoever_raised_it() {
            var abort = row("voluntaryReturn", "COOLING_OFF", "ABORTED_COERCION");
            for (var role : List.of("AN", "CO", "LO", "AM", "SU", "HD", "LI", "DPO", "AU")) {
                var raised =
                        after(holding(courseAt(abort)), make(abort, perfect(abort), as(actor("somebody", "RS", role))));
                assertThat(events(approve(raised, HOST_SUPERVISOR))).as(role).hasAtLeastOneElementOfType(Moved.class);
            }
        }
    }

    @Nested
    final class TurningAside {

        @Test
        void a_challenged_case_goes_back_to_where_it_was_and_nowhere_else() {
            var challenge = row("case", "ACTIVE", "UNDER_CHALLENGE");
            var active = holding(courseAt(challenge));
            var challenged = after(active, make(challenge, perfect(challenge), HOST_LAWYER));
            var back = row("case", "UNDER_CHALLENGE", "ACTIVE");
            var elsewhere = row("case", "UNDER_CHALLENGE", "ACCEPTED");

            assertThat(codes(LifecycleDecider.decide(
                            new MakeMove(perfect(elsewhere), PROPOSAL), challenged, HOST_LAWYER)))
                    .containsExactly("WAY_CLOSED");
            assertThat(after(
                                    challenged,
                                    LifecycleDecider.decide(
                                            new MakeMove(perfect(back), PROPOSAL), challenged, HOST_LAWYER))
                            .course(COURSE)
                            .orElseThrow()
                            .state())
                    .isEqualTo("ACTIVE");
        }

        @Test
        void a_challenge_during_a_hold_leaves_the_hold_where_it_was() {
            var held = courseAt(row("case", "ACTIVE", "ON_HOLD"));
            var at = Happened.on(TODAY);
            for (var way : List.of(
                    List.of("ACTIVE", "ON_HOLD"),
                    List.of("ON_HOLD", "UNDER_CHALLENGE"),
                    List.of("UNDER_CHALLENGE", "ON_HOLD"))) {
                held = held.moved(
                        new Step(way.getFirst(), way.getLast(), at, NOON, "somebody", Optional.empty(), List.of()),
                        Map.of());
            }

            assertThat(held.turnedAsideFrom()).contains("ACTIVE");
        }
    }

    @Nested
    final class Showing {

        @Test
        void the_ways_of_a_course_say_what_is_missing_for_this_officer() {
            var course = courseAt(row("extradition", "SURRENDER_ORDERED", "SURRENDERED"));

            var ways = LifecycleDecider.ways(course, HOST_LAWYER.failing(Guard.NO_STAY_IN_FORCE));

            assertThat(ways)
                    .extracting(way -> way.row().to())
                    .containsExactly("SURRENDERED", "DISCHARGED", "WITHDRAWN");
            assertThat(ways.getFirst().missing()).extracting(o -> o.code()).containsExactly("NO_STAY_IN_FORCE");
            assertThat(ways.get(1).missing()).isEmpty();
            assertThat(ways.get(2).missing()).extracting(o -> o.code()).containsExactly("WRONG_ROLE");
        }

        @Test
        void ways_that_are_closed_to_a_course_are_not_shown() {
            var course = courseAt(row("case", "UNDER_CHALLENGE", "ACTIVE"));

            assertThat(LifecycleDecider.ways(course, HOST_LAWYER))
                    .extracting(way -> way.row().to())
                    .containsExactly("ACTIVE", "RESOLVED");
        }
    }

    @Nested
    final class TellingTime {

        @Test
        void a_day_that_has_begun_somewhere_is_no_future() {
            var row = row("extradition", "SUPPLEMENT_REQUESTED", "RECEIVED");
            var newYear = RUVANIAN_LAWYER.at(Instant.parse("2019-12-31T11:00:00Z"));

            assertThat(events(make(row, on(perfect(row), Happened.on(LocalDate.of(2020, 1, 1))), newYear)))
                    .hasSize(1);
            assertThat(codes(make(row, on(perfect(row), Happened.on(LocalDate.of(2020, 1, 2))), newYear)))
                    .containsExactly("HAPPENED_IN_FUTURE");
        }

        @Test
        void a_move_may_be_recorded_years_later_but_never_before_the_step_before_it() {
            var row = row("extradition", "SUPPLEMENT_REQUESTED", "RECEIVED");
            var muchLater = RUVANIAN_LAWYER.at(NOON.plus(Duration.ofDays(900)));

            assertThat(events(make(row, perfect(row), muchLater))).hasSize(1);
            assertThat(codes(make(row, on(perfect(row), Happened.on(LocalDate.parse(LONG_AGO))), muchLater)))
                    .containsExactly("HAPPENED_BEFORE_LAST_STEP");
        }
    }
}
