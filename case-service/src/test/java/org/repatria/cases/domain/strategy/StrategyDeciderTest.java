package org.repatria.cases.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.strategy.Inputs.input;
import static org.repatria.cases.domain.strategy.PathwayKind.ASSET_RECOVERY;
import static org.repatria.cases.domain.strategy.PathwayKind.EXTRADITION;
import static org.repatria.cases.domain.strategy.PathwayKind.REMOVAL;
import static org.repatria.cases.domain.strategy.PathwayKind.VOLUNTARY_RETURN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.Named;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.clocks.RuleFixture;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.StrategyRuleText;
import org.repatria.cases.domain.strategy.Strategy.Choice;
import org.repatria.cases.domain.strategy.Strategy.Status;
import org.repatria.cases.domain.strategy.StrategyCommand.ApproveSensitiveStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.CountersignStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.ProposeStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.VetoStrategy;
import org.repatria.cases.domain.strategy.StrategyDecider.StrategySetting;
import org.repatria.cases.domain.strategy.StrategyEvent.StrategyAgreed;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;

final class StrategyDeciderTest {

    private static final LocalDate MEETING = LocalDate.of(2014, 12, 5);
    private static final LocalDate LAST_REVIEW = MEETING.plusDays(180);
    private static final Relation XR_TO_XH = new Relation(new CountryCode("XR"), new CountryCode("XH"));
    private static final Validity ALWAYS =
            new Validity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String NO_TREATY = "TREATY_IN_FORCE=NO HS_NEEDS_TREATY=YES UNCAC_BASIS_USABLE=NO"
            + " ASSETS_IN_HS=YES FOREIGN_ORDER=NONE ABSCONDED=YES SUBJECT_DEAD=NO";

    private static final Run RUN =
            Engine.run("run-1", input(NO_TREATY), "2014-1", "carl", Instant.parse("2014-11-20T09:00:00Z"));

    private static final NamedOfficer CARL = Named.officer("carl", "CO", "XH-CA");
    private static final NamedOfficer LENA = Named.officer("lena", "LO", "XH-CA");
    private static final Actor OFFICER = new Actor("carl", Set.of("CO"), "XH-CA");
    private static final Actor LAWYER = new Actor("lena", Set.of("LO"), "XH-CA");
    private static final Actor SUPERVISOR = new Actor("sara", Set.of("SU"), "XH-CA");
    private static final Actor HEAD = new Actor("hugo", Set.of("HD"), "XH-CA");
    private static final Actor LIAISON = new Actor("livia", Set.of("LI"), "XR-CA");
    private static final Actor RUVANIAN_SUPERVISOR = new Actor("rosa", Set.of("SU"), "XR-CA");
    private static final Actor OWN_LIAISON = new Actor("otto", Set.of("LI"), "XH-CA");
    private static final Actor STRANGER = new Actor("xenia", Set.of("CO", "LO", "SU"), "XK-CA");

    private static final ProposeStrategy ASSETS_THEN_RETURN = propose(
            List.of(new Choice(ASSET_RECOVERY, 1), new Choice(VOLUNTARY_RETURN, 2)), Optional.empty(), LAST_REVIEW);
    private static final CountersignStrategy AT_THE_MEETING =
            new CountersignStrategy(1, "JLG 2014-12-05 item 4", MEETING, Optional.empty());

    @Nested
    class Proposing {
        private final Strategies none = Strategies.none();

        @Test
        void an_officer_proposes_on_a_run() {
            var strategies = after(none, OFFICER, ASSETS_THEN_RETURN);
            assertThat(strategies.versions()).singleElement().satisfies(strategy -> {
                assertThat(strategy.status()).isEqualTo(Status.PROPOSED);
                assertThat(strategy.runId()).isEqualTo("run-1");
                assertThat(strategy.proposedBy()).isEqualTo("carl");
            });
            assertThat(strategies.allows(ASSET_RECOVERY)).isFalse();
        }

        @Test
        void nobody_proposes_what_was_never_none() {
            var around = new StrategySetting(
                    XR_TO_XH,
                    LegalOccasion.of(OFFICER, noon(), rules()),
                    Optional.empty(),
                    input(NO_TREATY),
                    input(NO_TREATY));
            assertThat(codes(StrategyDecider.decide(ASSETS_THEN_RETURN, none, around)))
                    .containsExactly("RUN_REQUIRED");
        }

        @Test
        void nobody_proposes_on_a_run_that_newer_facts_have_overtaken() {
            assertThat(codes(decide(none, OFFICER, NO_TREATY + " LOCATED=HS", ASSETS_THEN_RETURN)))
                    .containsExactly("RUN_OUTDATED");
        }

        @Test
        void a_barred_pathway_is_refused_with_its_rule_and_source() {
            var extradition = propose(List.of(new Choice(EXTRADITION, 1)), Optional.empty(), LAST_REVIEW);
            assertThat(obstacles(decide(none, OFFICER, NO_TREATY, extradition)))
                    .singleElement()
                    .satisfies(obstacle -> {
                        assertThat(obstacle.code()).isEqualTo("PATHWAY_BARRED");
                        assertThat(obstacle.about()).isEqualTo("EXTRADITION");
                        assertThat(obstacle.detail()).startsWith("ST-03: ");
                        assertThat(obstacle.source()).contains("18 U.S.C. 3181(a)");
                    });
        }

        @Test
        void a_rule_that_is_not_open_to_the_officer_bars_without_being_named() {
            var refugee = input("IMMIGRATION_STATUS=REFUGEE");
            var around = new StrategySetting(
                    XR_TO_XH,
                    LegalOccasion.of(OFFICER, noon(), rules()),
                    Optional.of(Engine.run("run-1", refugee, "2014-1", "lena", noon())),
                    refugee,
                    refugee.without(Set.of(FactName.IMMIGRATION_STATUS)));
            var extradition = propose(List.of(new Choice(EXTRADITION, 1)), Optional.empty(), LAST_REVIEW);

            assertThat(obstacles(StrategyDecider.decide(extradition, none, around)))
                    .singleElement()
                    .satisfies(obstacle -> {
                        assertThat(obstacle.code()).isEqualTo("PATHWAY_BARRED");
                        assertThat(obstacle.about()).isEqualTo("EXTRADITION");
                        assertThat(obstacle.detail())
                                .isEqualTo("It is barred on a ground that is not open to you (source: need to know).");
                        assertThat(obstacle.source()).isEmpty();
                    });
        }

        @Test
        void a_barred_fallback_is_refused_too() {
            var fallback = propose(List.of(new Choice(ASSET_RECOVERY, 1)), Optional.of(EXTRADITION), LAST_REVIEW);
            assertThat(codes(decide(none, OFFICER, NO_TREATY, fallback))).containsExactly("PATHWAY_BARRED");
        }

        @Test
        void everything_that_is_missing_is_said_at_once() {
            var empty = new ProposeStrategy(
                    List.of(),
                    Optional.empty(),
                    " ",
                    Named.stranger(""),
                    Named.stranger("emil"),
                    MEETING,
                    Optional.of(false));
            assertThat(codes(decide(none, STRANGER, NO_TREATY, empty)))
                    .containsExactly(
                            "ROLE_REQUIRED",
                            "PATHWAY_REQUIRED",
                            "REASONS_REQUIRED",
                            "RESPONSIBLE_OFFICER_UNKNOWN",
                            "SAFEGUARDS_OWNER_UNKNOWN",
                            "REVIEW_NOT_IN_TIME");
        }

        @Test
        void officers_of_the_other_state_and_those_who_do_not_work_on_cases_are_as_unknown_as_a_blank() {
            for (var named : List.of(
                    Named.officer("rina", "CO", "XR-CA"),
                    Named.officer("sara", "SU", "XH-CA"),
                    Named.stranger("\u00A0"),
                    Named.stranger("carl.oficer"))) {
                assertThat(codes(decide(none, OFFICER, NO_TREATY, by(named, LENA))))
                        .containsExactly("RESPONSIBLE_OFFICER_UNKNOWN");
                assertThat(codes(decide(none, OFFICER, NO_TREATY, by(CARL, named))))
                        .containsExactly("SAFEGUARDS_OWNER_UNKNOWN");
            }
        }

        private ProposeStrategy by(NamedOfficer responsible, NamedOfficer safeguards) {
            return new ProposeStrategy(
                    List.of(new Choice(ASSET_RECOVERY, 1)),
                    Optional.empty(),
                    "The house is here.",
                    responsible,
                    safeguards,
                    LAST_REVIEW,
                    Optional.of(false));
        }

        @Test
        void the_review_is_counted_in_the_unit_of_the_policy_clock() {
            var months = RuleFixture.period(6, ClockRule.Unit.CAL_MONTH)
                    .id(StrategyDecider.REVIEW_CLOCK)
                    .rule();
            var around = new StrategySetting(
                    XR_TO_XH,
                    LegalOccasion.of(OFFICER, noon(), rules(months)),
                    Optional.of(RUN),
                    input(NO_TREATY),
                    input(NO_TREATY));
            var choices = List.of(new Choice(ASSET_RECOVERY, 1));
            var last = MEETING.plusMonths(6);

            accepted(StrategyDecider.decide(propose(choices, Optional.empty(), last), none, around));
            assertThat(codes(
                            StrategyDecider.decide(propose(choices, Optional.empty(), last.plusDays(1)), none, around)))
                    .containsExactly("REVIEW_NOT_IN_TIME");
        }

        @Test
        void the_review_is_not_later_than_the_policy_clock_allows() {
            var late = propose(List.of(new Choice(ASSET_RECOVERY, 1)), Optional.empty(), LAST_REVIEW.plusDays(1));
            assertThat(codes(decide(none, OFFICER, NO_TREATY, late))).containsExactly("REVIEW_NOT_IN_TIME");
        }

        @Test
        void pathways_are_named_once_and_ranked_without_a_gap() {
            var twice = propose(
                    List.of(new Choice(ASSET_RECOVERY, 1), new Choice(REMOVAL, 3)),
                    Optional.of(ASSET_RECOVERY),
                    LAST_REVIEW);
            assertThat(codes(decide(none, OFFICER, NO_TREATY, twice)))
                    .containsExactly("PATHWAY_TWICE", "RANKS_NOT_IN_ORDER");
        }

        @Test
        void a_new_proposal_supersedes_what_was_agreed() {
            var agreed = after(none, OFFICER, ASSETS_THEN_RETURN);
            agreed = after(agreed, SUPERVISOR, AT_THE_MEETING);
            agreed = after(agreed, LIAISON, AT_THE_MEETING);
            var replanned = after(agreed, LAWYER, ASSETS_THEN_RETURN);
            assertThat(replanned.versions())
                    .extracting(Strategy::status)
                    .containsExactly(Status.SUPERSEDED, Status.PROPOSED);
            assertThat(replanned.allows(ASSET_RECOVERY)).isFalse();
        }

        @Test
        void the_versions_at_hand_are_bounded_and_go_on_counting() {
            var strategies = none;
            for (var n = 0; n <= Strategies.VERSIONS_MAX; n++) {
                strategies = after(strategies, OFFICER, ASSETS_THEN_RETURN);
            }
            assertThat(strategies.versions()).hasSize(Strategies.VERSIONS_MAX);
            assertThat(strategies.versions().getLast().number()).isEqualTo(Strategies.VERSIONS_MAX + 1);
        }
    }

    @Nested
    class Vetoing {
        private final Strategies proposed = after(Strategies.none(), OFFICER, ASSETS_THEN_RETURN);

        @Test
        void a_legal_officer_stops_a_version_with_reasons() {
            var vetoed = after(proposed, LAWYER, new VetoStrategy(1, Optional.of("The statute does not allow it.")));
            assertThat(vetoed.versions()).extracting(Strategy::status).containsExactly(Status.VETOED);
            assertThat(codes(decide(vetoed, SUPERVISOR, NO_TREATY, AT_THE_MEETING)))
                    .containsExactly("STRATEGY_NOT_OPEN");
        }

        @Test
        void nobody_else_does_and_never_without_reasons() {
            assertThat(codes(decide(proposed, OFFICER, NO_TREATY, new VetoStrategy(1, Optional.of(" ")))))
                    .containsExactly("ROLE_REQUIRED", "REASONS_REQUIRED");
        }

        @Test
        void a_version_that_is_not_there_is_refused() {
            assertThat(codes(decide(proposed, LAWYER, NO_TREATY, new VetoStrategy(7, Optional.of("No.")))))
                    .containsExactly("STRATEGY_NOT_FOUND");
        }
    }

    @Nested
    class Countersigning {
        private final Strategies proposed = after(Strategies.none(), OFFICER, ASSETS_THEN_RETURN);

        @Test
        void one_side_alone_agrees_on_nothing() {
            var signed = after(proposed, SUPERVISOR, AT_THE_MEETING);
            assertThat(signed.agreed()).isEmpty();
            assertThat(signed.versions().getFirst().signatureOf(Side.REQUESTED)).isPresent();
        }

        @Test
        void it_is_agreed_once_both_have_signed_on_the_later_of_the_two_days() {
            var signed = after(
                    proposed,
                    LIAISON,
                    new CountersignStrategy(1, "note 7/14", MEETING.minusDays(2), Optional.of("Not on removal.")));
            var events = accepted(decide(signed, SUPERVISOR, NO_TREATY, AT_THE_MEETING));
            assertThat(events.getLast()).isEqualTo(new StrategyAgreed(1, MEETING, noon()));
            var agreed = after(signed, SUPERVISOR, AT_THE_MEETING);
            assertThat(agreed.allows(ASSET_RECOVERY)).isTrue();
            assertThat(agreed.allows(REMOVAL)).isFalse();
            assertThat(agreed.agreed()).hasValueSatisfying(strategy -> {
                assertThat(strategy.agreedOn()).contains(MEETING);
                assertThat(strategy.signatureOf(Side.REQUESTING))
                        .hasValueSatisfying(
                                signature -> assertThat(signature.dissent()).contains("Not on removal."));
            });
        }

        @Test
        void two_supervisors_may_sign_but_not_two_liaison_officers() {
            var signed = after(proposed, SUPERVISOR, AT_THE_MEETING);
            assertThat(after(signed, RUVANIAN_SUPERVISOR, AT_THE_MEETING).agreed())
                    .isPresent();
            var byLiaison = after(proposed, LIAISON, AT_THE_MEETING);
            assertThat(codes(decide(byLiaison, OWN_LIAISON, NO_TREATY, AT_THE_MEETING)))
                    .containsExactly("SUPERVISOR_REQUIRED");
        }

        @Test
        void a_side_signs_once_and_the_same_signature_again_is_no_event() {
            var signed = after(proposed, LIAISON, AT_THE_MEETING);
            assertThat(decide(signed, LIAISON, NO_TREATY, AT_THE_MEETING)).isEqualTo(Decision.nothingToDo());
            assertThat(codes(decide(signed, RUVANIAN_SUPERVISOR, NO_TREATY, AT_THE_MEETING)))
                    .containsExactly("SIDE_HAS_SIGNED");
        }

        @Test
        void neither_officers_nor_strangers_sign() {
            assertThat(codes(decide(proposed, LAWYER, NO_TREATY, AT_THE_MEETING)))
                    .containsExactly("ROLE_REQUIRED");
            assertThat(codes(decide(proposed, STRANGER, NO_TREATY, AT_THE_MEETING)))
                    .containsExactly("ROLE_REQUIRED");
        }

        @Test
        void who_proposed_does_not_sign() {
            var both = new Actor("carl", Set.of("CO", "SU"), "XH-CA");
            assertThat(codes(decide(proposed, both, NO_TREATY, AT_THE_MEETING))).containsExactly("SAME_PERSON");
        }

        @Test
        void a_signature_names_its_ground_and_is_not_of_tomorrow() {
            assertThat(codes(decide(
                            proposed,
                            SUPERVISOR,
                            NO_TREATY,
                            new CountersignStrategy(1, " ", MEETING.plusDays(1), Optional.empty()))))
                    .containsExactly("REFERENCE_REQUIRED", "AGREED_IN_FUTURE");
        }

        @Test
        void what_has_become_barred_meanwhile_is_not_signed() {
            assertThat(obstacles(decide(proposed, SUPERVISOR, NO_TREATY + " POLITICAL_OFFENCE=YES", AT_THE_MEETING)))
                    .extracting(Obstacle::about)
                    .containsExactly("VOLUNTARY_RETURN");
        }

        @Test
        void a_sensitive_version_is_signed_only_after_the_head_of_the_own_side() {
            var sensitive = after(
                    Strategies.none(),
                    OFFICER,
                    new ProposeStrategy(
                            List.of(new Choice(ASSET_RECOVERY, 1)),
                            Optional.empty(),
                            "The house is here.",
                            CARL,
                            LENA,
                            LAST_REVIEW,
                            Optional.of(true)));
            assertThat(codes(decide(sensitive, SUPERVISOR, NO_TREATY, AT_THE_MEETING)))
                    .containsExactly("HEAD_APPROVAL_REQUIRED");
            assertThat(codes(decide(
                            sensitive, SUPERVISOR, NO_TREATY, new ApproveSensitiveStrategy(1, Optional.of("Yes.")))))
                    .containsExactly("ROLE_REQUIRED");
            var approved = after(sensitive, HEAD, new ApproveSensitiveStrategy(1, Optional.of("The minister knows.")));
            assertThat(codes(decide(approved, RUVANIAN_SUPERVISOR, NO_TREATY, AT_THE_MEETING)))
                    .containsExactly("HEAD_APPROVAL_REQUIRED");
            var signed = after(after(approved, SUPERVISOR, AT_THE_MEETING), LIAISON, AT_THE_MEETING);
            assertThat(signed.agreed()).isPresent();
        }

        @Test
        void what_is_not_sensitive_needs_no_head() {
            assertThat(codes(decide(proposed, HEAD, NO_TREATY, new ApproveSensitiveStrategy(1, Optional.of("Yes.")))))
                    .containsExactly("NOT_SENSITIVE");
        }
    }

    private static ProposeStrategy propose(List<Choice> pathways, Optional<PathwayKind> fallback, LocalDate reviewOn) {
        return new ProposeStrategy(
                pathways, fallback, "No treaty; the house is here.", CARL, LENA, reviewOn, Optional.of(false));
    }

    private static Instant noon() {
        return Instant.parse("2014-12-05T12:00:00Z");
    }

    private static StrategySetting around(Actor actor, String facts) {
        return new StrategySetting(
                XR_TO_XH, LegalOccasion.of(actor, noon(), rules()), Optional.of(RUN), input(facts), input(facts));
    }

    private static RuleBook rules() {
        return rules(reviewClock());
    }

    private static RuleBook rules(ClockRule review) {
        var citation = new StrategyRuleText(
                "ST-03",
                1,
                "No treaty",
                "18 U.S.C. 3181(a)",
                Optional.empty(),
                "law.cornell.edu",
                Confidence.VERIFIED,
                ALWAYS);
        return new RuleBook(
                "2014-1",
                List.of(review),
                List.of(),
                List.of(),
                List.of(),
                List.of(citation),
                List.of(),
                Map.of(),
                List.of());
    }

    private static Decision<StrategyEvent> decide(
            Strategies strategies, Actor actor, String facts, StrategyCommand command) {
        return StrategyDecider.decide(command, strategies, around(actor, facts));
    }

    private static Strategies after(Strategies strategies, Actor actor, StrategyCommand command) {
        return accepted(decide(strategies, actor, NO_TREATY, command)).stream()
                .reduce(strategies, StrategyDecider::evolve, (_, later) -> later);
    }

    private static List<StrategyEvent> accepted(Decision<StrategyEvent> decision) {
        return switch (decision) {
            case Accepted<StrategyEvent>(var events) -> new ArrayList<>(events);
            case Refused<StrategyEvent>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static List<Obstacle> obstacles(Decision<StrategyEvent> decision) {
        return switch (decision) {
            case Accepted<StrategyEvent>(var events) -> throw new AssertionError(events);
            case Refused<StrategyEvent>(var refusal) -> refusal.obstacles();
        };
    }

    private static List<String> codes(Decision<StrategyEvent> decision) {
        return obstacles(decision).stream().map(Obstacle::code).toList();
    }

    private static ClockRule reviewClock() {
        return RuleFixture.days(180)
                .id(StrategyDecider.REVIEW_CLOCK)
                .startsOn("case.STRATEGY_AGREED")
                .kind(ClockRule.Kind.REVIEW)
                .onExpiry(ClockRule.OnExpiry.ALERT_ONLY)
                .warnsAt(14)
                .rule();
    }
}
