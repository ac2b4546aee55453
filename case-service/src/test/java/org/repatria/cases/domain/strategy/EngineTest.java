package org.repatria.cases.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.strategy.Effect.BARRED;
import static org.repatria.cases.domain.strategy.Effect.CONDITIONAL;
import static org.repatria.cases.domain.strategy.Effect.LAWFUL;
import static org.repatria.cases.domain.strategy.Effect.RECOMMENDED;
import static org.repatria.cases.domain.strategy.Inputs.input;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.strategy.EngineResult.Change;
import org.repatria.cases.domain.strategy.EngineResult.Shift;
import org.repatria.cases.domain.strategy.EngineResult.UsedFact;

final class EngineTest {

    private static final String NO_TREATY =
            " TREATY_IN_FORCE=NO TREATY_SUSPENDED=NO HS_NEEDS_TREATY=YES UNCAC_BASIS_USABLE=NO MLA_IN_FORCE=YES"
                    + " HS_EXTRADITES_NATIONALS=YES";
    private static final String TREATY =
            " TREATY_IN_FORCE=YES TREATY_SUSPENDED=NO HS_NEEDS_TREATY=YES UNCAC_BASIS_USABLE=YES MLA_IN_FORCE=YES"
                    + " HS_EXTRADITES_NATIONALS=NO DUAL_CRIMINAL=YES PENALTY_OK=YES LIMITATION_REQUESTING=NOT_EXPIRED"
                    + " LIMITATION_REQUESTED=NOT_EXPIRED";
    private static final String ALIVE_AND_HERE =
            " SUBJECT_DEAD=NO LOCATED=HS HS_NATIONAL=NO POLITICAL_OFFENCE=NO PERSECUTION_RISK=NO TORTURE_RISK=NO"
                    + " DEATH_EXPOSURE=NO CONVICTION=NONE HS_PROCEEDINGS_PENDING=NO COMPETING_REQUEST=NO"
                    + " FINALLY_JUDGED_IN_HS=NO REFUSED_ON_RIGHTS_GROUNDS=NO COERCION_SIGNALS=NO";

    /** The typical result that the reference document ends its rules with. */
    private static final String TYPICAL = NO_TREATY + ALIVE_AND_HERE
            + " DUAL_CRIMINAL=YES PENALTY_OK=YES LIMITATION_REQUESTING=NOT_EXPIRED LIMITATION_REQUESTED=NOT_EXPIRED"
            + " IMMIGRATION_STATUS=FRAUD_SUSPECTED HOST_OFFENCE=VISA_FRAUD HOST_OFFENCE_LIMITATION=NOT_EXPIRED"
            + " EVIDENCE_LEVEL=3 ASSETS_IN_HS=YES ASSETS_TRACEABLE=YES PROCEEDS_TYPE=EMBEZZLED_PUBLIC"
            + " FOREIGN_ORDER=NONE RS_PROCEEDINGS_PENDING=YES ABSCONDED=YES";

    @Nested
    class The_typical_case {
        private final EngineResult result = Engine.run(input(TYPICAL));

        @Test
        void extradition_is_barred_for_want_of_a_treaty() {
            assertThat(result.standing(PathwayKind.EXTRADITION).effect()).isEqualTo(BARRED);
            assertThat(result.barring(PathwayKind.EXTRADITION))
                    .extracting(EngineResult.RuleResult::rule)
                    .containsExactly("ST-03");
        }

        @Test
        void property_is_restrained_and_an_action_brought_against_it() {
            assertThat(result.standing(Way.RESTRAINT).effect()).isEqualTo(RECOMMENDED);
            assertThat(result.standing(Way.NCB_ACTION).effect()).isEqualTo(RECOMMENDED);
            assertThat(result.standing(PathwayKind.ASSET_RECOVERY).effect()).isEqualTo(RECOMMENDED);
            assertThat(result.standing(PathwayKind.ASSET_RECOVERY).rules()).contains("ST-25", "ST-26");
        }

        @Test
        void prosecution_here_goes_first_and_removal_beside_it_once_its_checks_are_passed() {
            assertThat(result.standing(PathwayKind.HOST_PROSECUTION).effect()).isEqualTo(RECOMMENDED);
            assertThat(result.standing(PathwayKind.HOST_PROSECUTION).rank()).contains(1);
            assertThat(result.standing(PathwayKind.REMOVAL).effect()).isEqualTo(CONDITIONAL);
            assertThat(result.standing(PathwayKind.REMOVAL).rank()).contains(1);
            assertThat(result.standing(PathwayKind.REMOVAL).conditions())
                    .extracting(Condition::about)
                    .containsExactly("SG-09", "SG-14");
            assertThat(Engine.run(input(TYPICAL + " SG-09=YES SG-14=YES"))
                            .standing(PathwayKind.REMOVAL)
                            .effect())
                    .isEqualTo(RECOMMENDED);
        }

        @Test
        void voluntary_return_hangs_on_the_person_s_will() {
            assertThat(result.standing(PathwayKind.VOLUNTARY_RETURN).effect()).isEqualTo(CONDITIONAL);
            assertThat(result.standing(PathwayKind.VOLUNTARY_RETURN).conditions())
                    .extracting(Condition::about)
                    .contains("WILLING_TO_RETURN");
        }

        @Test
        void what_was_embezzled_goes_back_once_there_is_a_final_judgment() {
            assertThat(result.standing(Way.RETURN_OF_ASSETS).effect()).isEqualTo(CONDITIONAL);
            assertThat(result.standing(Way.RETURN_OF_ASSETS).rules()).containsExactly("ST-29");
        }

        @Test
        void every_rule_that_fired_names_the_facts_that_it_used() {
            assertThat(result.barring(PathwayKind.EXTRADITION).getFirst().facts())
                    .containsExactly(
                            new UsedFact("TREATY_IN_FORCE", "NO"),
                            new UsedFact("HS_NEEDS_TREATY", "YES"),
                            new UsedFact("UNCAC_BASIS_USABLE", "NO"));
        }
    }

    @Nested
    class The_storylines {
        @Test
        void s1_extradition_is_barred_action_against_property_first_voluntary_return_possible() {
            var result = Engine.run(input(NO_TREATY + ALIVE_AND_HERE
                    + " IMMIGRATION_STATUS=LPR REMOVAL_GROUND=NO HOST_OFFENCE=NONE EVIDENCE_LEVEL=3 ASSETS_IN_HS=YES"
                    + " ASSETS_TRACEABLE=YES PROCEEDS_TYPE=EMBEZZLED_PUBLIC FOREIGN_ORDER=NONE ABSCONDED=YES"));
            assertThat(result.standing(PathwayKind.EXTRADITION).effect()).isEqualTo(BARRED);
            assertThat(result.standing(PathwayKind.REMOVAL).effect()).isEqualTo(BARRED);
            assertThat(result.standing(PathwayKind.ASSET_RECOVERY).rank()).contains(1);
            assertThat(result.standing(Way.NCB_ACTION).effect()).isEqualTo(RECOMMENDED);
            assertThat(result.standing(PathwayKind.VOLUNTARY_RETURN).effect()).isEqualTo(CONDITIONAL);
        }

        @Test
        void s2_extradition_waits_for_the_assurance_and_is_lawful_with_it() {
            var facts = TREATY + ALIVE_AND_HERE.replace("DEATH_EXPOSURE=NO", "DEATH_EXPOSURE=YES")
                    + " IMMIGRATION_STATUS=VALID_TEMP REMOVAL_GROUND=NO EVIDENCE_LEVEL=4";
            assertThat(Engine.run(input(facts))
                            .standing(PathwayKind.EXTRADITION)
                            .conditions())
                    .extracting(Condition::about)
                    .containsExactly("ASSURANCE");
            assertThat(Engine.run(input(facts + " ASSURANCE=ACCEPTED"))
                            .standing(PathwayKind.EXTRADITION)
                            .effect())
                    .isEqualTo(LAWFUL);
        }

        @Test
        void s2_without_any_ground_of_refusal_extradition_is_recommended() {
            assertThat(Engine.run(input(TREATY + ALIVE_AND_HERE + " IMMIGRATION_STATUS=VALID_TEMP EVIDENCE_LEVEL=4"))
                            .standing(PathwayKind.EXTRADITION)
                            .effect())
                    .isEqualTo(RECOMMENDED);
        }

        @Test
        void s2_with_a_real_risk_of_torture_extradition_is_barred_even_with_every_assurance() {
            var facts = TREATY + ALIVE_AND_HERE.replace("TORTURE_RISK=NO", "TORTURE_RISK=YES")
                    + " ASSURANCE=ACCEPTED IMMIGRATION_STATUS=VALID_TEMP EVIDENCE_LEVEL=4";
            assertThat(Engine.run(input(facts))
                            .standing(PathwayKind.EXTRADITION)
                            .effect())
                    .isEqualTo(BARRED);
            assertThat(Engine.run(input(facts.replace("TORTURE_RISK=YES", "TORTURE_RISK=NO") + " SG-09=NO"))
                            .barring(PathwayKind.EXTRADITION))
                    .extracting(EngineResult.RuleResult::rule)
                    .containsExactly("ST-08");
        }

        @Test
        void s4_a_national_is_neither_removed_nor_extradited_but_prosecuted_here() {
            var result = Engine.run(input(" TREATY_IN_FORCE=NO TREATY_SUSPENDED=NO HS_NEEDS_TREATY=NO"
                    + " HS_EXTRADITES_NATIONALS=NO DUAL_CRIMINAL=YES"
                    + ALIVE_AND_HERE.replace("HS_NATIONAL=NO", "HS_NATIONAL=YES")
                    + " IMMIGRATION_STATUS=NATIONAL HOST_OFFENCE=LAUNDERING HOST_OFFENCE_LIMITATION=NOT_EXPIRED"
                    + " EVIDENCE_LEVEL=3 ASSETS_TRACEABLE=NO BENEFIT_QUANTIFIED=YES PROCEEDS_TYPE=BRIBE"));
            assertThat(result.standing(PathwayKind.REMOVAL).effect()).isEqualTo(BARRED);
            assertThat(result.standing(PathwayKind.EXTRADITION).effect()).isEqualTo(BARRED);
            assertThat(result.standing(PathwayKind.HOST_PROSECUTION).effect()).isEqualTo(RECOMMENDED);
            assertThat(result.standing(PathwayKind.HOST_PROSECUTION).rank()).contains(1);
            assertThat(result.standing(Way.VALUE_CONFISCATION).effect()).isEqualTo(CONDITIONAL);
        }
    }

    @Nested
    class Telling_what_would_change {
        @Test
        void a_fact_that_would_bar_is_named_with_the_pathways_that_it_shifts() {
            var facts = (TREATY + ALIVE_AND_HERE + " IMMIGRATION_STATUS=VALID_TEMP EVIDENCE_LEVEL=4")
                    .replace(" TORTURE_RISK=NO", "");
            assertThat(Engine.run(input(facts)).whatWouldChangeThis())
                    .filteredOn(change -> change.fact().equals("TORTURE_RISK"))
                    .flatExtracting(Change::outlooks)
                    .anySatisfy(outlook -> {
                        assertThat(outlook.answer()).isEqualTo("YES");
                        assertThat(outlook.shifts()).contains(new Shift(Way.EXTRADITION, CONDITIONAL, BARRED));
                    })
                    .anySatisfy(outlook -> {
                        assertThat(outlook.answer()).isEqualTo("NO");
                        assertThat(outlook.shifts()).contains(new Shift(Way.EXTRADITION, CONDITIONAL, RECOMMENDED));
                    });
        }

        @Test
        void the_weightiest_comes_first_and_the_list_is_bounded() {
            var changes = Engine.run(input("")).whatWouldChangeThis();
            assertThat(changes).hasSize(Engine.CHANGES_MAX);
            assertThat(changes.stream().limit(3).map(Change::fact))
                    .containsExactlyInAnyOrder("SUBJECT_DEAD", "LOCATED", "EVIDENCE_LEVEL");
        }

        @Test
        void where_everything_that_matters_is_known_nothing_is_named() {
            var known = TYPICAL + " SG-09=YES SG-14=YES SG-15=YES SG-16=YES SG-19=YES JUDGMENT_WAIVED=YES"
                    + " WILLING_TO_RETURN=NO UNTRIABLE=NO HS_WILL_ACT=YES BENEFIT_QUANTIFIED=YES";
            assertThat(Engine.run(input(known)).whatWouldChangeThis()).isEmpty();
        }
    }

    @Nested
    class Comparing_runs {
        @Test
        void the_same_input_is_no_difference() {
            assertThat(Difference.between(
                                    Engine.run(input(TYPICAL)).findings(),
                                    Engine.run(input(TYPICAL)).findings())
                            .nothing())
                    .isTrue();
        }

        @Test
        void a_new_answer_shows_what_it_shifts_and_which_rules_come_and_go() {
            var before = Engine.run(input(TYPICAL));
            var after = Engine.run(
                    input(TYPICAL.replace("IMMIGRATION_STATUS=FRAUD_SUSPECTED", "IMMIGRATION_STATUS=REFUGEE")));
            var difference = Difference.between(before.findings(), after.findings());
            assertThat(difference.shifts()).contains(new Shift(Way.REMOVAL, CONDITIONAL, BARRED));
            assertThat(difference.nowFiring()).containsExactly("ST-15");
            assertThat(difference.noLongerFiring()).containsExactly("ST-14", "ST-35");
        }

        @Test
        void a_stored_run_is_replayed_to_the_same_end() {
            var run = Engine.run("run-1", input(TYPICAL), "2014-1", "lena", Instant.parse("2014-11-20T09:00:00Z"));
            assertThat(Engine.replay(run).findings()).isEqualTo(run.findings());
        }
    }

    @Test
    void only_an_acceptable_word_is_looked_at() {
        assertThat(List.of(Question.values()))
                .allSatisfy(question -> assertThat(question.words()).doesNotContain("UNKNOWN"));
    }
}
