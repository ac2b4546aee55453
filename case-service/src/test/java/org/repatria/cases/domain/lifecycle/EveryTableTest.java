package org.repatria.cases.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.casefile.CaseOutcome;
import org.repatria.cases.domain.law.Gate;

/** What holds for the tables themselves, of every lifecycle. */
final class EveryTableTest {

    @Nested
    final class Reaching {

        @Test
        void every_state_is_reached_from_the_beginning() {
            for (var lifecycle : Lifecycles.all()) {
                assertThat(reachable(lifecycle)).as(lifecycle.kind()).containsAll(lifecycle.states());
            }
        }

        @Test
        void every_state_that_is_no_end_has_a_way_out_and_a_way_to_an_end() {
            for (var lifecycle : Lifecycles.all()) {
                for (var state : lifecycle.states()) {
                    if (!lifecycle.isEnd(state)) {
                        assertThat(lifecycle.rowsFrom(state))
                                .as(lifecycle.kind() + " " + state)
                                .isNotEmpty();
                    }
                    assertThat(reachableFrom(lifecycle, state))
                            .as(lifecycle.kind() + " " + state)
                            .anyMatch(lifecycle::isEnd);
                }
            }
        }

        @Test
        void ends_and_states_of_execution_are_states() {
            for (var lifecycle : Lifecycles.all()) {
                assertThat(lifecycle.states()).containsAll(lifecycle.ends()).containsAll(lifecycle.inExecution());
                assertThat(lifecycle.ends()).noneMatch(lifecycle::isInExecution);
            }
        }

        private Set<String> reachable(Lifecycle lifecycle) {
            return reachableFrom(lifecycle, lifecycle.initial());
        }

        private Set<String> reachableFrom(Lifecycle lifecycle, String state) {
            var seen = new HashSet<>(Set.of(state));
            var waiting = new ArrayDeque<>(seen);
            while (!waiting.isEmpty()) {
                lifecycle.rowsFrom(waiting.remove()).stream()
                        .map(Transition::to)
                        .filter(seen::add)
                        .forEach(waiting::add);
            }
            return seen;
        }
    }

    @Nested
    final class Writing {

        @Test
        void one_pair_of_states_has_one_row_and_a_kind_has_one_beginning() {
            for (var lifecycle : Lifecycles.all()) {
                assertThat(lifecycle.rows().stream().map(Transition::name)).doesNotHaveDuplicates();
                assertThat(lifecycle.rowsFrom(Transition.START)).hasSize(1);
            }
        }

        @Test
        void every_row_says_who_and_by_which_source() {
            for (var row : rows()) {
                assertThat(row.who().by()).as(row.name()).isNotEmpty();
                assertThat(row.source()).as(row.name()).isNotBlank();
                assertThat(row.who().approvedBy().isEmpty()).as(row.name()).isEqualTo(!row.isProposed());
                assertThat(row.isProposed() && row.opens().isPresent())
                        .as(row.name())
                        .isFalse();
                assertThat(row.requires().needs().stream().map(Particular::name))
                        .doesNotHaveDuplicates();
            }
        }

        @Test
        void every_proposer_has_an_approver_of_a_higher_role() {
            for (var row : rows()) {
                if (row.who().eyes() == Transition.Eyes.TWO) {
                    var highest = row.who().approvedBy().stream()
                            .mapToInt(Ranks::of)
                            .max()
                            .orElseThrow();
                    assertThat(row.who().by()).as(row.name()).allMatch(officer -> Ranks.of(officer) < highest);
                }
            }
        }

        @Test
        void a_condition_is_about_a_particular_that_some_row_asks_for() {
            for (var lifecycle : Lifecycles.all()) {
                var names = lifecycle.rows().stream()
                        .flatMap(row -> row.requires().needs().stream())
                        .map(Particular::name)
                        .collect(Collectors.toSet());
                for (var row : lifecycle.rows()) {
                    assertThat(Stream.concat(
                                            row.unless().stream(),
                                            row.requires().needs().stream().flatMap(need -> need.onlyIf().stream()))
                                    .map(Particular.Condition::name))
                            .allMatch(names::contains);
                    assertThat(row.onlyAfter().stream()).allMatch(lifecycle.states()::contains);
                    assertThat(row.opens().stream())
                            .allMatch(kind -> Lifecycles.find(kind).isPresent());
                }
            }
        }

        @Test
        void outcomes_are_those_of_the_case() {
            var words = Lives.words("case", "ACTIVE", "RESOLVED");
            var unmoved = Lives.words("case", "ACCEPTED", "RESOLVED");

            assertThat(words)
                    .containsExactly(
                            Arrays.stream(CaseOutcome.values()).map(Enum::name).toArray(String[]::new));
            assertThat(unmoved)
                    .containsExactly(Arrays.stream(CaseOutcome.values())
                            .filter(outcome -> !outcome.needsPathway())
                            .map(Enum::name)
                            .toArray(String[]::new));
        }
    }

    @Nested
    final class Safeguarding {

        @Test
        void nothing_begins_to_move_a_person_beside_another_and_against_a_stay() {
            for (var lifecycle : Lifecycles.all()) {
                for (var row : lifecycle.rows()) {
                    if (lifecycle.isInExecution(row.to()) && !lifecycle.isInExecution(row.from())) {
                        assertThat(row.requires().guards()).as(row.name()).contains(Guard.ALONE_IN_EXECUTION);
                    }
                }
            }
            for (var row : List.of(
                    Lives.row("extradition", "SURRENDER_ORDERED", "SURRENDERED"),
                    Lives.row("extradition", "POSTPONED", "TEMP_SURRENDERED"),
                    Lives.row("removal", "READY", "REMOVED"),
                    Lives.row("voluntaryReturn", "TRAVEL_ARRANGED", "RETURNED"))) {
                assertThat(row.requires().guards())
                        .as(row.name())
                        .contains(Guard.NO_STAY_IN_FORCE, Guard.ALONE_IN_EXECUTION, Guard.NOT_BARRED);
                assertThat(row.requires().gates()).as(row.name()).isNotEmpty();
            }
        }

        @Test
        void every_gate_that_pathways_pass_stands_before_a_row() {
            assertThat(rows().stream()
                            .flatMap(row -> row.requires().gates().stream())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(
                            Gate.ACCEPT_CASE,
                            Gate.NOTICE_PUBLISH,
                            Gate.PROVISIONAL_ARREST,
                            Gate.SURRENDER,
                            Gate.REMOVAL_CHARGE,
                            Gate.REMOVAL_EXECUTION,
                            Gate.VOLUNTARY_RETURN_CONTACT,
                            Gate.VOLUNTARY_RETURN_DEPARTURE,
                            Gate.HOST_CHARGE,
                            Gate.RESTRAINT,
                            Gate.ENFORCE_FOREIGN_ORDER,
                            Gate.RETURN_OF_ASSETS);
        }

        @Test
        void every_refusal_of_an_extradition_says_its_ground() {
            var extradition = Lifecycles.of("extradition");
            for (var end : List.of("BARRED", "REFUSED", "DISCHARGED", "REFERRED_AUT_DEDERE")) {
                assertThat(extradition.rows().stream().filter(row -> row.to().equals(end)))
                        .as(end)
                        .isNotEmpty()
                        .allMatch(row -> row.requires().needs().stream()
                                .anyMatch(need -> need.name().equals("ground")));
            }
        }

        @Test
        void two_people_are_needed_where_the_document_says_so() {
            var proposed = new TreeSet<String>();
            for (var lifecycle : Lifecycles.all()) {
                lifecycle.rows().stream()
                        .filter(row -> row.who().eyes() == Transition.Eyes.TWO)
                        .map(row -> lifecycle.kind() + " " + row.name() + " "
                                + row.who().by() + row.who().approvedBy())
                        .forEach(proposed::add);
            }

            assertThat(proposed)
                    .containsExactly(
                            "assetRecovery CONFISCATED -> ABANDONED [LO, AM][SU, HD]",
                            "assetRecovery CONFISCATED -> RETURNED [AM][SU, HD]",
                            "assetRecovery FORFEITURE_PENDING -> ABANDONED [LO, AM][SU, HD]",
                            "assetRecovery RESTRAINED -> ABANDONED [LO, AM][SU, HD]",
                            "assetRecovery TRACING -> ABANDONED [LO, AM][SU, HD]",
                            "case CLOSED -> ACTIVE [LO, SU][SU, HD]",
                            "case RESOLVED -> CLOSED [LO, SU][SU, HD]",
                            "case SCREENING -> ACCEPTED [LO][SU, HD]",
                            "case SCREENING -> NOT_ACCEPTED [LO][SU, HD]",
                            "extradition ASSESSMENT -> FORMAL_REQUEST_SENT [RS-LO][RS-HD]",
                            "extradition ASSESSMENT -> PA_REQUESTED [RS-LO][RS-SU]",
                            "extradition EXECUTIVE_DECISION -> POSTPONED [HS-LO][HS-SU, HS-HD]",
                            "extradition EXECUTIVE_DECISION -> REFUSED [HS-LO][HS-SU, HS-HD]",
                            "extradition EXECUTIVE_DECISION -> SURRENDER_ORDERED [HS-LO][HS-SU, HS-HD]",
                            "extradition PA_REQUESTED -> FORMAL_REQUEST_SENT [RS-LO][RS-HD]",
                            "extradition POSTPONED -> REFUSED [HS-LO][HS-SU, HS-HD]",
                            "extradition POSTPONED -> SURRENDER_ORDERED [HS-LO][HS-SU, HS-HD]",
                            "extradition POSTPONED -> TEMP_SURRENDERED [HS-LO][HS-SU, HS-HD]",
                            "extradition PROVISIONALLY_ARRESTED -> FORMAL_REQUEST_SENT [RS-LO][RS-HD]",
                            "extradition RELEASED_TIME_LIMIT -> FORMAL_REQUEST_SENT [RS-LO][RS-HD]",
                            "notice LEGAL_CHECK -> SUBMITTED [LO][SU, HD]",
                            "removal PROTECTION_GRANTED -> TRAVEL_DOC_PENDING [HS-LO][HS-SU, HS-HD]",
                            "voluntaryReturn CONTACT_PROPOSED -> CONTACT_AUTHORISED [HS-SU][HS-HD]",
                            "voluntaryReturn COOLING_OFF -> VOLUNTARINESS_CERTIFIED [HS-CO, HS-LO][HS-SU]");
        }
    }

    private static List<Transition> rows() {
        return Lifecycles.all().stream()
                .flatMap(lifecycle -> lifecycle.rows().stream())
                .toList();
    }
}
