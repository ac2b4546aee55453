package org.repatria.assets.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.SUE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.Kept;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.ChangeClaim;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.FileClaim;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.MergeAsset;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SeparateAsset;
import org.repatria.assets.domain.AssetCommand.LinkCase;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.AssetCommand.UnderPolicy;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeepPaid;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.AssetReason;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.ClaimId;
import org.repatria.assets.domain.ClaimStatus;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Content;
import org.repatria.assets.domain.Finding;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.Line;
import org.repatria.assets.domain.Measure;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.Particulars;
import org.repatria.assets.domain.Provenance;
import org.repatria.assets.domain.Reserve;
import org.repatria.assets.domain.Said;
import org.repatria.assets.domain.Split;
import org.repatria.assets.domain.StepId;
import org.repatria.assets.domain.UpkeepId;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Actor;
import org.repatria.decider.GeneralReason;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.decider.Reason;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.policy.Act;

/** What stands against making one of two assets, and what may be asked of the one that goes. */
class MergingTest {

    private static final AssetId ONE = new AssetId("asset-one");
    private static final AssetId TWO = new AssetId("asset-two");
    private static final AssetId THREE = new AssetId("asset-three");
    private static final Actor OTTO = new Actor("otto.officer", Set.of("CO"), "XR-CA");
    private static final StepId MERGE = new StepId("step-merge");

    private static final Particulars COURT = Said.of(Line.Need.COURT_REFERENCE);

    private final Kept kept = Kept.inMemory();

    @BeforeEach
    void on_file() {
        register(ONE, AssetKind.ACCOUNT, ANA);
        register(TWO, AssetKind.ACCOUNT, ANA);
        register(THREE, AssetKind.ACCOUNT, ANA);
    }

    @Nested
    class Proposing {

        @Test
        void two_people_agree_and_not_one_twice() {
            fulfilled(ask(ONE, ANA, merge(TWO)));
            assertThat(asset(ONE).sameness().isMerged()).isFalse();

            refused(ask(ONE, ANA, new ConfirmAssetStep(MERGE)), AssetReason.STEP_NEEDS_ANOTHER_PERSON);
            refused(ask(ONE, LENA, new ConfirmAssetStep(MERGE)), AssetReason.STEP_NOT_YOURS);
            fulfilled(ask(ONE, SUE, new ConfirmAssetStep(MERGE)));
            assertThat(asset(ONE).sameness().mergedInto().orElseThrow().into()).isEqualTo(TWO);
        }

        @Test
        void to_propose_it_again_is_no_event() {
            fulfilled(ask(ONE, ANA, merge(TWO)));
            fulfilled(ask(ONE, ANA, new MergeAsset(new StepId("step-again"), TWO, "one account")));

            assertThat(asset(ONE).waiting()).hasSize(1);
        }

        @Test
        void nothing_is_merged_without_a_reason() {
            refused(ask(ONE, ANA, new MergeAsset(MERGE, TWO, " ")), AssetReason.TEXT_MISSING);
        }

        @Test
        void an_asset_is_not_merged_into_itself() {
            refused(ask(ONE, ANA, merge(ONE)), AssetReason.MERGER_UNFIT);
        }

        @Test
        void what_waits_is_decided_first() {
            fulfilled(ask(ONE, ANA, Assets.find("traced", Finding.Kind.TRACED, MARCH_16)));
            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_UNFIT);
        }

        @Test
        void an_asset_of_another_state_is_none_like_one_that_nobody_knows() {
            var abroad = new AssetId("asset-abroad");
            register(abroad, AssetKind.ACCOUNT, OTTO);

            var foreign = refused(ask(ONE, ANA, merge(abroad)), AssetReason.OTHER_ASSET_UNKNOWN);
            var unknown = refused(ask(ONE, ANA, merge(new AssetId("asset-nobody"))), AssetReason.OTHER_ASSET_UNKNOWN);

            assertThat(foreign.refusal()).isEqualTo(unknown.refusal());
            assertThat(asset(abroad).sameness().taken()).isEmpty();
            refused(ask(ONE, OTTO, merge(abroad)), GeneralReason.NOT_FOUND);
        }

        @Test
        void assets_of_two_kinds_are_two() {
            var cash = new AssetId("asset-cash");
            register(cash, AssetKind.CASH, ANA);
            refused(ask(ONE, ANA, merge(cash)), AssetReason.MERGER_UNFIT);
        }

        @Test
        void nothing_is_merged_into_what_is_merged() {
            merged(TWO, THREE);
            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_UNFIT);
            fulfilled(ask(ONE, ANA, merge(THREE)));
        }

        @Test
        void everything_is_looked_at_again_when_the_second_person_agrees() {
            fulfilled(ask(ONE, ANA, merge(TWO)));
            merged(TWO, THREE);

            refused(ask(ONE, SUE, new ConfirmAssetStep(MERGE)), AssetReason.MERGER_UNFIT);
            assertThat(asset(ONE).sameness().isMerged()).isFalse();
        }

        @Test
        void two_that_together_pass_a_limit_stay_two() {
            for (var i = 0; i < Limits.LINKS_MAX; i++) {
                fulfilled(ask(TWO, ANA, new LinkCase(new CaseId("case-" + i))));
            }
            fulfilled(ask(ONE, ANA, new LinkCase(new CaseId("case-more"))));

            refused(ask(ONE, ANA, merge(TWO)), AssetReason.ASSET_LIMIT_REACHED);
        }
    }

    @Nested
    class Contradicting {

        @BeforeEach
        void borne() {
            for (var command : Assets.bearingAll(Assets.VINT)) {
                List.of(ONE, TWO)
                        .forEach(it -> kept.assets()
                                .execute(CommandEnvelope.of(it.value(), command, Occasion.of(ANA, NOON)))
                                .block());
            }
        }

        @Test
        void one_decision_that_stands_alike_at_both_is_one() {
            restrained(ONE, "order-a", "ref-1");
            restrained(TWO, "order-b", "ref-1");
            restrained(ONE, "order-c", "ref-2");
            merged(ONE, TWO);

            assertThat(asset(TWO).orders().stream().map(it -> it.id().value())).containsExactly("order-b", "order-c");
        }

        @Test
        void what_the_requesting_state_was_asked_goes_with_its_order_and_is_answered_where_it_is() {
            restrained(ONE, "order-a", "ref-1");
            fulfilled(ask(ONE, LENA, Assets.hear(new OrderId("order-a"), MARCH_16, Optional.empty())));
            merged(ONE, TWO);
            refused(ask(TWO, LENA, liftedWithoutACourt("order-a")), AssetReason.REQUESTING_STATE_UNHEARD);

            var answered = Assets.hear(new OrderId("order-a"), MARCH_16, Optional.of(MARCH_16));
            fulfilled(ask(TWO, LENA, answered));
            assertThat(asset(TWO).hearings()).hasSize(1);
            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));

            assertThat(asset(TWO).hearings()).isEmpty();
            assertThat(asset(ONE).hearings())
                    .singleElement()
                    .satisfies(it -> assertThat(it.answeredOn()).contains(MARCH_16));
            fulfilled(ask(ONE, LENA, liftedWithoutACourt("order-a")));
        }

        @Test
        void one_question_about_one_decision_is_there_once_and_of_the_order_that_stays() {
            restrained(ONE, "order-a", "ref-1");
            restrained(TWO, "order-b", "ref-1");
            fulfilled(ask(ONE, LENA, Assets.hear(new OrderId("order-a"), MARCH_16, Optional.empty())));
            fulfilled(ask(TWO, LENA, Assets.hear(new OrderId("order-b"), MARCH_16, Optional.empty())));
            merged(ONE, TWO);
            assertThat(asset(TWO).hearings())
                    .extracting(it -> it.orderId().value())
                    .containsExactly("order-b");

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(ONE).hearings())
                    .extracting(it -> it.orderId().value())
                    .containsExactly("order-a");
            assertThat(asset(TWO).hearings()).hasSize(1);
        }

        @Test
        void a_number_keeps_its_source_where_it_goes_and_comes_back_as_it_was_corrected() {
            var one = asset(ONE).identifiers().getFirst();
            var read = new Identifier(
                    one.scheme(), "70001000", Optional.of(new Provenance("Account opening form", Confidence.HIGH)));
            var again = new Identifier(
                    one.scheme(), "70001001", Optional.of(new Provenance("Bank's letter", Confidence.MEDIUM)));
            fulfilled(ask(ONE, ANA, Assets.reread(one, read)));
            var two = asset(TWO).identifiers();
            merged(ONE, TWO);
            assertThat(asset(TWO).identifiers()).endsWith(read);
            assertThat(asset(TWO).corrections()).hasSize(1);

            fulfilled(ask(TWO, ANA, Assets.reread(read, again)));
            var own = new Identifier(one.scheme(), "70001002", Optional.empty());
            fulfilled(ask(TWO, ANA, new AssetCommand.RecordIdentifier(own)));
            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(ONE).identifiers()).containsExactly(again);
            assertThat(asset(ONE).corrections())
                    .extracting(it -> it.successor().value())
                    .containsExactly("70001000", "70001001");
            assertThat(asset(TWO).identifiers())
                    .startsWith(two.toArray(Identifier[]::new))
                    .endsWith(own)
                    .hasSize(two.size() + 1);
            assertThat(asset(TWO).corrections()).isEmpty();
        }

        @Test
        void a_question_that_is_answered_at_one_of_the_two_contradicts() {
            restrained(ONE, "order-a", "ref-1");
            restrained(TWO, "order-b", "ref-1");
            fulfilled(ask(ONE, LENA, Assets.hear(new OrderId("order-a"), MARCH_16, Optional.of(MARCH_16))));
            fulfilled(ask(TWO, LENA, Assets.hear(new OrderId("order-b"), MARCH_16, Optional.empty())));

            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void one_decision_that_stands_in_two_ways_contradicts() {
            restrained(ONE, "order-a", "ref-1");
            restrained(TWO, "order-b", "ref-1");
            fulfilled(ask(ONE, LENA, Assets.lift(new OrderId("order-a"), MARCH_16, "security given")));

            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void one_thing_is_confiscated_once() {
            for (var it : List.of(ONE, TWO)) {
                var order = new OrderId("order-of-" + it.value().substring(6));
                fulfilled(ask(it, LENA, Assets.complaint(order, MARCH_16)));
                fulfilled(ask(
                        it,
                        LENA,
                        Assets.change(order, "made-" + it.value(), OrderStatus.ISSUED, MARCH_16, said(it.value()))));
            }
            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void what_has_left_is_not_what_is_held() {
            fulfilled(ask(ONE, LENA, Assets.find("gone", Finding.Kind.DISSIPATED, MARCH_16)));
            fulfilled(ask(ONE, AMIR, Assets.confirm("gone")));
            restrained(TWO, "order-b", "ref-1");

            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void shares_of_both_that_are_more_than_a_whole_contradict_and_the_same_share_is_one() {
            var kestrel = Assets.owns(Assets.KESTREL, 3, 4);
            fulfilled(ask(ONE, ANA, Assets.record(new InterestId("interest-a"), kestrel)));
            fulfilled(ask(TWO, ANA, Assets.record(new InterestId("interest-b"), kestrel)));
            fulfilled(ask(ONE, ANA, merge(TWO)));
            assertThat(asset(ONE).waiting()).hasSize(1);

            var others = Assets.owns(Assets.holder(Assets.HOLDINGS), 3, 4);
            fulfilled(ask(THREE, ANA, Assets.record(new InterestId("interest-c"), others)));
            refused(ask(THREE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void what_refers_to_an_interest_that_both_have_refers_to_the_one_that_is_kept_and_back_again() {
            var kestrel = Assets.owns(Assets.KESTREL, 3, 4);
            fulfilled(ask(ONE, ANA, Assets.record(new InterestId("interest-a"), kestrel)));
            fulfilled(ask(TWO, ANA, Assets.record(new InterestId("interest-b"), kestrel)));
            restrained(ONE, "order-a", "ref-1");
            fulfilled(ask(
                    ONE,
                    LENA,
                    Assets.change(
                            new OrderId("order-a"), "served", OrderStatus.SERVED, MARCH_16, servedOn("interest-a"))));
            var before = Content.of(asset(ONE));

            merged(ONE, TWO);
            assertThat(served(TWO)).containsExactly(new InterestId("interest-b"));
            fulfilled(ask(TWO, LENA, Assets.lift(new OrderId("order-a"), MARCH_16, "security given")));

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(served(ONE)).containsExactly(new InterestId("interest-a"));
            assertThat(asset(ONE).orders().getFirst().status()).isEqualTo(OrderStatus.DISCHARGED);
            assertThat(Content.of(asset(ONE)).interests()).isEqualTo(before.interests());
        }

        private List<InterestId> served(AssetId id) {
            return asset(id).orders().stream()
                    .flatMap(it -> it.changes().stream())
                    .flatMap(it -> it.particulars().servedOn().stream())
                    .toList();
        }
    }

    /** Claims, register entries and upkeep follow the file that stays. They come back as they stand by then. */
    @Nested
    class TakingOver {

        @BeforeEach
        void borne() {
            for (var command : Assets.bearingAll(Assets.VINT)) {
                List.of(ONE, TWO)
                        .forEach(it -> kept.assets()
                                .execute(CommandEnvelope.of(it.value(), command, Occasion.of(ANA, NOON)))
                                .block());
            }
        }

        @Test
        void claims_live_on_at_the_kept_one_and_come_back() {
            fulfilled(ask(ONE, LENA, Assets.claimAmount("bank", "100.00", MARCH_16)));
            merged(ONE, TWO);
            fulfilled(ask(TWO, LENA, Assets.changeClaim("bank", ClaimStatus.ADMITTED, MARCH_16, COURT)));
            fulfilled(ask(TWO, LENA, Assets.competing(Assets.claimAmount("sister", "80.00", MARCH_16), "bank")));
            fulfilled(ask(TWO, LENA, Assets.claimAmount("other", "70.00", MARCH_16)));

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(ONE).claims())
                    .extracting(it -> it.id().value() + " " + it.status())
                    .containsExactly("claim-bank ADMITTED", "claim-sister FILED");
            assertThat(asset(TWO).claims()).extracting(it -> it.id().value()).containsExactly("claim-other");
        }

        @Test
        void what_is_kept_for_claims_of_both_is_kept_of_the_kept_one() {
            fulfilled(ask(TWO, ANA, Assets.appraisal("1000.00", "USD")));
            fulfilled(ask(ONE, LENA, Assets.claimAmount("bank", "100.00", MARCH_16)));
            fulfilled(ask(TWO, LENA, Assets.claimAmount("spouse", "50.00", MARCH_16)));
            merged(ONE, TWO);

            assertThat(Reserve.of(asset(TWO)).kept())
                    .extracting(it -> it.reserved().amount())
                    .containsExactly("150.00");
        }

        @Test
        void a_claim_that_both_have_is_there_once_and_keeps_once() {
            fulfilled(ask(ONE, LENA, sameClaim("claim-a")));
            fulfilled(ask(TWO, LENA, sameClaim("claim-b")));
            merged(ONE, TWO);
            assertThat(asset(TWO).claims()).extracting(it -> it.id().value()).containsExactly("claim-b");

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(ONE).claims()).extracting(it -> it.id().value()).containsExactly("claim-a");
        }

        @Test
        void a_claim_that_stands_in_two_ways_contradicts_and_nobody_hears_whose_it_is() {
            fulfilled(ask(ONE, LENA, sameClaim("claim-a")));
            fulfilled(ask(TWO, LENA, sameClaim("claim-b")));
            fulfilled(ask(
                    TWO,
                    LENA,
                    new ChangeClaim(
                            new ClaimId("claim-b"),
                            new StepId("step-admitted"),
                            ClaimStatus.ADMITTED,
                            MARCH_16,
                            COURT)));

            var refused = refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
            assertThat(refused.refusal().detail().orElseThrow())
                    .doesNotContain("Mira")
                    .doesNotContain("claim-");
        }

        @Test
        void one_thing_is_awarded_to_one_claimant() {
            awarded(ONE, "wife", MARCH_16);
            awarded(TWO, "bank", MARCH_16);
            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void what_was_awarded_is_not_what_was_restrained_later() {
            awarded(ONE, "wife", MARCH_16.minusDays(1));
            fulfilled(ask(TWO, LENA, Assets.complaint(Assets.CLAIMED, MARCH_16.minusDays(1))));
            fulfilled(ask(TWO, ANA, merge(ONE)));

            fulfilled(ask(THREE, LENA, Assets.claimAmount("bank", "100.00", MARCH_16)));
            refused(ask(THREE, ANA, merge(ONE)), AssetReason.MERGER_CONTRADICTS);
            refused(ask(ONE, ANA, merge(THREE)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void an_order_is_entered_in_its_register_at_the_kept_one_and_the_entry_comes_back() {
            restrained(ONE, "order-a", "ref-1");
            fulfilled(ask(ONE, LENA, Assets.enter(new OrderId("order-a"), MARCH_16, Optional.empty())));
            merged(ONE, TWO);
            fulfilled(ask(TWO, LENA, Assets.enter(new OrderId("order-a"), MARCH_16, Optional.of(MARCH_16))));

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(TWO).registerEntries()).isEmpty();
            assertThat(asset(ONE).registerEntries())
                    .extracting(it -> it.enteredOn())
                    .containsExactly(Optional.of(MARCH_16));
        }

        @Test
        void the_entry_of_an_order_that_both_have_is_one_of_the_order_that_stays() {
            restrained(ONE, "order-a", "ref-1");
            restrained(TWO, "order-b", "ref-1");
            fulfilled(ask(ONE, LENA, Assets.enter(new OrderId("order-a"), MARCH_16, Optional.empty())));
            merged(ONE, TWO);
            assertThat(asset(TWO).registerEntries())
                    .extracting(it -> it.orderId().value())
                    .containsExactly("order-b");

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(ONE).registerEntries())
                    .extracting(it -> it.orderId().value())
                    .containsExactly("order-a");
            assertThat(asset(TWO).registerEntries()).isEmpty();
        }

        @Test
        void an_entry_that_stands_in_two_ways_contradicts() {
            restrained(ONE, "order-a", "ref-1");
            restrained(TWO, "order-b", "ref-1");
            fulfilled(ask(ONE, LENA, Assets.enter(new OrderId("order-a"), MARCH_16, Optional.empty())));
            fulfilled(ask(TWO, LENA, Assets.enter(new OrderId("order-b"), MARCH_16, Optional.of(MARCH_16))));
            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void upkeep_is_paid_at_the_kept_one_and_comes_back_paid() {
            fulfilled(ask(ONE, AMIR, Assets.due("premium", "2400.00", "USD", Assets.JUNE_14)));
            merged(ONE, TWO);
            fulfilled(ask(TWO, AMIR, new RecordUpkeepPaid(new UpkeepId("upkeep-premium"), MARCH_16)));

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(TWO).upkeep()).isEmpty();
            assertThat(asset(ONE).upkeep()).extracting(it -> it.paidOn()).containsExactly(Optional.of(MARCH_16));
        }

        @Test
        void what_is_due_at_both_is_due_once_and_paid_at_one_it_contradicts() {
            fulfilled(ask(ONE, AMIR, Assets.due("premium", "2400.00", "USD", Assets.JUNE_14)));
            fulfilled(ask(TWO, AMIR, Assets.due("insurance", "2400.00", "USD", Assets.JUNE_14)));
            merged(ONE, TWO);
            assertThat(asset(TWO).upkeep()).hasSize(1);

            fulfilled(ask(THREE, AMIR, Assets.due("third", "2400.00", "USD", Assets.JUNE_14)));
            fulfilled(ask(THREE, AMIR, new RecordUpkeepPaid(new UpkeepId("upkeep-third"), MARCH_16)));
            refused(ask(THREE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        @Test
        void where_it_was_before_is_known_at_the_kept_one_and_comes_back() {
            fulfilled(ask(ONE, ANA, Assets.moved("earlier", "XE", MARCH_16.minusDays(9))));
            fulfilled(ask(ONE, ANA, Assets.moved("back", "XH", MARCH_16.minusDays(5))));
            var before = asset(ONE).places();
            merged(ONE, TWO);
            assertThat(asset(TWO).places().inOrder())
                    .extracting(it -> it.location().country())
                    .containsExactly("XH", "XE", "XH");
            fulfilled(ask(TWO, ANA, Assets.relocated("earlier", "right", "XK", Optional.of(MARCH_16.minusDays(9)))));

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(TWO).places().all()).hasSize(1);
            assertThat(asset(ONE).places().inOrder())
                    .extracting(it -> it.location().country())
                    .containsExactly("XH", "XK", "XH");
            assertThat(asset(ONE).places().all()).hasSize(before.all().size() + 1);
        }

        @Test
        void what_is_at_two_places_is_two() {
            fulfilled(ask(ONE, ANA, Assets.moved("abroad", "XE", MARCH_16)));
            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
            fulfilled(ask(TWO, ANA, Assets.moved("also", "XE", MARCH_16.minusDays(1))));
            fulfilled(ask(ONE, ANA, merge(TWO)));
        }

        @Test
        void what_came_to_two_places_on_one_day_is_two() {
            fulfilled(ask(ONE, ANA, Assets.moved("one", "XE", MARCH_16.minusDays(9))));
            fulfilled(ask(TWO, ANA, Assets.moved("two", "XK", MARCH_16.minusDays(9))));
            fulfilled(ask(ONE, ANA, Assets.moved("one-back", "XH", MARCH_16)));
            fulfilled(ask(TWO, ANA, Assets.moved("two-back", "XH", MARCH_16)));
            refused(ask(ONE, ANA, merge(TWO)), AssetReason.MERGER_CONTRADICTS);
        }

        /** Each clock of the law that ran at one file runs at the other: same rule, same days. */
        @Test
        void clocks_run_on_at_the_kept_one_and_again_at_the_one_that_comes_back() {
            fulfilled(ask(
                    ONE,
                    LENA,
                    new AssetCommand.RestraintCommand.RecordRestraint(
                            new OrderId("order-a"),
                            "ref-1",
                            "28 U.S.C. 2467(d)(3)(A)",
                            MARCH_16,
                            Assets.JUNE_14,
                            Assets.COURT_ZONE,
                            Optional.of(Measure.FOREIGN_FORFEITURE))));
            var before = running(ONE);
            assertThat(before).hasSize(1);
            merged(ONE, TWO);
            assertThat(running(TWO)).isEqualTo(before);

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(running(ONE)).isEqualTo(before);
            assertThat(running(TWO)).isEmpty();

            merged(ONE, TWO);
            assertThat(running(TWO)).isEqualTo(before);
        }

        @Test
        void parts_of_one_asset_are_two() {
            fulfilled(ask(ONE, LENA, Assets.claimShare("wife", 1, 3, MARCH_16)));
            fulfilled(ask(ONE, LENA, Assets.changeClaim("wife", ClaimStatus.ADMITTED, MARCH_16, COURT)));
            fulfilled(ask(ONE, LENA, Assets.changeClaim("wife", ClaimStatus.UPHELD_FULL, MARCH_16, COURT)));
            var whole = asset(ONE);
            var split = whole.split().orElseThrow();
            for (var side : Split.Side.values()) {
                kept.assets()
                        .execute(CommandEnvelope.of(
                                split.part(side).value(),
                                new AssetCommand.RegisterPart(ONE, side, Optional.of(whole)),
                                Occasion.of(Actor.system("links-of-assets"), NOON)))
                        .block();
            }
            refused(ask(split.rest(), ANA, merge(split.awarded())), AssetReason.MERGER_UNFIT);
        }

        private List<String> running(AssetId id) {
            return asset(id).clocks().clocks().stream()
                    .filter(it -> it.runs())
                    .map(it -> "%s %s %s".formatted(it.rule().id(), it.about(), it.trigger()))
                    .toList();
        }

        private void awarded(AssetId id, String who, LocalDate day) {
            fulfilled(ask(id, LENA, Assets.claimShare(who, 1, 1, day)));
            fulfilled(ask(id, LENA, Assets.changeClaim(who, ClaimStatus.ADMITTED, day, COURT)));
            fulfilled(ask(id, LENA, Assets.changeClaim(who, ClaimStatus.UPHELD_FULL, day, COURT)));
        }

        private static FileClaim sameClaim(String id) {
            var c = Assets.claimAmount("bank", "100.00", MARCH_16);
            return new FileClaim(
                    new ClaimId(id),
                    c.claimant(),
                    c.right(),
                    c.share(),
                    c.amount(),
                    c.answers(),
                    c.samePartAs(),
                    c.on(),
                    c.particulars());
        }
    }

    @Nested
    class StandingForAnother {

        @Test
        void nothing_is_recorded_at_what_is_merged() {
            merged(ONE, TWO);
            for (var command :
                    List.<AssetCommand>of(new LinkCase(Assets.VINT), Assets.appraisal("1.00", "USD"), merge(THREE))) {
                var refused = refused(ask(ONE, ANA, command), AssetReason.ASSET_MERGED);
                assertThat(refused.refusal().detail().orElseThrow()).contains("asset-two");
            }
        }

        @Test
        void cases_follow_the_kept_asset_and_come_back() {
            fulfilled(ask(ONE, ANA, new LinkCase(Assets.VINT)));
            fulfilled(ask(ONE, ANA, new LinkCase(Assets.SISTER)));
            fulfilled(ask(TWO, ANA, new LinkCase(Assets.SISTER)));
            merged(ONE, TWO);
            assertThat(Content.of(asset(ONE)).cases()).isEmpty();
            assertThat(Content.of(asset(TWO)).cases()).containsExactly(Assets.SISTER, Assets.VINT);

            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(Content.of(asset(ONE)).cases()).containsExactly(Assets.VINT, Assets.SISTER);
            assertThat(Content.of(asset(TWO)).cases()).containsExactly(Assets.SISTER);
        }

        @Test
        void what_is_on_its_own_is_not_separated() {
            refused(ask(ONE, ANA, new SeparateAsset("two accounts")), AssetReason.ASSET_NOT_MERGED);
        }

        @Test
        void nothing_is_separated_without_a_reason() {
            merged(ONE, TWO);
            refused(ask(ONE, ANA, new SeparateAsset("")), AssetReason.TEXT_MISSING);
        }

        @Test
        void what_was_merged_last_is_separated_first() {
            merged(ONE, TWO);
            merged(TWO, THREE);
            refused(ask(ONE, ANA, new SeparateAsset("two accounts")), AssetReason.MERGER_UNFIT);

            fulfilled(ask(TWO, ANA, new SeparateAsset("two accounts")));
            fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            assertThat(asset(THREE).identifiers()).hasSize(1);
            assertThat(asset(TWO).identifiers()).hasSize(1);
        }

        @Test
        void merged_and_separated_as_often_as_people_change_their_minds() {
            var before = Content.of(asset(ONE));
            for (var i = 0; i < 3; i++) {
                merged(ONE, TWO);
                fulfilled(ask(ONE, ANA, new SeparateAsset("two accounts")));
            }
            assertThat(Content.of(asset(ONE))).isEqualTo(before);
            assertThat(asset(TWO).sameness().takenIn()).isEmpty();
        }

        /** The number by which the kept asset is known has become its own, so others with it are found. */
        @Test
        void others_are_found_by_an_identifier_that_came_from_the_other() {
            merged(ONE, TWO);
            var four = new AssetId("asset-four");
            var number = asset(ONE).identifiers();
            kept.assets()
                    .execute(under(
                            four,
                            ANA,
                            new RegisterAsset(
                                    four,
                                    AssetKind.ACCOUNT,
                                    "A fourth one",
                                    Optional.empty(),
                                    number,
                                    new Place("XH", Optional.empty()),
                                    "Bank's answer",
                                    Confidence.HIGH)))
                    .block();

            assertThat(asset(four).sameness().possible())
                    .extracting(it -> it.other())
                    .containsExactly(TWO);
        }
    }

    private void restrained(AssetId id, String order, String reference) {
        fulfilled(ask(
                id,
                LENA,
                new AssetCommand.RestraintCommand.RecordRestraint(
                        new OrderId(order),
                        reference,
                        "art. 263",
                        MARCH_16,
                        Assets.JUNE_14,
                        Assets.COURT_ZONE,
                        Optional.empty())));
    }

    private static AssetCommand liftedWithoutACourt(String order) {
        return new AssetCommand.RestraintCommand.DischargeRestraint(
                new OrderId(order),
                new StepId("step-lifted"),
                MARCH_16,
                "another person's account",
                Optional.empty(),
                Optional.empty());
    }

    private static Particulars said(String reference) {
        return new Particulars(
                Optional.of(reference),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Particulars servedOn(String interest) {
        return new Particulars(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new InterestId(interest)),
                Optional.of("By the marshal"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static MergeAsset merge(AssetId into) {
        return new MergeAsset(MERGE, into, "one account");
    }

    private void merged(AssetId from, AssetId into) {
        fulfilled(ask(from, ANA, merge(into)));
        fulfilled(ask(from, SUE, new ConfirmAssetStep(MERGE)));
        assertThat(asset(from).sameness().mergedInto()).isPresent();
        assertThat(asset(into).sameness().takenFrom(from)).isPresent();
    }

    private void register(AssetId id, AssetKind kind, Actor by) {
        var identifiers = kind == AssetKind.CASH
                ? List.<Identifier>of()
                : List.of(new Identifier(
                        Scheme.ACCOUNT_NUMBER, "1000" + id.value().toUpperCase(Locale.ROOT), Optional.empty()));
        kept.assets()
                .execute(under(
                        id,
                        by,
                        new RegisterAsset(
                                id,
                                kind,
                                "Account " + id,
                                Optional.empty(),
                                identifiers,
                                new Place("XH", Optional.empty()),
                                "Bank's answer",
                                Confidence.HIGH)))
                .block();
    }

    private Outcome<Asset> ask(AssetId id, Actor by, AssetCommand command) {
        return kept.assets().execute(under(id, by, command)).block();
    }

    private static CommandEnvelope<AssetCommand> under(AssetId id, Actor by, AssetCommand command) {
        var act = command instanceof AssetCommand.StepCommand
                ? Act.MOVE_ASSET
                : command instanceof AssetCommand.RestraintCommand || command instanceof AssetCommand.OrderCommand
                        ? Act.RECORD_COURT_ORDERS
                        : command instanceof AssetCommand.ClaimCommand ? Act.RECORD_CLAIMS : Act.RECORD_ASSET_FACTS;
        return CommandEnvelope.of(id.value(), new UnderPolicy(act, command), Occasion.of(by, NOON));
    }

    private Registered asset(AssetId id) {
        return (Registered) kept.assets().read(id.value()).block().state();
    }

    private static void fulfilled(Outcome<Asset> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Fulfilled.class);
    }

    private static Outcome.Refused<Asset> refused(Outcome<Asset> outcome, Reason reason) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        var refused = (Outcome.Refused<Asset>) outcome;
        assertThat(refused.refusal().reason()).isEqualTo(reason);
        return refused;
    }
}
