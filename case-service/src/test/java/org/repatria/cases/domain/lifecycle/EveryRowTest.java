package org.repatria.cases.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.lifecycle.Lives.*;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MakeMove;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.MoveProposed;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.clocks.Happened;
import org.repatria.decider.Actor;

/** Every row of every table, walked and refused in every way there is. */
final class EveryRowTest {

    @Nested
    final class Moving {

        @Test
        void a_perfect_move_moves_or_waits_for_the_second_person() {
            rowsOfMoves().forEach(row -> {
                var events = events(make(row, perfect(row), as(maker(row))));
                if (row.isProposed()) {
                    assertThat(events).as(row.name()).singleElement().isInstanceOf(MoveProposed.class);
                } else {
                    assertThat(events).as(row.name()).first().isInstanceOf(Moved.class);
                    assertThat(after(holding(courseAt(row)), make(row, perfect(row), as(maker(row))))
                                    .course(COURSE)
                                    .orElseThrow()
                                    .state())
                            .isEqualTo(row.to());
                }
            });
        }

        @Test
        void every_officer_of_a_row_may() {
            rowsOfMoves()
                    .forEach(row -> row.who()
                            .by()
                            .forEach(officer -> assertThat(events(make(row, perfect(row), as(actor("maker", officer)))))
                                    .as(row.name() + " by " + officer)
                                    .isNotEmpty()));
        }

        @Test
        void a_move_that_no_row_names_is_refused() {
            for (var lifecycle : Lifecycles.all()) {
                for (var from : lifecycle.states()) {
                    for (var to : lifecycle.states()) {
                        if (lifecycle.row(from, to).isEmpty()) {
                            var course = Course.unopened(COURSE, lifecycle.kind(), "a course", NOON)
                                    .moved(
                                            new Step(
                                                    Transition.START,
                                                    from,
                                                    YESTERDAY,
                                                    NOON,
                                                    "somebody",
                                                    Optional.empty(),
                                                    List.of()),
                                            Map.of());
                            var move = new Move(COURSE, to, THIS_MORNING, "reasons", Map.of(), List.of());
                            var refusal = refusal(LifecycleDecider.decide(
                                    new MakeMove(move, PROPOSAL), holding(course), as(actor("any", "HS", "LO", "SU"))));
                            assertThat(refusal.reason())
                                    .as(lifecycle.kind() + " " + from + " -> " + to)
                                    .isEqualTo(
                                            lifecycle.isTerminal(from)
                                                    ? CaseReason.COURSE_ENDED
                                                    : CaseReason.NO_SUCH_MOVE);
                            assertThat(refusal.obstacles().getFirst().source()).isPresent();
                        }
                    }
                }
            }
        }

        @Test
        void a_move_of_another_command_is_refused_with_its_name() {
            Lifecycles.all().stream()
                    .flatMap(lifecycle -> lifecycle.rows().stream())
                    .filter(row -> row.through().isPresent() && !row.from().equals(Transition.START))
                    .forEach(row -> assertThat(refusal(make(row, perfect(row), as(maker(row))))
                                    .reason())
                            .isEqualTo(CaseReason.MOVED_BY_ANOTHER_COMMAND));
        }
    }

    @Nested
    final class Refusing {

        @Test
        void everybody_else_is_refused_by_role_or_side() {
            rowsOfMoves()
                    .forEach(row -> everybodyBut(row.who().by()).forEach(other -> {
                        var decision = make(row, perfect(row), as(other));
                        assertThat(codes(decision))
                                .as(row.name() + " by " + other)
                                .containsExactly("WRONG_ROLE");
                        assertThat(refusal(decision).reason()).isEqualTo(CaseReason.NOT_THE_OFFICER);
                    }));
        }

        @Test
        void each_particular_is_asked_for() {
            rowsOfMoves()
                    .forEach(row -> row.requires().needs().stream()
                            .filter(need -> need.isWantedWith(perfect(row).particulars())
                                    || need.onlyIf().isEmpty())
                            .forEach(need -> {
                                var move = without(perfect(row), need.name());
                                if (need.isWantedWith(courseAt(row).particulars())
                                        || need.isWantedWith(move.particulars())) {
                                    assertThat(refusal(make(row, move, as(maker(row))))
                                                    .obstacles())
                                            .as(row.name() + " without " + need.name())
                                            .anySatisfy(obstacle -> {
                                                assertThat(obstacle.code()).isEqualTo("PARTICULAR_MISSING");
                                                assertThat(obstacle.about()).isEqualTo(need.name());
                                                assertThat(obstacle.source()).contains(row.source());
                                            });
                                }
                            }));
        }

        @Test
        void unknown_is_no_yes_no_word_and_no_day() {
            rowsOfMoves()
                    .forEach(row -> row.requires().needs().stream()
                            .filter(need -> need.form() != Particular.Form.TEXT)
                            .filter(need -> need.onlyIf().isEmpty())
                            .forEach(need -> assertThat(codes(
                                            make(row, with(perfect(row), need.name(), "UNKNOWN"), as(maker(row)))))
                                    .as(row.name() + " " + need.name())
                                    .contains("PARTICULAR_INVALID")));
        }

        @Test
        void documents_reasons_and_moments_are_asked_for() {
            rowsOfMoves().forEach(row -> {
                if (!row.requires().documents().isEmpty()) {
                    assertThat(codes(make(row, undocumented(perfect(row)), as(maker(row)))))
                            .containsExactly("DOCUMENT_MISSING");
                }
                if (row.requires().reasoned()) {
                    assertThat(codes(make(row, unreasoned(perfect(row)), as(maker(row)))))
                            .containsExactly("REASONS_MISSING");
                }
                if (row.requires().exactTime()) {
                    assertThat(codes(make(row, on(perfect(row), Happened.on(TODAY)), as(maker(row)))))
                            .containsExactly("MOMENT_MISSING");
                }
            });
        }

        @Test
        void what_has_not_happened_or_happened_earlier_than_the_last_step_is_refused() {
            rowsOfMoves().forEach(row -> {
                var tomorrow = new Happened.At(NOON.plusSeconds(1), ZoneId.of("UTC"));
                var lastYear = new Happened.At(NOON.minusSeconds(400L * 86_400), ZoneId.of("UTC"));
                assertThat(codes(make(row, on(perfect(row), tomorrow), as(maker(row)))))
                        .as(row.name())
                        .containsExactly("HAPPENED_IN_FUTURE");
                assertThat(codes(make(row, on(perfect(row), lastYear), as(maker(row)))))
                        .as(row.name())
                        .containsExactly("HAPPENED_BEFORE_LAST_STEP");
            });
        }

        @Test
        void each_gate_and_each_guard_stands_in_the_way() {
            rowsOfMoves().forEach(row -> {
                row.requires()
                        .gates()
                        .forEach(gate -> assertThat(codes(
                                        make(row, perfect(row), as(maker(row)).shut(gate))))
                                .as(row.name() + " " + gate)
                                .containsExactly("CHECK_MISSING"));
                row.requires().guards().stream()
                        .filter(guard -> guard != Guard.LATER_CHARGES_DECIDED)
                        .forEach(guard -> assertThat(codes(
                                        make(row, perfect(row), as(maker(row)).failing(guard))))
                                .as(row.name() + " " + guard)
                                .containsExactly(guard.name()));
            });
        }

        @Test
        void a_mark_of_conflict_keeps_everybody_out_but_who_raises_coercion() {
            rowsOfMoves().forEach(row -> {
                var decision = make(row, perfect(row), as(maker(row)).conflicted("maker"));
                if (row.who().eyes() == Transition.Eyes.RAISED) {
                    assertThat(events(decision)).hasSize(1);
                } else {
                    assertThat(codes(decision)).containsExactly("CONFLICT_OF_INTEREST");
                }
            });
        }

        @Test
        void everything_that_is_wrong_is_named_at_once() {
            var row = row("extradition", "SURRENDER_ORDERED", "SURRENDERED");
            var empty = new Move(COURSE, row.to(), YESTERDAY, "", Map.of(), List.of());

            assertThat(codes(make(
                            row,
                            empty,
                            as(actor("ana", "HS", "AN"))
                                    .failing(Guard.NO_STAY_IN_FORCE)
                                    .conflicted("ana"))))
                    .containsExactly(
                            "WRONG_ROLE",
                            "CONFLICT_OF_INTEREST",
                            "NO_STAY_IN_FORCE",
                            "PARTICULAR_MISSING",
                            "PARTICULAR_MISSING",
                            "DOCUMENT_MISSING");
        }
    }

    @Nested
    final class Approving {

        @Test
        void the_second_person_of_a_higher_role_lets_it_happen() {
            proposedRows().forEach(row -> {
                var state = proposed(row);
                assertThat(state.course(COURSE).orElseThrow().state()).isEqualTo(row.from());
                var after = after(state, approve(state, as(approver(row))));
                assertThat(after.course(COURSE).orElseThrow().state()).isEqualTo(row.to());
                assertThat(after.course(COURSE).orElseThrow().steps().getLast().approvedBy())
                        .contains("approver");
                assertThat(after.proposals()).isEmpty();
            });
        }

        @Test
        void who_proposed_it_does_not_approve_it_in_any_role() {
            proposedRows().forEach(row -> {
                var both = new Actor(
                        "maker",
                        Set.of(
                                row.who().by().getFirst().role(),
                                row.who().approvedBy().getLast().role()),
                        maker(row).authority());
                assertThat(codes(approve(proposed(row), as(both)))).containsExactly("SAME_PERSON");
            });
        }

        @Test
        void everybody_else_is_refused() {
            proposedRows()
                    .forEach(row -> everybodyBut(row.who().approvedBy())
                            .forEach(other -> assertThat(codes(approve(proposed(row), as(other))))
                                    .as(row.name() + " by " + other)
                                    .containsExactly("WRONG_APPROVER")));
        }

        @Test
        void an_approver_of_no_higher_role_is_refused() {
            var row = row("case", "RESOLVED", "CLOSED");
            var state = after(holding(courseAt(row)), make(row, perfect(row), as(actor("maker", "HS", "SU"))));

            assertThat(codes(approve(state, as(actor("other", "HS", "SU"))))).containsExactly("APPROVER_NOT_HIGHER");
            assertThat(events(approve(state, as(actor("head", "HS", "HD"))))).isNotEmpty();
        }

        @Test
        void a_gate_or_guard_that_fell_meanwhile_stops_it() {
            proposedRows().forEach(row -> {
                row.requires()
                        .gates()
                        .forEach(gate -> assertThat(codes(
                                        approve(proposed(row), as(approver(row)).shut(gate))))
                                .containsExactly("CHECK_MISSING"));
                row.requires().guards().stream()
                        .filter(guard -> guard != Guard.NOT_ON_CASE_TEAM)
                        .forEach(guard -> assertThat(codes(
                                        approve(proposed(row), as(approver(row)).failing(guard))))
                                .containsExactly(guard.name()));
            });
        }

        @Test
        void the_supervisor_of_the_case_may_sign_what_somebody_from_outside_the_team_found() {
            var row = row("voluntaryReturn", "COOLING_OFF", "VOLUNTARINESS_CERTIFIED");

            assertThat(events(approve(proposed(row), as(approver(row)).failing(Guard.NOT_ON_CASE_TEAM))))
                    .isNotEmpty();
        }

        @Test
        void a_mark_of_conflict_on_either_person_stops_it() {
            proposedRows().forEach(row -> {
                assertThat(codes(approve(proposed(row), as(approver(row)).conflicted("approver"))))
                        .containsExactly("CONFLICT_OF_INTEREST");
                if (row.who().eyes() == Transition.Eyes.TWO) {
                    assertThat(codes(approve(proposed(row), as(approver(row)).conflicted("maker"))))
                            .containsExactly("PROPOSER_IN_CONFLICT");
                }
            });
        }

        @Test
        void it_is_too_late_when_the_proposal_has_expired() {
            proposedRows()
                    .forEach(row -> assertThat(codes(
                                    approve(proposed(row), as(approver(row)).at(NOON.plus(OPEN_FOR)))))
                            .containsExactly("PROPOSAL_EXPIRED"));
        }

        private static List<Transition> proposedRows() {
            return rowsOfMoves().filter(Transition::isProposed).toList();
        }
    }
}
