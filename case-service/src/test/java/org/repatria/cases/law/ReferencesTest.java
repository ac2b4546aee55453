package org.repatria.cases.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.amendments.AmendmentsOfTests.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.amendments.AmendmentCommand;
import org.repatria.cases.domain.amendments.AmendmentCommand.ApproveAmendment;
import org.repatria.cases.domain.amendments.AmendmentCommand.ProposeAmendment;
import org.repatria.cases.domain.amendments.AmendmentDecider;
import org.repatria.cases.domain.amendments.AmendmentEvent;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.cases.domain.amendments.AmendmentRegister.Approved;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;
import org.repatria.cases.domain.law.LegalRelation.InstrumentType;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.publishing.AmendmentPublishing;
import org.repatria.clocks.ClockRule.RollForward;
import org.repatria.clocks.reading.Fault;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.DocumentFeed;
import org.repatria.testkit.decisions.Laws.Attempt;

final class ReferencesTest {

    private static final References SHIPPED = References.shipped();
    private static final Approved SUSPENDED = new Approved("amendment-1", SUSPENSION, LENA, SUSAN, NOON);
    private static final Approved LONGER =
            new Approved("amendment-2", LONGER_ARREST, LENA, SUSAN, NOON.plusSeconds(60));
    private static final Instant BEFORE = NOON.minusSeconds(1);
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final LocalDate IN_2020 = LocalDate.of(2020, 8, 1);
    private static final LocalDate IN_2021 = LocalDate.of(2021, 3, 1);

    @BeforeEach
    void nothing_is_amended() {
        SHIPPED.learn(List.of());
    }

    @Nested
    final class Knowing {

        @Test
        void an_amendment_is_known_from_its_approval_on_and_not_before() {
            SHIPPED.learn(List.of(SUSPENDED));
            assertThat(inForce(SHIPPED.at(BEFORE), IN_2020)).isEqualTo(Ternary.YES);
            assertThat(inForce(SHIPPED.at(NOON), IN_2020)).isEqualTo(Ternary.NO);
            assertThat(inForce(SHIPPED.at(NOON), LocalDate.of(2020, 7, 27))).isEqualTo(Ternary.YES);
        }

        @Test
        void a_row_goes_on_for_the_days_that_the_new_one_leaves_to_it() {
            SHIPPED.learn(List.of(LONGER));
            assertThat(days(SHIPPED.at(LATER), IN_2020)).contains(40);
            assertThat(days(SHIPPED.at(LATER), IN_2021)).contains(60);
            assertThat(days(SHIPPED.at(BEFORE), IN_2021)).contains(40);
        }

        @Test
        void what_was_approved_before_rows_had_to_say_it_is_doubtful() {
            var row = new LinkedHashMap<>(LONGER_ARREST.row());
            List.of("rollForward", "rollSource", "bearer").forEach(row::remove);
            SHIPPED.learn(List.of(new Approved(
                    "amendment-2", new Change(LONGER_ARREST.kind(), LONGER_ARREST.rowId(), row), LENA, SUSAN, NOON)));
            assertThat(SHIPPED.at(LATER).clockRule("CLK-PA-XR-XE", IN_2021))
                    .map(rule -> rule.rollForward())
                    .contains(RollForward.DOUBTFUL);
        }

        @Test
        void the_version_counts_the_changes_of_a_row() {
            SHIPPED.learn(List.of(LONGER));
            assertThat(SHIPPED.at(LATER).clockRule("CLK-PA-XR-XE", IN_2021))
                    .map(rule -> rule.version())
                    .contains(2);
            assertThat(SHIPPED.at(LATER).clockRule("CLK-PA-XR-XE", IN_2020))
                    .map(rule -> rule.version())
                    .contains(1);
        }

        @Test
        void a_rule_that_names_no_warnings_gets_those_of_its_kind() {
            SHIPPED.learn(List.of(LONGER));
            assertThat(SHIPPED.at(LATER).clockRule("CLK-PA-XR-XE", IN_2021))
                    .map(rule -> rule.warnAt())
                    .contains(List.of(30, 14, 7, 3, 1));
        }

        @Test
        void every_amendment_makes_another_edition() {
            var shipped = SHIPPED.at(LATER).edition();
            SHIPPED.learn(List.of(LONGER, SUSPENDED));
            assertThat(SHIPPED.at(LATER).edition()).isEqualTo(shipped + "+2");
            assertThat(SHIPPED.at(NOON).edition()).isEqualTo(shipped + "+1");
            assertThat(SHIPPED.at(BEFORE).edition()).isEqualTo(shipped);
        }

        @Test
        void the_order_of_learning_does_not_matter() {
            SHIPPED.learn(List.of(SUSPENDED, LONGER));
            var one = SHIPPED.at(LATER);
            SHIPPED.learn(List.of(LONGER, SUSPENDED));
            assertThat(SHIPPED.at(LATER)).isEqualTo(one);
        }

        @Test
        void the_same_book_is_not_made_twice() {
            SHIPPED.learn(List.of(SUSPENDED));
            assertThat(SHIPPED.at(LATER)).isSameAs(SHIPPED.at(LATER.plusSeconds(1)));
        }

        private static Ternary inForce(RuleBook book, LocalDate day) {
            return book.standing(new CountryCode("XR"), new CountryCode("XE"), InstrumentType.EXTRADITION, day)
                    .inForce();
        }

        private static Optional<Integer> days(RuleBook book, LocalDate day) {
            return book.clockRule("CLK-PA-XR-XE", day).map(rule -> rule.amount());
        }
    }

    @Nested
    final class Checking {

        @Test
        void what_fits_is_not_faulted() {
            assertThat(SHIPPED.faultsOf(SUSPENSION, NOON)).isEmpty();
            assertThat(SHIPPED.faultsOf(LONGER_ARREST, NOON)).isEmpty();
            assertThat(SHIPPED.faultsOf(HOLIDAYS, NOON)).isEmpty();
        }

        @Test
        void a_row_without_its_source_is_faulted() {
            assertThat(SHIPPED.faultsOf(without(SUSPENSION, "source"), NOON))
                    .anySatisfy(fault -> assertThat(fault.what()).contains("source"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"rollForward", "rollSource", "bearer"})
        void a_clock_that_does_not_say_what_becomes_of_a_day_off_is_faulted(String field) {
            assertThat(SHIPPED.faultsOf(without(LONGER_ARREST, field), NOON))
                    .anySatisfy(fault -> assertThat(fault.what()).contains(field));
        }

        @Test
        void a_clock_that_may_run_on_by_nobody_s_calendar_is_faulted() {
            assertThat(SHIPPED.faultsOf(with(LONGER_ARREST, "rollForward", "DOUBTFUL"), NOON))
                    .containsExactly(new Fault("/calendarId", "is missing: it says whose days off count"));
        }

        @Test
        void an_amount_that_is_no_number_is_faulted_at_its_field() {
            assertThat(SHIPPED.faultsOf(with(LONGER_ARREST, "amount", "sixty"), NOON))
                    .extracting(Fault::place)
                    .containsExactly("/amount");
        }

        @Test
        void a_happening_that_cannot_happen_is_faulted() {
            assertThat(SHIPPED.faultsOf(with(LONGER_ARREST, "trigger", "extradition.FORGOTTEN"), NOON))
                    .containsExactly(new Fault("/trigger", "there is no happening extradition.FORGOTTEN"));
        }

        @Test
        void a_version_is_counted_and_not_given() {
            assertThat(SHIPPED.faultsOf(with(LONGER_ARREST, "version", "7"), NOON))
                    .containsExactly(new Fault("/version", "is not written in the row"));
        }

        @Test
        void an_unknown_field_is_faulted() {
            assertThat(SHIPPED.faultsOf(with(SUSPENSION, "mood", "gloomy"), NOON))
                    .isNotEmpty();
        }

        @Test
        void a_state_that_is_none_is_faulted() {
            assertThat(SHIPPED.faultsOf(with(SUSPENSION, "counterparty", "ZY"), NOON))
                    .containsExactly(new Fault("/counterparty", "ZY is no state"));
        }

        private static Change with(Change change, String field, String text) {
            var row = new LinkedHashMap<>(change.row());
            row.put(field, text);
            return new Change(change.kind(), change.rowId(), row);
        }

        private static Change without(Change change, String field) {
            var row = new LinkedHashMap<>(change.row());
            row.remove(field);
            return new Change(change.kind(), change.rowId(), row);
        }
    }

    @Nested
    final class Showing {

        @Test
        void a_row_is_shown_with_its_source_and_typed_fields() {
            var rule = shown(ReferenceKind.CLOCK_RULES, "CLK-PA-ECE40");
            assertThat(rule.source()).contains("European Convention on Extradition");
            assertThat(rule.fields()).containsEntry("amount", 40).containsEntry("unit", "CAL_DAY");
            assertThat(shown(ReferenceKind.SAFEGUARDS, "SG-09").fields()).containsEntry("hard", true);
        }

        @Test
        void rows_that_contradict_each_other_name_each_other() {
            assertThat(shown(ReferenceKind.RELATIONS, "REL-CN-KH-EXT-LISTS").conflict())
                    .containsExactly("REL-CN-KH-EXT-PAGE");
            assertThat(shown(ReferenceKind.RELATIONS, "REL-CN-FR-EXT").conflict())
                    .isEmpty();
        }

        @Test
        void a_day_leaves_out_what_is_not_the_law_then() {
            assertThat(SHIPPED.rows(ReferenceKind.RELATIONS, Optional.of(LocalDate.of(2018, 1, 1)), NOON))
                    .extracting(References.Shown::id)
                    .contains("REL-CN-BE-EXT-BEFORE")
                    .doesNotContain("REL-CN-BE-EXT");
        }

        private static References.Shown shown(ReferenceKind kind, String id) {
            return SHIPPED.rows(kind, Optional.empty(), NOON).stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    final class Following {

        @Test
        void a_feed_learns_what_the_register_holds_when_it_starts_and_when_it_reads() {
            var register = AggregatesFactory.inMemory()
                    .of(new AggregateType<>(
                            "amendments",
                            "amendments",
                            AggregateType.PRIVATE,
                            AmendmentRegister.class,
                            AmendmentEvent.class,
                            new AmendmentDecider(),
                            new AmendmentPublishing()));
            var shipped = SHIPPED.at(LATER).edition();
            try (var feed =
                    DocumentFeed.start(register, AmendmentRegister.ID, state -> SHIPPED.learn(state.approved()))) {
                assertThat(SHIPPED.at(LATER).edition()).isEqualTo(shipped);
                execute(
                        register,
                        by(LENA, MORNING, new ProposeAmendment("amendment-1", SUSPENSION, "XE suspended it", "XE")));
                execute(register, by(SUSAN, NOON, new ApproveAmendment("amendment-1", "Compared")));
                feed.read().block();
                assertThat(SHIPPED.at(LATER).edition()).isEqualTo(shipped + "+1");
            }
            SHIPPED.learn(List.of());
            try (var _ = DocumentFeed.start(register, AmendmentRegister.ID, state -> SHIPPED.learn(state.approved()))) {
                assertThat(SHIPPED.at(LATER).edition()).isEqualTo(shipped + "+1");
            }
        }

        private static void execute(
                Aggregates<AmendmentCommand, AmendmentRegister> register, Attempt<AmendmentCommand> asked) {
            register.execute(CommandEnvelope.of(AmendmentRegister.ID, asked.command(), asked.occasion()))
                    .block();
        }
    }
}
