package org.repatria.cases.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.LegalRelation.InstrumentType;
import org.repatria.cases.domain.law.LegalRelation.Status;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.law.StrategyRuleText;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Level;
import org.repatria.clocks.reading.Fault;
import org.repatria.clocks.reading.FaultyReference;
import org.repatria.clocks.reading.Shapes;

final class ReferenceFilesTest {

    private static final RuleBook SHIPPED = ReferenceFiles.load();
    private static final Shapes SHAPES = ReferenceFiles.shapes();
    private static final Map<String, String> TEXTS = ReferenceFiles.shippedTexts();
    private static final LocalDate TODAY = LocalDate.of(2018, 9, 3);
    private static final CountryCode XR = new CountryCode("XR");
    private static final CountryCode XE = new CountryCode("XE");
    private static final CountryCode XH = new CountryCode("XH");
    private static final CountryCode CN = new CountryCode("CN");

    @Nested
    final class ReadingWhatIsShipped {

        @Test
        void every_part_is_there() {
            assertThat(SHIPPED.safeguards()).hasSize(26);
            assertThat(SHIPPED.strategyRules()).hasSize(35);
            assertThat(SHIPPED.strategyRule("ST-21").flatMap(StrategyRuleText::days))
                    .hasValue(180);
            assertThat(SHIPPED.clockRules()).hasSizeGreaterThan(90);
            assertThat(SHIPPED.relations()).hasSizeGreaterThan(120);
            assertThat(SHIPPED.limitation()).hasSizeGreaterThan(10);
            assertThat(SHIPPED.calendars()).containsKeys("US", "WEEKENDS", "XH", "XK", "XE", "XR");
            assertThat(SHIPPED.gates().stream().map(GateRule::gate).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(Gate.values());
        }

        @Test
        void five_checks_block_with_no_way_round() {
            assertThat(SHIPPED.safeguards().stream().filter(SafeguardRule::hard).map(SafeguardRule::id))
                    .containsExactly("SG-06", "SG-08", "SG-09", "SG-21", "SG-22");
        }

        @Test
        void the_gates_ask_for_what_the_matrix_says() {
            assertThat(asked(Gate.ACCEPT_CASE, Demand.REQUIRED))
                    .containsExactly("SG-01", "SG-02", "SG-03", "SG-05", "SG-06", "SG-21", "SG-24");
            assertThat(asked(Gate.PROVISIONAL_ARREST, Demand.PROVISIONAL)).containsExactly("SG-09", "SG-11");
            assertThat(asked(Gate.REMOVAL_EXECUTION, Demand.NOTED)).containsExactly("SG-10", "SG-11");
            assertThat(asked(Gate.SURRENDER, Demand.REQUIRED)).hasSize(15).doesNotContain("SG-08", "SG-14");
            assertThat(asked(Gate.SURRENDER, Demand.IF_APPLICABLE)).containsExactly("SG-12");
            assertThat(asked(Gate.VOLUNTARY_RETURN_CONTACT, Demand.REQUIRED)).containsExactly("SG-06", "SG-15");
        }

        private static List<String> asked(Gate gate, Demand demand) {
            return SHIPPED.gate(gate, TODAY).stream()
                    .filter(rule -> rule.demand() == demand)
                    .map(GateRule::check)
                    .toList();
        }

        @Test
        void every_row_names_its_source() {
            var sources = new ArrayList<String>();
            SHIPPED.clockRules().forEach(rule -> sources.add(rule.source()));
            SHIPPED.safeguards().forEach(rule -> sources.add(rule.source()));
            SHIPPED.gates().forEach(rule -> sources.add(rule.source()));
            SHIPPED.relations().forEach(rule -> sources.add(rule.source()));
            SHIPPED.strategyRules().forEach(rule -> sources.add(rule.source()));
            SHIPPED.profiles().forEach(rule -> sources.add(rule.source()));
            SHIPPED.limitation().forEach(rule -> sources.add(rule.source()));
            SHIPPED.calendars().values().forEach(rule -> sources.add(rule.source()));
            assertThat(sources).noneMatch(String::isBlank);
        }

        @Test
        void no_model_and_no_vacated_rule_ever_starts_a_clock() {
            var started = new ArrayList<ClockRule>();
            for (var trigger : triggers()) {
                for (var requested : SHIPPED.profiles()) {
                    for (var day : List.of(LocalDate.of(1999, 1, 1), TODAY, LocalDate.of(2026, 4, 1))) {
                        started.addAll(SHIPPED.clocksStartedBy(trigger, new Relation(CN, requested.state()), day));
                        started.addAll(SHIPPED.clocksStartedBy(trigger, new Relation(XR, requested.state()), day));
                    }
                }
            }
            assertThat(started)
                    .isNotEmpty()
                    .noneMatch(rule -> rule.level() == Level.MODEL || rule.status() == ClockRule.Status.VACATED);
            assertThat(SHIPPED.clockRules()).anyMatch(rule -> rule.level() == Level.MODEL);
            assertThat(SHIPPED.clockRules()).anyMatch(rule -> rule.status() == ClockRule.Status.VACATED);
        }

        private static Set<String> triggers() {
            return SHIPPED.clockRules().stream().map(ClockRule::trigger).collect(Collectors.toCollection(TreeSet::new));
        }

        @Test
        void the_treaty_of_the_pair_beats_the_convention_on_provisional_arrest() {
            assertThat(started("extradition.PROVISIONALLY_ARRESTED", XE))
                    .contains("CLK-PA-XR-XE")
                    .doesNotContain("CLK-PA-ECE18", "CLK-PA-ECE40");
        }

        @Test
        void the_convention_opens_both_windows_of_the_hand_over() {
            assertThat(started("handover.APPOINTED", XE)).containsExactly("CLK-EXT-SURR-ECE15", "CLK-EXT-SURR-ECE30");
        }

        @Test
        void a_return_is_followed_up_twice() {
            assertThat(started("voluntaryReturn.RETURNED", XH))
                    .containsExactly("CLK-POL-FOLLOW-UP-12", "CLK-POL-FOLLOW-UP-6");
        }

        private static List<String> started(String happening, CountryCode requested) {
            return SHIPPED.clocksStartedBy(happening, new Relation(XR, requested), TODAY).stream()
                    .map(ClockRule::id)
                    .toList();
        }

        @Test
        void warnings_are_those_of_the_kind_where_a_rule_names_none() {
            assertThat(SHIPPED.clockRule("CLK-RST-US-90", TODAY).map(ClockRule::warnAt))
                    .contains(List.of(30, 14, 7, 3, 1));
            assertThat(SHIPPED.clockRule("CLK-POL-COOLING-OFF", TODAY).map(ClockRule::warnAt))
                    .contains(List.of());
        }

        @Test
        void the_edition_changes_with_the_content() {
            assertThat(read("gates.yaml", "Gate matrix of the house", "Another matrix")
                            .edition())
                    .isNotEqualTo(SHIPPED.edition());
        }
    }

    @Nested
    final class AskingForTreaties {

        @Test
        void between_invented_states_they_are_as_the_stories_need_them() {
            assertThat(inForce(XR, XE, InstrumentType.EXTRADITION)).isEqualTo(Ternary.YES);
            assertThat(inForce(XR, XH, InstrumentType.EXTRADITION)).isEqualTo(Ternary.NO);
            assertThat(inForce(XR, XH, InstrumentType.MLA_CRIM)).isEqualTo(Ternary.YES);
        }

        @Test
        void sources_that_contradict_each_other_are_shown_as_a_conflict() {
            var cambodia = SHIPPED.standing(CN, new CountryCode("KH"), InstrumentType.EXTRADITION, TODAY);
            assertThat(cambodia.status()).isEqualTo(Status.CONFLICT);
            assertThat(cambodia.rows()).hasSize(2);
            assertThat(cambodia.inForce()).isEqualTo(Ternary.UNKNOWN);
        }

        @Test
        void only_the_conflict_that_is_known_is_one() {
            var conflicts = SHIPPED.relations().stream()
                    .filter(row -> row.counterparty().isPresent())
                    .filter(row ->
                            SHIPPED.standing(row.party(), row.counterparty().orElseThrow(), row.instrument(), TODAY)
                                            .status()
                                    == Status.CONFLICT)
                    .map(row -> row.counterparty().orElseThrow().value());
            assertThat(conflicts).containsOnly("KH");
        }

        @Test
        void what_nobody_checked_is_unknown() {
            assertThat(inForce(CN, new CountryCode("MY"), InstrumentType.EXTRADITION))
                    .isEqualTo(Ternary.UNKNOWN);
        }

        @Test
        void a_treaty_that_was_signed_only_is_not_in_force() {
            assertThat(inForce(CN, new CountryCode("AU"), InstrumentType.EXTRADITION))
                    .isEqualTo(Ternary.NO);
        }

        private static Ternary inForce(CountryCode one, CountryCode other, InstrumentType type) {
            return SHIPPED.standing(one, other, type, TODAY).inForce();
        }
    }

    @Nested
    final class Refusing {

        @Test
        void what_is_no_yaml() {
            refused("gates.yaml", "rows:", "rows: [", "is not YAML");
        }

        @Test
        void a_field_written_twice() {
            refused("safeguards.yaml", "    hard: true", "    hard: true\n    hard: false", "hard: is written twice");
        }

        @Test
        void a_field_that_the_schema_does_not_know() {
            refused("clock-rules.yaml", "    amount: 18\n", "    amount: 18\n    lenght: 18\n", "lenght");
        }

        @Test
        void a_row_without_a_source() {
            refused("gates.yaml", "    source: Gate matrix of the house\n", "", "source");
        }

        @Test
        void a_word_that_is_none_of_the_known_ones() {
            refused("clock-rules.yaml", "    unit: CAL_DAY", "    unit: FORTNIGHT", "unit");
        }

        @Test
        void a_day_that_no_calendar_has() {
            refused("relations.yaml", "    signed: 2000-06-19", "    signed: 2000-02-30", "signed");
        }

        @Test
        void a_happening_that_cannot_happen() {
            refused(
                    "clock-rules.yaml",
                    "    trigger: list.HANDED_OVER",
                    "    trigger: list.THROWN_AWAY",
                    "trigger: there is no happening list.THROWN_AWAY");
        }

        @Test
        void a_calendar_that_is_not_there() {
            refused(
                    "clock-rules.yaml",
                    "    calendarId: CA-HOLIDAYS",
                    "    calendarId: MOON",
                    "calendarId: there is no calendar MOON");
        }

        @Test
        void a_gate_that_asks_for_an_unknown_check() {
            refused(
                    "gates.yaml",
                    "    provisional: [SG-09, SG-11]",
                    "    provisional: [SG-09, SG-99]",
                    "provisional: there is no check SG-99");
        }

        @Test
        void an_officer_that_nobody_is() {
            refused("safeguards.yaml", "[HS-CO, HS-LO]", "[HS-XX]", "recordedBy: HS-XX is no officer");
        }

        @Test
        void a_clock_that_does_not_say_what_becomes_of_a_day_off() {
            refused("clock-rules.yaml", "    rollForward: NONE\n", "", "required property 'rollForward' not found");
        }

        @Test
        void a_clock_that_does_not_say_who_says_so() {
            refused(
                    "clock-rules.yaml",
                    "    rollSource: \"The model names no day off; the treaty of the pair has to be read\"\n",
                    "",
                    "required property 'rollSource' not found");
        }

        @Test
        void a_clock_that_does_not_say_for_whom() {
            refused("clock-rules.yaml", "    bearer: PERSON\n", "", "required property 'bearer' not found");
        }

        @Test
        void a_clock_that_may_run_on_by_nobody_s_calendar() {
            refused(
                    "clock-rules.yaml",
                    "    calendarId: REQUESTED_STATE\n",
                    "",
                    "calendarId: is missing: it says whose days off count");
        }

        @Test
        void business_days_by_nobody_s_calendar() {
            refused(
                    "clock-rules.yaml",
                    "    unit: BUS_DAY\n    rollForward: NONE\n    calendarId: REQUESTED_STATE\n",
                    "    unit: BUS_DAY\n    rollForward: NONE\n",
                    "calendarId: is missing: it says whose days off count");
        }

        @Test
        void hours_that_run_on() {
            refused(
                    "clock-rules.yaml",
                    "    unit: HOUR\n    rollForward: NONE\n",
                    "    unit: HOUR\n    rollForward: NEXT_BUS_DAY\n    calendarId: WEEKENDS\n",
                    "rollForward: hours end with their hour");
        }

        @Test
        void limitation_that_would_be_counted_twice() {
            refused(
                    "clock-rules.yaml",
                    "    limitationIn: REQUESTING\n    rollForward: DOUBTFUL\n",
                    "    limitationIn: REQUESTING\n    rollForward: NEXT_BUS_DAY\n",
                    "rollForward: what the rules on limitation have counted does not move on");
        }

        @Test
        void a_state_that_is_none() {
            refused("relations.yaml", "    counterparty: KH", "    counterparty: ZY", "counterparty: ZY is no state");
        }

        @Test
        void a_system_of_law_that_no_profile_names() {
            refused(
                    "clock-rules.yaml",
                    "    jurisdiction: ECE",
                    "    jurisdiction: ATLANTIS",
                    "jurisdiction: ATLANTIS is no pair, state or system of law");
        }

        @Test
        void a_happening_of_assets_for_which_no_clock_waits() {
            refused(
                    "happenings.yaml",
                    "  - token: restraint.TRO\n    knownTo: HOST\n    recordedAt: /v1/assets/{id}/orders\n",
                    "  - token: restraint.NONE\n    knownTo: HOST\n    recordedAt: /v1/assets/{id}/orders\n",
                    "recordedAt: no clock rule speaks of restraint.NONE");
        }

        @Test
        void a_happening_that_is_recorded_nowhere() {
            refused(
                    "happenings.yaml",
                    "    recordedAt: /v1/assets/{id}/orders\n",
                    "    recordedAt: /v1/somewhere\n",
                    "recordedAt");
        }

        @Test
        void two_rows_that_are_in_force_on_the_same_day() {
            refused(
                    "clock-rules.yaml",
                    "  - id: CLK-PA-ECE40",
                    "  - id: CLK-PA-ECE18",
                    "id: CLK-PA-ECE18 is in force twice on the same day, see clock-rules.yaml:");
        }

        @Test
        void a_validity_that_ends_before_it_begins() {
            refused(
                    "relations.yaml",
                    "    validTo: 2019-12-31",
                    "    validFrom: 2020-01-01\n    validTo: 2019-12-31",
                    "validTo: is before validFrom");
        }

        @Test
        void everything_at_once() {
            var texts = new HashMap<>(TEXTS);
            texts.replace("gates.yaml", TEXTS.getOrDefault("gates.yaml", "").replace("SG-26", "SG-98"));
            texts.replace(
                    "safeguards.yaml", TEXTS.getOrDefault("safeguards.yaml", "").replace("HS-CO", "HS-YY"));
            assertThatExceptionOfType(FaultyReference.class)
                    .isThrownBy(() -> ReferenceFiles.read(texts, SHAPES))
                    .extracting(FaultyReference::faults, list(Fault.class))
                    .hasSize(2);
        }

        /** The change is refused with the file and the very line of what was changed. */
        private static void refused(String file, String right, String wrong, String words) {
            var line = Optional.ofNullable(TEXTS.get(file))
                            .orElseThrow()
                            .lines()
                            .takeWhile(text -> !text.contains(
                                    right.lines().findFirst().orElseThrow().stripTrailing()))
                            .count()
                    + 1;
            assertThatExceptionOfType(FaultyReference.class)
                    .isThrownBy(() -> read(file, right, wrong))
                    .satisfies(refusal -> assertThat(refusal.faults()).anySatisfy(fault -> {
                        assertThat(fault.toString()).startsWith(file + ":").contains(words);
                        assertThat(lineOf(fault)).isBetween((int) line - ROW_LINES, (int) line + 2);
                    }));
        }

        private static int lineOf(Fault fault) {
            return Integer.parseInt(fault.place().substring(fault.place().indexOf(':') + 1));
        }

        /** What is missing is told at the row that misses it, which may begin some lines above. */
        private static final int ROW_LINES = 16;
    }

    private static ReferenceFiles.Content read(String file, String right, String wrong) {
        var texts = new HashMap<>(TEXTS);
        var before = texts.getOrDefault(file, "");
        var at = before.indexOf(right);
        assertThat(at).as("the text to change is in " + file).isNotNegative();
        texts.put(file, before.substring(0, at) + wrong + before.substring(at + right.length()));
        return ReferenceFiles.read(texts, SHAPES);
    }
}
