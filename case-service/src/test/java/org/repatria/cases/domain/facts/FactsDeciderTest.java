package org.repatria.cases.domain.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.cases.domain.facts.FactKind.ALLEGATION;
import static org.repatria.cases.domain.facts.FactKind.ASSESSMENT;
import static org.repatria.cases.domain.facts.FactKind.FACT;
import static org.repatria.cases.domain.facts.FactName.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.FactsCommand.RecordFacts;
import org.repatria.cases.domain.facts.FactsCommand.RecordOffence;
import org.repatria.cases.domain.facts.FactsCommand.Statement;
import org.repatria.cases.domain.facts.FactsEvent.OffenceRecorded;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.Setting;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;

final class FactsDeciderTest {

    private static final LocalDate TODAY = LocalDate.of(2015, 9, 1);
    private static final Instant NOW = Instant.parse("2015-09-01T12:00:00Z");
    private static final RuleBook NO_RULES =
            new RuleBook("test", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
    private static final Relation RUVANIA_AND_HOST = new Relation(new CountryCode("XR"), new CountryCode("XH"));
    private static final Setting HOST_OFFICER = setting("XH-CA");
    private static final Setting RUVANIAN_OFFICER = setting("XR-CA");

    @Nested
    class RecordingFacts {
        @Test
        void an_answer_counts_with_source_day_and_assessor() {
            var facts = after(Facts.none(), HOST_OFFICER, says(WILLING_TO_RETURN, "YES", ASSESSMENT, TODAY));
            assertThat(facts.current(WILLING_TO_RETURN))
                    .contains(new Fact(WILLING_TO_RETURN, "YES", ASSESSMENT, "interview", TODAY, "ana", NOW));
            assertThat(facts.ternary(WILLING_TO_RETURN)).isEqualTo(Ternary.YES);
        }

        @ParameterizedTest
        @EnumSource
        void what_nobody_has_answered_is_unknown_and_may_become_so_again(FactName name) {
            assertThat(Facts.none().word(name)).isEqualTo("UNKNOWN");
            var value = name.words().isEmpty() ? "2016-01-01" : name.words().getFirst();
            var known = after(Facts.none(), HOST_OFFICER, says(name, value, FACT, TODAY));
            assertThat(known.word(name)).isEqualTo(value);
            assertThat(after(known, HOST_OFFICER, says(name, "UNKNOWN", FACT, TODAY))
                            .word(name))
                    .isEqualTo("UNKNOWN");
        }

        @ParameterizedTest
        @EnumSource
        void a_word_of_no_question_is_refused(FactName name) {
            assertThat(codes(says(name, "PERHAPS", FACT, TODAY))).containsExactly("FACT_WORD_UNKNOWN");
        }

        @Test
        void everything_that_is_wrong_is_said_at_once() {
            assertThat(codes(
                            new Statement(LOCATED, "HERE", FACT, " ", TODAY.plusDays(1)),
                            says(HS_NATIONAL, "LPR", FACT, TODAY)))
                    .containsExactly("FACT_WORD_UNKNOWN", "FACT_IN_FUTURE", "SOURCE_REQUIRED", "FACT_WORD_UNKNOWN");
        }

        @Test
        void no_fact_is_refused() {
            assertThat(codes()).containsExactly("FACTS_REQUIRED");
        }

        @Test
        void the_same_answer_again_is_no_event() {
            var yes = says(HS_NATIONAL, "YES", FACT, TODAY);
            var facts = after(Facts.none(), HOST_OFFICER, yes);
            assertThat(decide(facts, HOST_OFFICER, yes)).isEqualTo(Decision.nothingToDo());
        }

        @Test
        void the_state_that_wants_the_person_cannot_rule_torture_out() {
            var noRisk = says(TORTURE_RISK, "NO", ASSESSMENT, TODAY);
            assertThat(obstacles(decide(Facts.none(), RUVANIAN_OFFICER, noRisk)))
                    .extracting(Obstacle::code)
                    .containsExactly("ASSESSED_BY_OTHER_SIDE");
            var alleged = says(TORTURE_RISK, "NO", ALLEGATION, TODAY);
            assertThat(after(Facts.none(), RUVANIAN_OFFICER, alleged).ternary(TORTURE_RISK))
                    .isEqualTo(Ternary.UNKNOWN);
        }
    }

    @Nested
    class ReadingFacts {
        @Test
        void an_allegation_that_nobody_has_weighed_is_shown_but_unknown_to_every_guard() {
            var facts = after(Facts.none(), RUVANIAN_OFFICER, says(RETRIAL_GUARANTEED, "YES", ALLEGATION, TODAY));
            assertThat(facts.current(RETRIAL_GUARANTEED)).map(Fact::value).contains("YES");
            assertThat(facts.word(RETRIAL_GUARANTEED)).isEqualTo("UNKNOWN");
        }

        @Test
        void a_later_allegation_does_not_undo_what_was_weighed() {
            var facts = after(
                    Facts.none(),
                    HOST_OFFICER,
                    says(PERSECUTION_RISK, "NO", ASSESSMENT, TODAY.minusDays(1)),
                    says(PERSECUTION_RISK, "YES", ALLEGATION, TODAY));
            assertThat(facts.word(PERSECUTION_RISK)).isEqualTo("NO");
        }

        @Test
        void a_late_entry_about_an_earlier_day_does_not_undo_a_newer_answer() {
            var facts = after(
                    Facts.none(),
                    HOST_OFFICER,
                    says(LOCATED, "THIRD", FACT, TODAY),
                    says(LOCATED, "HS", FACT, TODAY.minusYears(1)));
            assertThat(facts.word(LOCATED)).isEqualTo("THIRD");
            assertThat(facts.history().get(LOCATED)).hasSize(2);
        }

        @Test
        void of_two_answers_about_one_day_the_one_recorded_later_counts() {
            var facts = after(
                    Facts.none(), HOST_OFFICER, says(LOCATED, "THIRD", FACT, TODAY), says(LOCATED, "HS", FACT, TODAY));
            assertThat(facts.word(LOCATED)).isEqualTo("HS");
        }

        @Test
        void the_history_is_bounded_and_never_loses_the_answer_that_counts() {
            var statements = new ArrayList<Statement>();
            statements.add(says(LOCATED, "HS", FACT, TODAY));
            for (var day = 1; day <= 2 * Facts.HISTORY_MAX; day++) {
                statements.add(says(LOCATED, "THIRD", FACT, TODAY.minusDays(day)));
            }
            var facts = after(Facts.none(), HOST_OFFICER, statements.toArray(Statement[]::new));
            assertThat(facts.history().get(LOCATED)).hasSize(Facts.HISTORY_MAX);
            assertThat(facts.word(LOCATED)).isEqualTo("HS");
        }
    }

    @Nested
    class RecordingOffences {
        private static final Offence EMBEZZLEMENT = Offence.named("off-1", "Embezzlement");

        @Test
        void an_offence_comes_on_file() {
            assertThat(FactsDecider.decide(new RecordOffence(EMBEZZLEMENT), Facts.none(), HOST_OFFICER))
                    .isEqualTo(Decision.accept(new OffenceRecorded(EMBEZZLEMENT, "ana", NOW)));
        }

        @Test
        void one_with_the_same_id_is_replaced() {
            var first = recorded(Facts.none(), EMBEZZLEMENT);
            var second = recorded(first, Offence.named("off-1", "Embezzlement of grain money"));
            assertThat(second.offences()).extracting(Offence::title).containsExactly("Embezzlement of grain money");
        }

        @Test
        void the_same_again_is_no_event() {
            var facts = recorded(Facts.none(), EMBEZZLEMENT);
            assertThat(FactsDecider.decide(new RecordOffence(EMBEZZLEMENT), facts, HOST_OFFICER))
                    .isEqualTo(Decision.nothingToDo());
        }

        @Test
        void conduct_that_ends_before_it_begins_or_in_the_future_is_refused() {
            assertThat(refused(between(TODAY, TODAY.minusDays(1)))).containsExactly("DATES_REVERSED");
            assertThat(refused(between(TODAY, TODAY.plusDays(1)))).containsExactly("FACT_IN_FUTURE");
        }

        @Test
        void the_number_of_offences_is_bounded() {
            var facts = Facts.none();
            for (var n = 1; n <= Facts.OFFENCES_MAX; n++) {
                facts = recorded(facts, Offence.named("off-" + n, "Bribe " + n));
            }
            assertThat(obstacles(FactsDecider.decide(
                            new RecordOffence(Offence.named("off-x", "One more")), facts, HOST_OFFICER)))
                    .extracting(Obstacle::code)
                    .containsExactly("OFFENCES_TOO_MANY");
        }

        @Test
        void the_number_of_those_of_one_side_does_not_hang_on_the_other() {
            var facts = Facts.none();
            for (var n = 1; n <= Facts.OFFENCES_MAX; n++) {
                facts = recorded(facts, ofHost("host-offence-" + n));
            }
            assertThat(recorded(facts, EMBEZZLEMENT).offence("off-1")).isPresent();
            assertThat(obstacles(FactsDecider.decide(new RecordOffence(ofHost("host-offence-x")), facts, HOST_OFFICER)))
                    .extracting(Obstacle::code)
                    .containsExactly("OFFENCES_TOO_MANY");
        }

        @Test
        void one_of_the_host_state_s_own_law_is_recorded_by_its_officers_only() {
            assertThat(recorded(Facts.none(), ofHost("host-offence-1")).offences())
                    .extracting(Offence::side)
                    .containsExactly(Side.REQUESTED);
            for (var other : List.of(RUVANIAN_OFFICER, setting("XE-CA"))) {
                assertThat(obstacles(
                                FactsDecider.decide(new RecordOffence(ofHost("host-offence-1")), Facts.none(), other)))
                        .extracting(Obstacle::code, Obstacle::about)
                        .containsExactly(tuple("RECORDED_BY_OTHER_SIDE", "side"));
            }
        }

        @Test
        void what_the_requesting_state_alleges_is_recorded_by_officers_of_both() {
            assertThat(FactsDecider.decide(new RecordOffence(EMBEZZLEMENT), Facts.none(), RUVANIAN_OFFICER))
                    .isEqualTo(Decision.accept(new OffenceRecorded(EMBEZZLEMENT, "ana", NOW)));
        }

        @Test
        void ids_of_the_two_sides_never_meet() {
            assertThat(refused(ofHost("off-1"))).containsExactly("OFFENCE_ID_OF_OTHER_SIDE");
            assertThat(refused(Offence.named("host-offence-1", "Embezzlement")))
                    .containsExactly("OFFENCE_ID_OF_OTHER_SIDE");
        }

        @Test
        void the_host_state_s_own_is_counted_there_only() {
            assertThat(refused(ofHost("host-offence-1", Side.REQUESTING)))
                    .containsExactly("NOT_COUNTED_THERE", "NOT_COUNTED_THERE");
            assertThat(recorded(Facts.none(), ofHost("host-offence-1", Side.REQUESTED))
                            .offences())
                    .hasSize(1);
        }

        private static Offence ofHost(String id) {
            return visaFraud(id).offence();
        }

        private static Offence ofHost(String id, Side in) {
            return visaFraud(id)
                    .resting(in, "SOL-XH-3", TODAY.minusYears(1).toString(), "", Ternary.YES)
                    .withOpinion(in, "SOL-XH-2", Ternary.NO)
                    .offence();
        }

        private static OffenceFixture visaFraud(String id) {
            return OffenceFixture.named(id, "Visa fraud").ofHost(HostOffence.VISA_FRAUD);
        }

        private static List<String> refused(Offence offence) {
            return obstacles(FactsDecider.decide(new RecordOffence(offence), Facts.none(), HOST_OFFICER)).stream()
                    .map(Obstacle::code)
                    .toList();
        }

        private static Facts recorded(Facts facts, Offence offence) {
            return evolved(facts, FactsDecider.decide(new RecordOffence(offence), facts, HOST_OFFICER));
        }

        private static Offence between(LocalDate from, LocalDate to) {
            return OffenceFixture.named("off-1", "Embezzlement")
                    .begunOn(from)
                    .committedTo(to)
                    .offence();
        }
    }

    private static Setting setting(String authority) {
        return new Setting(
                RUVANIA_AND_HOST, LegalOccasion.of(new Actor("ana", Set.of("LO"), authority), NOW, NO_RULES));
    }

    private static Statement says(FactName name, String value, FactKind kind, LocalDate asOf) {
        return new Statement(name, value, kind, "interview", asOf);
    }

    private static Decision<FactsEvent> decide(Facts facts, Setting setting, Statement... statements) {
        return FactsDecider.decide(new RecordFacts(List.of(statements)), facts, setting);
    }

    private static List<String> codes(Statement... statements) {
        return obstacles(decide(Facts.none(), HOST_OFFICER, statements)).stream()
                .map(Obstacle::code)
                .toList();
    }

    private static Facts after(Facts facts, Setting setting, Statement... statements) {
        return evolved(facts, decide(facts, setting, statements));
    }

    private static Facts evolved(Facts facts, Decision<FactsEvent> decision) {
        return switch (decision) {
            case Accepted<FactsEvent>(var events) ->
                events.stream().reduce(facts, FactsDecider::evolve, (_, later) -> later);
            case Refused<FactsEvent>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static List<Obstacle> obstacles(Decision<FactsEvent> decision) {
        return switch (decision) {
            case Accepted<FactsEvent>(var events) -> throw new AssertionError(events);
            case Refused<FactsEvent>(var refusal) -> refusal.obstacles();
        };
    }
}
