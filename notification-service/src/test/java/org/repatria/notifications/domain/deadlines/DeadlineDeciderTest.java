package org.repatria.notifications.domain.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.testkit.decisions.Given.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.notifications.domain.deadlines.Deadline.Terms;
import org.repatria.notifications.domain.deadlines.Deadline.Watched;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.NoteWarned;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.StopWatching;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.WatchDeadline;
import org.repatria.notifications.domain.deadlines.DeadlineEvent.DeadlineStopped;
import org.repatria.notifications.domain.deadlines.DeadlineEvent.DeadlineWarned;
import org.repatria.notifications.domain.deadlines.DeadlineEvent.DeadlineWatched;
import org.repatria.testkit.decisions.Laws;
import org.repatria.testkit.decisions.Laws.Attempt;

class DeadlineDeciderTest {

    private static final DeadlineDecider DEADLINES = new DeadlineDecider();
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant ORDERED = Instant.parse("2015-03-16T15:00:00Z");

    /** Storyline S1: the 90-day order ends on 2015-06-14; warnings on 05-15, 05-31, 06-07. */
    private static final Terms NINETY_DAYS = terms("2015-06-14");

    private static final DeadlineWatched WATCHED = new DeadlineWatched(NINETY_DAYS, ORDERED);

    private static Terms terms(String dueOn) {
        return new Terms(
                "deadline-1",
                "AL-03",
                "asset",
                "asset-1",
                "order-1",
                Optional.empty(),
                Optional.empty(),
                Set.of("XH"),
                LocalDate.parse(dueOn),
                NEW_YORK,
                List.of(30, 14, 7, 3, 1));
    }

    private static Occasion on(Instant at) {
        return Occasion.of(Actor.system("deadline-clock"), at);
    }

    private static Instant morningOf(String day) {
        return LocalDate.parse(day).atStartOfDay(NEW_YORK).toInstant();
    }

    @Nested
    class Warning {

        @Test
        void the_first_warning_falls_due_at_the_start_of_the_day_in_the_courts_zone() {
            given(DEADLINES)
                    .when(new WatchDeadline(NINETY_DAYS, ORDERED), on(ORDERED))
                    .then(WATCHED)
                    .thenState(deadline ->
                            assertThat(((Watched) deadline).nextAt()).contains(Instant.parse("2015-05-15T04:00:00Z")));
        }

        @Test
        void a_warning_that_is_due_is_noted_once() {
            var at = morningOf("2015-05-15");
            given(DEADLINES, WATCHED)
                    .when(new NoteWarned(30), on(at))
                    .then(new DeadlineWarned("deadline-1", List.of(30), at));
            given(DEADLINES, WATCHED, new DeadlineWarned("deadline-1", List.of(30), at))
                    .when(new NoteWarned(30), on(at))
                    .thenNothing();
        }

        @Test
        void a_warning_a_moment_too_early_is_refused() {
            given(DEADLINES, WATCHED)
                    .when(new NoteWarned(30), on(morningOf("2015-05-15").minusMillis(1)))
                    .thenRefused(DeadlineReason.WARNING_NOT_DUE);
        }

        @Test
        void a_lead_that_the_terms_do_not_have_is_refused() {
            given(DEADLINES, WATCHED)
                    .when(new NoteWarned(20), on(morningOf("2015-06-14")))
                    .thenRefused(DeadlineReason.WARNING_NOT_DUE);
        }

        @Test
        void a_clock_that_slept_gives_the_nearest_warning_only() {
            var late = morningOf("2015-06-08");
            var watched = (Watched) DEADLINES.fold(List.of(WATCHED));
            assertThat(watched.dueAt(late)).contains(7);
            given(DEADLINES, WATCHED)
                    .when(new NoteWarned(7), on(late))
                    .then(new DeadlineWarned("deadline-1", List.of(7, 14, 30), late))
                    .thenState(deadline ->
                            assertThat(((Watched) deadline).nextAt()).contains(morningOf("2015-06-11")));
        }

        @Test
        void one_that_matters_again_warns_again_on_occasions_of_its_own() {
            var stopped = new DeadlineStopped("deadline-1", "asset.merger-changed.v1", ORDERED);
            var first = (Watched) DEADLINES.fold(List.of(WATCHED));
            var again = (Watched) DEADLINES.fold(List.of(WATCHED, stopped, WATCHED));
            var third = (Watched) DEADLINES.fold(List.of(WATCHED, stopped, WATCHED, WATCHED, stopped, WATCHED));
            assertThat(first.occasion(14)).isEqualTo("deadline-1/2015-06-14/T-14");
            assertThat(again.occasion(14)).isEqualTo("deadline-1/2015-06-14/T-14/again-1");
            assertThat(third.occasion(14)).isEqualTo("deadline-1/2015-06-14/T-14/again-2");
            assertThat(again.dueAt(morningOf("2015-06-08"))).contains(7);
        }

        @Test
        void nothing_is_due_when_all_warnings_were_given() {
            var end = morningOf("2015-06-13");
            given(DEADLINES, WATCHED).when(new NoteWarned(1), on(end)).thenState(deadline -> {
                assertThat(((Watched) deadline).nextAt()).isEmpty();
                assertThat(((Watched) deadline).dueAt(end)).isEmpty();
            });
        }
    }

    @Nested
    class Moving {

        @Test
        void new_terms_count_their_warnings_anew() {
            var at = morningOf("2015-05-15");
            var moved = new DeadlineWatched(terms("2015-09-12"), at);
            given(DEADLINES, WATCHED, new DeadlineWarned("deadline-1", List.of(30), at))
                    .when(new WatchDeadline(terms("2015-09-12"), at), on(at))
                    .then(moved)
                    .thenState(deadline ->
                            assertThat(((Watched) deadline).warned()).isEmpty());
        }

        @Test
        void the_same_terms_again_change_nothing() {
            given(DEADLINES, WATCHED)
                    .when(new WatchDeadline(NINETY_DAYS, ORDERED), on(ORDERED))
                    .thenNothing();
        }
    }

    @Nested
    class Stopping {

        private static final DeadlineStopped STOPPED = new DeadlineStopped("deadline-1", "discharged", ORDERED);

        @Test
        void a_watched_deadline_is_stopped_once() {
            given(DEADLINES, WATCHED)
                    .when(new StopWatching("discharged", ORDERED), on(ORDERED))
                    .then(STOPPED);
            given(DEADLINES, WATCHED, STOPPED)
                    .when(new StopWatching("discharged", ORDERED), on(ORDERED))
                    .thenNothing();
        }

        @Test
        void an_unwatched_one_needs_no_stopping() {
            given(DEADLINES)
                    .when(new StopWatching("discharged", ORDERED), on(ORDERED))
                    .thenNothing();
        }

        @Test
        void a_stopped_deadline_never_warns() {
            given(DEADLINES, WATCHED, STOPPED)
                    .when(new NoteWarned(30), on(morningOf("2015-05-15")))
                    .thenRefused(DeadlineReason.DEADLINE_NOT_WATCHED);
        }
    }

    @Nested
    class Counting {

        @Test
        void whatever_is_asked_in_whatever_order_each_lead_is_warned_of_at_most_once() {
            List<Attempt<DeadlineCommand>> everything = List.of(
                    new Attempt<>(new WatchDeadline(NINETY_DAYS, ORDERED), on(ORDERED)),
                    new Attempt<>(new NoteWarned(30), on(morningOf("2015-05-15"))),
                    new Attempt<>(new NoteWarned(14), on(morningOf("2015-05-31"))),
                    new Attempt<>(new NoteWarned(7), on(morningOf("2015-06-07"))),
                    new Attempt<>(new NoteWarned(3), on(morningOf("2015-06-11"))),
                    new Attempt<>(new NoteWarned(1), on(morningOf("2015-06-13"))),
                    new Attempt<>(new StopWatching("discharged", ORDERED), on(ORDERED)));
            var reached = Laws.explore(DEADLINES, everything, 7, step -> {
                if (step.after() instanceof Watched watched) {
                    assertThat(watched.warned()).doesNotHaveDuplicates();
                }
            });
            assertThat(reached).hasAtLeastOneElementOfType(Deadline.Stopped.class);
        }
    }
}
