package org.repatria.cases.domain.leaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.cases.domain.casefile.Cases.ANOTHER;
import static org.repatria.cases.domain.casefile.Cases.HOUSE_RULES;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.ORLAS;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;
import static org.repatria.cases.domain.leaning.LeaningGround.ARREST;
import static org.repatria.cases.domain.leaning.LeaningGround.CO_ACCUSED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.leaning.LeaningCommand.EndLeaning;
import org.repatria.cases.domain.leaning.LeaningCommand.LetLean;
import org.repatria.cases.domain.leaning.LeaningEvent.CaseLeans;
import org.repatria.cases.domain.leaning.LeaningEvent.LeaningEnded;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.Courses;
import org.repatria.cases.domain.safeguards.ConflictMark;
import org.repatria.cases.domain.safeguards.ConflictMarks;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;

final class LeaningDeciderTest {

    private static final String NOTICE = "notice-1";
    private static final Actor RITA = new Actor("rita.legal", Set.of("LO"), "XR-CA");
    private static final Signature RITAS = new Signature("rita.legal", "XR-CA", NOON, "arrested together");
    private static final LetLean LET_LEAN = lets(ANOTHER);
    private static final Leaning LEANS = new Leaning(NOTICE, ANOTHER, XR_TO_XH, CO_ACCUSED, RITAS);
    private static final Leanings ONE = new Leanings(List.of(LEANS), List.of());

    private static LetLean lets(CaseId other) {
        return new LetLean(NOTICE, other, XR_TO_XH, CO_ACCUSED, "arrested together");
    }

    private static Decision<LeaningEvent> ask(LeaningCommand command, Leanings state, String noticeIs) {
        return ask(command, state, "notice", noticeIs, ConflictMarks.none());
    }

    private static Decision<LeaningEvent> ask(
            LeaningCommand command, Leanings state, String kind, String courseIs, ConflictMarks conflicts) {
        var course = new Course(NOTICE, kind, "Red notice", courseIs, Map.of(), List.of(), List.of(), NOON);
        return LeaningDecider.decide(
                command,
                state,
                new LeaningSetting(
                        ORLAS,
                        new Courses(List.of(course), List.of()),
                        conflicts,
                        LegalOccasion.of(RITA, NOON, HOUSE_RULES)));
    }

    private static void assertRefused(CaseReason fact, Decision<LeaningEvent> decision) {
        assertThat(((Refused<LeaningEvent>) decision).refusal().reason()).isEqualTo(fact);
    }

    private static List<LeaningEvent> events(Decision<LeaningEvent> decision) {
        return ((Accepted<LeaningEvent>) decision).events();
    }

    @Nested
    class LettingLean {

        @Test
        void another_case_leans_on_a_notice_that_stands() {
            assertThat(events(ask(LET_LEAN, Leanings.none(), "PUBLISHED"))).containsExactly(new CaseLeans(LEANS));
        }

        @Test
        void nothing_begins_to_lean_on_one_that_was_taken_away_or_has_ended() {
            for (var state : List.of("SUSPENDED", "DELETED", "WITHDRAWN", "EXPIRED")) {
                assertRefused(NOTICE_NOT_STANDING, ask(LET_LEAN, Leanings.none(), state));
            }
        }

        @Test
        void only_a_notice_of_the_case_carries_another_case() {
            assertRefused(
                    NOTICE_NOT_FOUND,
                    ask(LET_LEAN, Leanings.none(), "extradition", "ASSESSMENT", ConflictMarks.none()));
        }

        @Test
        void the_own_case_needs_not_lean() {
            assertRefused(LEANING_ON_OWN_NOTICE, ask(lets(ORLAS), Leanings.none(), "PUBLISHED"));
        }

        @Test
        void saying_it_again_changes_nothing_and_saying_it_otherwise_is_refused() {
            assertThat(events(ask(LET_LEAN, ONE, "PUBLISHED"))).isEmpty();
            assertRefused(
                    LEANING_EXISTS, ask(new LetLean(NOTICE, ANOTHER, XR_TO_XH, ARREST, "arrested"), ONE, "PUBLISHED"));
            assertRefused(
                    LEANING_EXISTS,
                    ask(new LetLean(NOTICE, ANOTHER, XR_TO_XH, LET_LEAN.ground(), "other reasons"), ONE, "PUBLISHED"));
        }

        @Test
        void it_has_reasons() {
            assertRefused(
                    REASONS_REQUIRED,
                    ask(new LetLean(NOTICE, ANOTHER, XR_TO_XH, ARREST, " "), Leanings.none(), "PUBLISHED"));
        }

        @Test
        void a_person_with_a_conflict_of_interest_records_none() {
            assertRefused(
                    CONFLICT_OF_INTEREST,
                    ask(
                            LET_LEAN,
                            Leanings.none(),
                            "notice",
                            "PUBLISHED",
                            new ConflictMarks(List.of(new ConflictMark(RITA.id(), RITAS)))));
        }

        @Test
        void no_more_cases_lean_than_one_event_can_name() {
            var full = IntStream.range(0, Leanings.LEANINGS_MAX)
                    .mapToObj(i -> new Leaning(NOTICE, new CaseId("case-f" + i), XR_TO_XH, CO_ACCUSED, RITAS))
                    .toList();

            assertRefused(LEANINGS_FULL, ask(LET_LEAN, new Leanings(full, List.of()), "PUBLISHED"));
        }
    }

    @Nested
    class Ending {

        @Test
        void a_case_leans_no_more_once_somebody_says_why() {
            var ended =
                    events(ask(new EndLeaning(NOTICE, ANOTHER.value(), Optional.of("acquitted")), ONE, "PUBLISHED"));

            assertThat(ended)
                    .containsExactly(new LeaningEnded(LEANS, new Signature("rita.legal", "XR-CA", NOON, "acquitted")));
            assertThat(LeaningDecider.evolve(ONE, ended.getFirst())).isEqualTo(Leanings.none());
        }

        @Test
        void one_that_does_not_lean_has_nothing_to_end() {
            assertRefused(
                    LEANING_NOT_FOUND,
                    ask(new EndLeaning(NOTICE, ANOTHER.value(), Optional.of("?")), Leanings.none(), "PUBLISHED"));
        }
    }
}
