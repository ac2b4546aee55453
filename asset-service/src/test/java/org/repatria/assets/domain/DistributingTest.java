package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.AssetReason.CLAIM_NOT_RESERVED;
import static org.repatria.assets.domain.AssetReason.DISTRIBUTION_BROKEN;
import static org.repatria.assets.domain.AssetReason.DISTRIBUTION_UNFIT;
import static org.repatria.assets.domain.AssetReason.MONEY_INVALID;
import static org.repatria.assets.domain.AssetReason.PARTICULAR_MISSING;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.HANA;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.SUE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.StepCommand.RecordFinding;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeepPaid;
import org.repatria.assets.domain.Line.Need;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;
import org.repatria.testkit.decisions.Laws.Attempt;

/** Who gets what of the money that an asset brought: by itself, and beside what is recorded of it. */
class DistributingTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    /** What an agreement says, line by line; {@code ""} is not said. */
    private record Sums(
            String currency,
            String gross,
            String income,
            String thirdParties,
            String disposal,
            String management,
            String victims,
            String expenses,
            Optional<Fraction> hostShare,
            String host,
            String returned,
            Optional<String> shareWaiver) {

        /** The worked example of the field's own reference: the host keeps three of ten. */
        static Sums worked() {
            return new Sums(
                    "USD",
                    "3000000.00",
                    "18250.40",
                    "720000.00",
                    "150000.00",
                    "64310.10",
                    "400000.00",
                    "22000.00",
                    Optional.of(new Fraction(3, 10)),
                    "498582.09",
                    "1163358.21",
                    Optional.empty());
        }

        static Sums of(String gross, String thirdParties, String management, String returned) {
            return new Sums(
                    "USD",
                    gross,
                    "",
                    thirdParties,
                    "",
                    management,
                    "",
                    "",
                    Optional.empty(),
                    "",
                    returned,
                    Optional.empty());
        }

        static Sums shared(String currency, String gross, long parts, long of, String host, String returned) {
            var share = Optional.of(new Fraction(parts, of));
            return new Sums(currency, gross, "", "", "", "", "", "", share, host, returned, Optional.empty());
        }

        Sums waived(String words) {
            return new Sums(
                    currency,
                    gross,
                    income,
                    thirdParties,
                    disposal,
                    management,
                    victims,
                    expenses,
                    hostShare,
                    host,
                    returned,
                    Optional.of(words));
        }

        Distribution distribution() {
            return new Distribution(
                    new Money(gross, currency),
                    money(income),
                    money(thirdParties),
                    money(disposal),
                    money(management),
                    money(victims),
                    money(expenses),
                    hostShare,
                    money(host),
                    new Money(returned, currency),
                    shareWaiver);
        }

        private Optional<Money> money(String amount) {
            return amount.isEmpty() ? Optional.empty() : Optional.of(new Money(amount, currency));
        }
    }

    @Nested
    class AddingUp {

        @Test
        void of_the_worked_example_is_right_to_the_cent() {
            assertThat(Sums.worked().distribution().flaw()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "3000000.01, 498582.09, 1163358.21, returned",
            "3000000.00, 498582.10, 1163358.20, host",
            "3000000.00, 498582.08, 1163358.22, host",
            "3000000.00, 498582.09, 1163358.20, returned",
            "3000000.00, 498582.09, 1163358.22, returned",
            "1000000.00, 498582.09, 1163358.21, gross"
        })
        void is_refused_by_a_cent_with_the_field_and_the_source(
                String gross, String host, String returned, String field) {
            var it = Sums.worked();
            var wrong = new Sums(
                    it.currency(),
                    gross,
                    it.income(),
                    it.thirdParties(),
                    it.disposal(),
                    it.management(),
                    it.victims(),
                    it.expenses(),
                    it.hostShare(),
                    host,
                    returned,
                    Optional.empty());
            var obstacle = obstacle(wrong.distribution().flaw().orElseThrow(), DISTRIBUTION_UNFIT);
            assertThat(obstacle.about()).isEqualTo("particulars/distribution/" + field);
            assertThat(obstacle.source())
                    .hasValueSatisfying(it2 -> assertThat(it2).contains("57"));
        }

        @Test
        void takes_one_currency_and_nothing_below_zero() {
            var all = Sums.of("100.00", "", "", "100.00").distribution();
            var mixed = new Distribution(
                    all.gross(),
                    Optional.of(new Money("0.00", "EUR")),
                    all.thirdParties(),
                    all.disposal(),
                    all.management(),
                    all.victims(),
                    all.expenses(),
                    all.hostShare(),
                    all.host(),
                    all.returned(),
                    all.shareWaiver());
            assertThat(obstacle(mixed.flaw().orElseThrow(), DISTRIBUTION_UNFIT).about())
                    .isEqualTo("particulars/distribution/income/currency");
            var below = Sums.of("100.00", "-20.00", "", "120.00").distribution();
            assertThat(obstacle(below.flaw().orElseThrow(), MONEY_INVALID).about())
                    .isEqualTo("particulars/distribution/thirdParties/amount");
        }

        @ParameterizedTest
        @CsvSource({
            "JPY, 1000001, 1, 2, 500000, 500001",
            "JPY, 100, 1, 3, 33, 67",
            "JPY, 200, 1, 3, 67, 133",
            "USD, 0.01, 1, 2, 0.00, 0.01",
            "USD, 0.03, 1, 2, 0.01, 0.02",
            "KWD, 0.005, 3, 10, 0.001, 0.004",
            "GBP, 1058750.00, 1, 2, 529375.00, 529375.00"
        })
        void gives_what_cannot_be_split_to_whoever_lacks_most_and_a_half_to_the_requesting_state(
                String currency, String gross, long parts, long of, String host, String returned) {
            assertThat(Sums.shared(currency, gross, parts, of, host, returned)
                            .distribution()
                            .flaw())
                    .isEmpty();
        }

        @Test
        void has_no_decimals_where_a_currency_has_none() {
            assertThat(obstacle(
                                    Sums.shared("JPY", "1000001.50", 1, 2, "500000.75", "500000.75")
                                            .distribution()
                                            .flaw()
                                            .orElseThrow(),
                                    MONEY_INVALID)
                            .about())
                    .isEqualTo("particulars/distribution/gross/amount");
        }

        @Test
        void comes_to_the_whole_whatever_the_share() {
            var random = new SplittableRandom(14);
            for (var i = 0; i < 2_000; i++) {
                var of = random.nextLong(1, Fraction.PARTS_MAX);
                var share = new Fraction(random.nextLong(1, of + 1), of);
                var units = BigDecimal.valueOf(random.nextLong(0, 1_000_000_000_000L), 2);
                var whole = new Money(units.toPlainString(), "USD");
                var host = share.nearestOf(whole.units());
                assertThat(host).isBetween(BigInteger.ZERO, whole.units());
                assertThat(Sums.shared(
                                        "USD",
                                        whole.amount(),
                                        share.parts(),
                                        share.of(),
                                        whole.ofUnits(host).amount(),
                                        whole.ofUnits(whole.units().subtract(host))
                                                .amount())
                                .distribution()
                                .flaw())
                        .isEmpty();
            }
        }
    }

    @Nested
    class Agreeing {

        @Test
        void and_returning_carry_the_worked_example_to_its_end() {
            var sold = claimed(sold("3000000.00"), "720000.00");
            var agreed = agreed(sold, Sums.worked());
            assertThat(agreed.status()).isEqualTo(AssetStatus.DISTRIBUTION_AGREED);
            assertThat(returned(agreed, "1163358.21", "USD").status()).isEqualTo(AssetStatus.RETURNED);
        }

        @Test
        void leaves_the_host_nothing_of_embezzled_public_funds_that_is_not_waived_expressly() {
            var owed = goesBackWhole(sold("100.00"));
            var shared = Sums.shared("USD", "100.00", 1, 2, "50.00", "50.00");

            assertThat(refused(agree(owed, shared)).about()).isEqualTo("particulars/distribution/shareWaiver");
            assertThat(agree(owed, Sums.of("100.00", "", "", "100.00"))).isInstanceOf(Accepted.class);
            assertThat(agree(owed, shared.waived("Ruvania leaves XH a half, note 2016/3")))
                    .isInstanceOf(Accepted.class);
            assertThat(agree(sold("100.00"), shared)).isInstanceOf(Accepted.class);
        }

        @Test
        void takes_no_waiver_that_says_nothing() {
            var blank = Sums.shared("USD", "100.00", 1, 2, "50.00", "50.00").waived("\u200b");
            var refused = refusal(agree(sold("100.00"), blank)).obstacles().getFirst();
            assertThat(refused.about()).isEqualTo("particulars/distribution/shareWaiver");
        }

        @Test
        void is_the_only_step_that_says_who_gets_what() {
            var said = Said.summing(
                    Optional.of(new Money("100.00", "USD")),
                    Optional.of(Sums.of("100.00", "", "", "100.00").distribution()));
            var sale = new RecordFinding(new StepId("step-again"), Finding.Kind.REALISED, day(6), said);
            assertThat(refused(decide(sale, sold("100.00"), AMIR)).about()).isEqualTo("particulars/distribution");
            var order = Assets.change(Assets.FIRST, "again", OrderStatus.SATISFIED, day(6), said);
            assertThat(refused(decide(order, sold("100.00"), LENA)).about()).isEqualTo("particulars/distribution");
            var claimed = claimed(sold("100.00"), "40.00");
            var claim = Assets.changeClaim("bank", ClaimStatus.SETTLED, day(6), said);
            assertThat(refused(decide(claim, claimed, LENA)).about()).isEqualTo("particulars/distribution");
        }

        @Test
        void that_waits_since_before_there_were_sums_is_not_confirmed() {
            var old = new Finding(
                    new StepId("step-old"),
                    Finding.Kind.DISTRIBUTION_AGREED,
                    day(8),
                    Said.summing(Optional.empty(), Optional.empty()),
                    Assets.YEARS_LATER);
            var waiting = DECIDER.evolve(
                    sold("100.00"),
                    new AssetEvent.StepProposed(
                            new Proposal(new Proposal.Step.OfAsset(old), Set.of("HD"), LENA.id(), Assets.YEARS_LATER)));
            assertThat(refusal(decide(Assets.confirm("old"), waiting, HANA)).reason())
                    .isEqualTo(PARTICULAR_MISSING);
        }

        @Test
        void says_what_sales_brought() {
            var obstacle = refused(agree(sold("3000000.00"), Sums.of("2999999.99", "", "", "2999999.99")));
            assertThat(obstacle.about()).isEqualTo("particulars/distribution/gross");
            assertThat(obstacle.detail()).contains("3000000.00 USD");
        }

        @Test
        void adds_all_sales_up_to_its_day() {
            var twice =
                    found(sold("100.00"), "sold-more", Finding.Kind.REALISED, day(6), Said.price("50.00"), AMIR, SUE);
            assertThat(agreed(twice, Sums.of("150.00", "", "", "150.00")).findings())
                    .hasSize(4);
        }

        @Test
        void is_in_a_currency_in_which_something_was_brought() {
            var euro = Sums.shared("EUR", "100.00", 1, 1, "100.00", "0.00");
            assertThat(refused(agree(sold("100.00"), euro)).about()).isEqualTo("particulars/distribution/gross");
        }

        @Test
        void of_an_account_says_its_face_value() {
            var account = account();
            var face = new AssetCommand.RecordValuation(
                    Valuation.Kind.FACE,
                    new Money("612400.00", "USD"),
                    MARCH_16,
                    "statement",
                    "the bank",
                    Valuation.Basis.GROSS,
                    List.of());
            var all = Sums.of("612400.00", "", "", "612400.00");
            assertThat(refused(agree(account, all)).about()).isEqualTo("particulars/distribution/gross");
            var valued = accepted(face, account, AMIR);
            assertThat(agreed(valued, all).status()).isEqualTo(AssetStatus.DISTRIBUTION_AGREED);
        }

        @Test
        void keeps_for_third_parties_what_their_claims_come_to_and_nothing_for_nobody() {
            var claimed = claimed(sold("1000.00"), "400.00");
            var tooLittle = refusal(agree(claimed, Sums.of("1000.00", "399.99", "", "600.01")));
            assertThat(obstacle(tooLittle, CLAIM_NOT_RESERVED).about())
                    .isEqualTo("particulars/distribution/thirdParties");
            var tooMuch = refused(agree(claimed, Sums.of("1000.00", "400.01", "", "599.99")));
            assertThat(tooMuch.about()).isEqualTo("particulars/distribution/thirdParties");
            assertThat(agreed(claimed, Sums.of("1000.00", "400.00", "", "600.00"))
                            .status())
                    .isEqualTo(AssetStatus.DISTRIBUTION_AGREED);
        }

        @Test
        void counts_claims_to_one_part_once_and_those_that_were_paid() {
            var claimed = claimed(sold("1000.00"), "400.00");
            var rival =
                    accepted(Assets.competing(Assets.claimAmount("rival", "450.00", day(6)), "bank"), claimed, LENA);
            assertThat(obstacle(refusal(agree(rival, Sums.of("1000.00", "400.00", "", "600.00"))), CLAIM_NOT_RESERVED)
                            .about())
                    .endsWith("thirdParties");
            assertThat(agreed(rival, Sums.of("1000.00", "450.00", "", "550.00")).findings())
                    .hasSize(3);
            var paid = paid(upheld(claimed));
            assertThat(obstacle(refusal(agree(paid, Sums.of("1000.00", "", "", "1000.00"))), CLAIM_NOT_RESERVED)
                            .about())
                    .endsWith("thirdParties");
            assertThat(agreed(paid, Sums.of("1000.00", "400.00", "", "600.00")).findings())
                    .hasSize(3);
        }

        @Test
        void keeps_a_share_that_is_claimed_of_what_was_brought() {
            var claimed = accepted(Assets.claimShare("wife", 1, 3, day(6)), sold("100.00"), LENA);
            assertThat(refusal(agree(claimed, Sums.of("100.00", "33.33", "", "66.67")))
                            .reason())
                    .isEqualTo(CLAIM_NOT_RESERVED);
            assertThat(agreed(claimed, Sums.of("100.00", "33.34", "", "66.66")).findings())
                    .hasSize(3);
        }

        @Test
        void waits_for_a_claim_in_another_currency() {
            var claim = Assets.claim("bank", Optional.empty(), Optional.of(new Money("1.00", "EUR")), day(6));
            assertThat(refusal(agree(accepted(claim, sold("100.00"), LENA), Sums.of("100.00", "", "", "100.00")))
                            .reason())
                    .isEqualTo(CLAIM_NOT_RESERVED);
        }

        @Test
        void takes_off_at_least_the_upkeep_that_was_paid() {
            var upkept = upkept(sold("100.00"), "12.00");
            assertThat(refused(agree(upkept, Sums.of("100.00", "", "11.99", "88.01")))
                            .about())
                    .isEqualTo("particulars/distribution/management");
            assertThat(agreed(upkept, Sums.of("100.00", "", "15.00", "85.00")).findings())
                    .hasSize(3);
        }

        @Test
        void anew_adds_to_what_was_agreed_and_returned_and_never_takes_it_back() {
            var returned = returned(
                    agreed(claimed(sold("100.00"), "40.00"), Sums.of("100.00", "40.00", "", "60.00")), "60.00", "USD");
            var over = accepted(
                    Assets.changeClaim(
                            "bank", ClaimStatus.REJECTED, day(9), Said.of(Need.COURT_REFERENCE, Need.REASON)),
                    returned,
                    LENA);
            var less = upkept(over, "50.00");
            assertThat(refused(agree(less, day(10), Sums.of("100.00", "", "50.00", "50.00")))
                            .about())
                    .isEqualTo("particulars/distribution/returned");
            var anew = found(
                    over,
                    "agreed-anew",
                    Finding.Kind.DISTRIBUTION_AGREED,
                    day(10),
                    agreement(Sums.of("100.00", "", "", "100.00")),
                    LENA,
                    HANA);
            assertThat(Distributing.left(Distributing.standing(anew).get("USD"), anew))
                    .contains(new Money("40.00", "USD"));
        }
    }

    @Nested
    class Returning {

        private final Registered agreed = agreed(sold("100.00"), Sums.of("100.00", "", "", "100.00"));

        @ParameterizedTest
        @CsvSource({"99.99, USD, amount", "100.01, USD, amount", "100.00, EUR, amount/currency"})
        void pays_what_was_agreed_no_more_no_less_and_in_its_currency(String amount, String currency, String field) {
            assertThat(refused(decide(returning(amount, currency), agreed, AMIR))
                            .about())
                    .isEqualTo("particulars/" + field);
        }

        @Test
        void happens_once() {
            var returned = returned(agreed, "100.00", "USD");
            var again =
                    new RecordFinding(new StepId("step-again"), Finding.Kind.RETURNED, day(11), Said.price("100.00"));
            assertThat(refused(decide(again, returned, AMIR)).about()).isEqualTo("particulars/amount");
        }
    }

    @Nested
    class LaterNews {

        private final Registered agreed =
                agreed(claimed(sold("100.00"), "40.00"), Sums.of("100.00", "40.00", "5.00", "55.00"));

        @Test
        void of_a_claim_is_a_gap_until_it_is_over_and_nothing_is_returned_meanwhile() {
            var claim = Assets.claimAmount("roofer", "1.00", day(8));
            assertThat(events(claim, agreed, LENA)).contains(found(Distribution.Gap.CLAIMS));
            var claimed = accepted(claim, agreed, LENA);
            assertThat(refusal(decide(returning("55.00", "USD"), claimed, AMIR)).reason())
                    .isEqualTo(CLAIM_NOT_RESERVED);
            var over = Assets.changeClaim(
                    "roofer", ClaimStatus.REJECTED, day(9), Said.of(Need.COURT_REFERENCE, Need.REASON));
            assertThat(events(over, claimed, LENA)).contains(closed());
            assertThat(returned(accepted(over, claimed, LENA), "55.00", "USD").status())
                    .isEqualTo(AssetStatus.RETURNED);
        }

        @Test
        void of_a_bill_is_a_gap_and_no_money_leaves_until_the_heads_agree_anew() {
            var upkept = upkept(agreed, "7.50");
            assertThat(Distributing.gaps(upkept)).containsExactly(Distribution.Gap.MANAGEMENT);
            assertThat(refusal(decide(returning("55.00", "USD"), upkept, AMIR)).reason())
                    .isEqualTo(DISTRIBUTION_BROKEN);
            var paying = Assets.changeClaim("bank", ClaimStatus.PAID, day(9), Said.of(Need.PAPER));
            assertThat(refusal(decide(paying, upheld(upkept), AMIR)).reason()).isEqualTo(DISTRIBUTION_BROKEN);
            var anew = new RecordFinding(
                    new StepId("step-anew"),
                    Finding.Kind.DISTRIBUTION_AGREED,
                    day(9),
                    agreement(Sums.of("100.00", "40.00", "7.50", "52.50")));
            assertThat(events(Assets.confirm("anew"), accepted(anew, upkept, LENA), HANA))
                    .contains(closed());
        }

        @Test
        void of_a_judgment_that_fell_is_a_gap_after_the_return_too() {
            var reversal = Assets.change(
                    Assets.FIRST,
                    "reversed",
                    OrderStatus.DISCHARGED,
                    day(10),
                    Said.of(Need.COURT_REFERENCE, Need.REASON));
            assertThat(events(reversal, agreed, LENA)).contains(found(Distribution.Gap.CONFISCATION));
            assertThat(events(reversal, returned(agreed, "55.00", "USD"), LENA))
                    .contains(found(Distribution.Gap.CONFISCATION));
        }

        @Test
        void of_a_sale_before_the_agreement_is_a_gap_and_one_after_it_is_not() {
            var earlier =
                    new RecordFinding(new StepId("step-garage"), Finding.Kind.REALISED, day(7), Said.price("10.00"));
            assertThat(events(Assets.confirm("garage"), accepted(earlier, agreed, AMIR), SUE))
                    .contains(found(Distribution.Gap.GROSS));
            var later =
                    new RecordFinding(new StepId("step-garage"), Finding.Kind.REALISED, day(9), Said.price("10.00"));
            assertThat(events(Assets.confirm("garage"), accepted(later, agreed, AMIR), SUE))
                    .hasSize(2);
        }

        @Test
        void that_all_of_it_goes_back_is_a_gap_where_the_host_keeps_a_share_that_nobody_left_it() {
            var shared = agreed(sold("100.00"), Sums.shared("USD", "100.00", 1, 2, "50.00", "50.00"));
            assertThat(events(Assets.bearsAll(Assets.VINT, 2, Optional.of("ST-29")), shared, LENA))
                    .contains(found(Distribution.Gap.HOST_SHARE));
            assertThat(refusal(decide(returning("50.00", "USD"), goesBackWhole(shared), AMIR))
                            .reason())
                    .isEqualTo(DISTRIBUTION_BROKEN);
            assertThat(Distributing.gaps(goesBackWhole(agreed)))
                    .as("the host keeps nothing there")
                    .isEmpty();
        }

        @Test
        void of_a_claim_that_fails_frees_money_and_is_no_gap() {
            var over = Assets.changeClaim(
                    "bank", ClaimStatus.REJECTED, day(9), Said.of(Need.COURT_REFERENCE, Need.REASON));
            assertThat(events(over, agreed, LENA)).hasSize(1);
            assertThat(returned(accepted(over, agreed, LENA), "55.00", "USD").status())
                    .isEqualTo(AssetStatus.RETURNED);
        }

        @Test
        void of_a_second_gap_is_told_with_the_first() {
            var claimed = accepted(Assets.claimAmount("roofer", "1.00", day(8)), agreed, LENA);
            var due = accepted(Assets.due("premium", "7.50", "USD", day(8)), claimed, AMIR);
            assertThat(events(new RecordUpkeepPaid(new UpkeepId("upkeep-premium"), day(8)), due, AMIR))
                    .contains(found(Distribution.Gap.CLAIMS, Distribution.Gap.MANAGEMENT));
            assertThat(events(Assets.claimAmount("painter", "1.00", day(8)), claimed, LENA))
                    .hasSize(1);
        }

        @Test
        void of_a_part_that_was_won_is_a_gap_of_the_rest_alone() {
            var all = agreed(
                    accepted(Assets.claimShare("wife", 1, 2, day(5)), sold("100.00"), LENA),
                    Sums.of("100.00", "50.00", "", "50.00"));
            var whole = won(all);
            assertThat(Distributing.gaps(whole)).isEmpty();
            var rest = new AssetCommand.RegisterPart(Assets.HOUSE, Split.Side.REST, Optional.of(whole));
            assertThat(events(rest, DECIDER.initial(), LENA)).contains(found(Distribution.Gap.GROSS));
        }

        private static AssetEvent found(Distribution.Gap... gaps) {
            return new AssetEvent.DistributionGapFound(List.of(gaps), Assets.YEARS_LATER);
        }

        private static AssetEvent closed() {
            return new AssetEvent.DistributionGapClosed(Assets.YEARS_LATER);
        }

        private static List<AssetEvent> events(AssetCommand command, Asset state, Actor by) {
            return ((Accepted<AssetEvent>) decide(command, state, by)).events();
        }
    }

    @Nested
    class OfAPart {

        private final Registered whole = won(accepted(Assets.claimShare("wife", 1, 2, day(5)), sold("100.00"), LENA));

        @Test
        void a_sale_brought_its_part_and_both_come_to_the_whole() {
            assertThat(brought(Split.Side.AWARDED)).isEqualTo("33.33");
            assertThat(brought(Split.Side.REST)).isEqualTo("66.67");
        }

        @Test
        void the_rest_is_agreed_on_with_what_it_brought() {
            assertThat(agreed(part(Split.Side.REST), Sums.of("66.67", "", "", "66.67"))
                            .status())
                    .isEqualTo(AssetStatus.DISTRIBUTION_AGREED);
        }

        private String brought(Split.Side side) {
            return part(side).findings().stream()
                    .filter(it -> it.kind() == Finding.Kind.REALISED)
                    .map(it -> it.particulars().amount().orElseThrow().amount())
                    .reduce((one, other) -> one + " and " + other)
                    .orElseThrow();
        }

        private Registered part(Split.Side side) {
            return accepted(
                    new AssetCommand.RegisterPart(Assets.HOUSE, side, Optional.of(whole)), DECIDER.initial(), LENA);
        }
    }

    @Nested
    class OfTwoFilesOnOneAsset {

        @Test
        void one_sale_has_one_price() {
            var asset = sold("100.00");
            assertThat(Joining.contradiction(Content.of(sold("100.00")), asset)).isEmpty();
            assertThat(Joining.contradiction(Content.of(sold("100.01")), asset))
                    .hasValueSatisfying(it -> assertThat(it).contains("REALISED"));
        }
    }

    // What is asked.

    private static Registered sold(String price) {
        return whole(Assets.soldHouse(Assets.HOUSE, price));
    }

    /** An account that was confiscated as a house is, and that nobody sells. */
    private static Registered account() {
        var asHouse = Assets.soldHouse(Assets.HOUSE, "1.00");
        var rest = asHouse.subList(1, asHouse.size() - 4).stream();
        return whole(Stream.concat(Stream.of(Assets.by(ANA, Assets.YEARS_LATER, Assets.registerAccount())), rest)
                .toList());
    }

    private static Registered whole(List<Attempt<AssetCommand>> attempts) {
        var asset = DECIDER.initial();
        for (var attempt : attempts) {
            asset = accepted(attempt.command(), asset, attempt.occasion().by());
        }
        return (Registered) asset;
    }

    /** Its case says that all of it goes back. */
    private static Registered goesBackWhole(Registered asset) {
        return accepted(Assets.bearsAll(Assets.VINT, 2, Optional.of("ST-29")), asset, LENA);
    }

    private static Registered claimed(Registered asset, String amount) {
        return accepted(Assets.claimAmount("bank", amount, day(5)), asset, LENA);
    }

    /** A third of it is hers, who claimed a half. */
    private static Registered won(Registered claimed) {
        var admitted = accepted(
                Assets.changeClaim("wife", ClaimStatus.ADMITTED, day(6), Said.of(Need.COURT_REFERENCE)), claimed, LENA);
        var third = Said.awarding(Optional.of(new Fraction(1, 3)), Optional.empty());
        return accepted(Assets.changeClaim("wife", ClaimStatus.UPHELD_PART, day(6), third), admitted, LENA);
    }

    private static Registered upheld(Registered asset) {
        var admitted = accepted(
                Assets.changeClaim("bank", ClaimStatus.ADMITTED, day(6), Said.of(Need.COURT_REFERENCE)), asset, LENA);
        return accepted(
                Assets.changeClaim("bank", ClaimStatus.UPHELD_FULL, day(7), Said.of(Need.COURT_REFERENCE)),
                admitted,
                LENA);
    }

    private static Registered paid(Registered asset) {
        var paying = Assets.changeClaim("bank", ClaimStatus.PAID, day(7), Said.of(Need.PAPER));
        var proposed = accepted(paying, asset, AMIR);
        return accepted(new AssetCommand.StepCommand.ConfirmAssetStep(paying.stepId()), proposed, SUE);
    }

    private static Registered upkept(Registered asset, String amount) {
        var due = accepted(Assets.due("premium", amount, "USD", day(8)), asset, AMIR);
        return accepted(new RecordUpkeepPaid(new UpkeepId("upkeep-premium"), day(8)), due, AMIR);
    }

    private static Decision<AssetEvent> agree(Registered asset, Sums sums) {
        return agree(asset, day(8), sums);
    }

    private static Decision<AssetEvent> agree(Registered asset, LocalDate day, Sums sums) {
        return decide(
                new RecordFinding(new StepId("step-agreeing"), Finding.Kind.DISTRIBUTION_AGREED, day, agreement(sums)),
                asset,
                LENA);
    }

    private static Registered agreed(Registered asset, Sums sums) {
        return found(asset, "agreed", Finding.Kind.DISTRIBUTION_AGREED, day(8), agreement(sums), LENA, HANA);
    }

    private static Particulars agreement(Sums sums) {
        return Said.summing(Optional.empty(), Optional.of(sums.distribution()));
    }

    private static RecordFinding returning(String amount, String currency) {
        return new RecordFinding(
                new StepId("step-returned"),
                Finding.Kind.RETURNED,
                day(9),
                Said.summing(Optional.of(new Money(amount, currency)), Optional.empty()));
    }

    private static Registered returned(Registered asset, String amount, String currency) {
        return accepted(Assets.confirm("returned"), accepted(returning(amount, currency), asset, AMIR), SUE);
    }

    private static Registered found(
            Registered asset, String step, Finding.Kind kind, LocalDate day, Particulars said, Actor by, Actor second) {
        var proposed = accepted(new RecordFinding(new StepId("step-" + step), kind, day, said), asset, by);
        return accepted(Assets.confirm(step), proposed, second);
    }

    private static Registered accepted(AssetCommand command, Asset state, Actor by) {
        var decision = decide(command, state, by);
        assertThat(decision).as("%s by %s", command, by).isInstanceOf(Accepted.class);
        return (Registered) DECIDER.foldFrom(state, ((Accepted<AssetEvent>) decision).events());
    }

    private static Decision<AssetEvent> decide(AssetCommand command, Asset state, Actor by) {
        return DECIDER.answer(command, state, Occasion.of(by, Assets.YEARS_LATER));
    }

    private static Refusal refusal(Decision<AssetEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<AssetEvent>) decision).refusal();
    }

    /** What stands in the way of a sum. */
    private static Obstacle refused(Decision<AssetEvent> decision) {
        return obstacle(refusal(decision), DISTRIBUTION_UNFIT);
    }

    private static Obstacle obstacle(Refusal refusal, AssetReason reason) {
        assertThat(refusal.reason()).as("%s", refusal).isEqualTo(reason);
        return refusal.obstacles().getFirst();
    }

    private static LocalDate day(int number) {
        return MARCH_16.plusDays(number);
    }
}
