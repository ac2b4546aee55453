package org.repatria.assets.domain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.AssetReason.ASSET_HAS_LEFT;
import static org.repatria.assets.domain.AssetReason.AWARD_UNFIT;
import static org.repatria.assets.domain.AssetReason.CLAIM_ALREADY_RECORDED;
import static org.repatria.assets.domain.AssetReason.CLAIM_NOT_RESERVED;
import static org.repatria.assets.domain.AssetReason.CLAIM_STEP_UNFIT;
import static org.repatria.assets.domain.AssetReason.CLAIM_UNFIT;
import static org.repatria.assets.domain.AssetReason.CLAIM_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.DATE_ORDER_WRONG;
import static org.repatria.assets.domain.AssetReason.INTEREST_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.ORDER_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.PARTICULAR_MISSING;
import static org.repatria.assets.domain.AssetReason.STEP_NEEDS_ANOTHER_PERSON;
import static org.repatria.assets.domain.AssetReason.STEP_NOT_YOURS;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.SUE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.FileClaim;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordOrder;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.Line.Need;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;

/** The table of claims row by row, taken and refused, and the page that it makes. */
class ClaimTablesTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final Instant YEARS_LATER = Instant.parse("2017-03-16T12:00:00Z");
    private static final ClaimId SUBJECT = new ClaimId("claim-subject");

    /** No line is theirs to take or to confirm. */
    private static final Actor OUTSIDER = new Actor("aude.auditor", Set.of("AU"), "XH-CA");

    record Row(Optional<ClaimStatus> from, Line<ClaimStatus> line) {}

    static Stream<Row> rows() {
        return StepTables.CLAIMS.stream()
                .flatMap(line -> line.from().isEmpty()
                        ? Stream.of(new Row(Optional.empty(), line))
                        : line.from().stream().sorted().map(from -> new Row(Optional.of(from), line)));
    }

    static Stream<Row> rowsOfTwo() {
        return rows().filter(row -> !row.line().confirmedBy().isEmpty());
    }

    @Nested
    class EachRow {

        @ParameterizedTest
        @MethodSource("org.repatria.assets.domain.ClaimTablesTest#rows")
        void is_taken_with_its_papers_by_its_people(Row row) {
            assertThat(taken(before(row), row.line(), dayAfter(row))
                            .claim(SUBJECT)
                            .orElseThrow()
                            .status())
                    .isEqualTo(row.line().to());
        }

        @ParameterizedTest
        @MethodSource("org.repatria.assets.domain.ClaimTablesTest#rows")
        void is_refused_where_one_of_its_papers_is_missing(Row row) {
            for (var need : row.line().needs()) {
                var others = new ArrayList<>(row.line().needs());
                others.remove(need);
                assertThat(reason(decide(command(row.line(), dayAfter(row), others), before(row), taker(row.line()))))
                        .as("without %s", need)
                        .isEqualTo(PARTICULAR_MISSING);
            }
        }

        @ParameterizedTest
        @MethodSource("org.repatria.assets.domain.ClaimTablesTest#rows")
        void is_refused_to_another_officer(Row row) {
            var whole = command(row.line(), dayAfter(row), row.line().needs());
            assertThat(reason(decide(whole, before(row), OUTSIDER))).isEqualTo(STEP_NOT_YOURS);
        }

        @ParameterizedTest
        @MethodSource("org.repatria.assets.domain.ClaimTablesTest#rowsOfTwo")
        void waits_for_another_person_of_the_confirming_role_where_it_takes_two(Row row) {
            var whole = command(row.line(), dayAfter(row), row.line().needs());
            var proposed = accepted(whole, before(row), taker(row.line()));
            var both = new Actor(taker(row.line()).id(), Set.copyOf(row.line().confirmedBy()), "XH-CA");
            assertThat(proposed.claims()).isEqualTo(before(row).claims());
            assertThat(reason(decide(confirmed(proposed), proposed, both))).isEqualTo(STEP_NEEDS_ANOTHER_PERSON);
            assertThat(reason(decide(confirmed(proposed), proposed, OUTSIDER))).isEqualTo(STEP_NOT_YOURS);
        }

        @ParameterizedTest
        @EnumSource(ClaimStatus.class)
        void is_the_only_way_from_where_a_claim_stands(ClaimStatus from) {
            var before = walked(wayTo(from));
            for (var to : ClaimStatus.values()) {
                if (StepTables.between(from, to).isEmpty()) {
                    var asked = Assets.changeClaim(
                            "subject", to, day(90), Said.awarding(Optional.empty(), Optional.of(usd("100.00"))));
                    assertThat(reason(decide(asked, before, LENA)))
                            .as("%s -> %s", from, to)
                            .isEqualTo(CLAIM_STEP_UNFIT);
                }
            }
        }
    }

    @Nested
    class TheTableAsAWhole {

        @Test
        void every_line_says_who_and_why() {
            assertThat(StepTables.CLAIMS).allSatisfy(line -> {
                assertThat(line.by()).isNotEmpty();
                assertThat(line.source()).isNotBlank();
                assertThat(line.needs()).isNotEmpty();
            });
        }

        @Test
        void every_state_is_reached_and_only_what_is_paid_has_no_way_out() {
            for (var status : ClaimStatus.values()) {
                assertThat(walked(wayTo(status)).claim(SUBJECT).orElseThrow().status())
                        .isEqualTo(status);
                var out = Stream.of(ClaimStatus.values())
                        .anyMatch(to -> !StepTables.between(status, to).isEmpty());
                assertThat(out).as("%s", status).isEqualTo(status != ClaimStatus.PAID);
            }
        }

        @Test
        void a_life_runs_back_by_an_appeal_alone() {
            var decided = EnumSet.of(
                    ClaimStatus.REJECTED,
                    ClaimStatus.SETTLED,
                    ClaimStatus.UPHELD_FULL,
                    ClaimStatus.UPHELD_PART,
                    ClaimStatus.DISMISSED);
            assertThat(StepTables.CLAIMS)
                    .filteredOn(line -> line.from().stream().anyMatch(decided::contains))
                    .extracting(Line::to)
                    .containsOnly(ClaimStatus.UNDER_APPEAL, ClaimStatus.PAID);
        }

        @Test
        void the_page_says_what_the_table_says() throws IOException {
            var written =
                    """
                    # Steps of claims

                    How a claim of a third party on an asset goes from step to step. This page is written from the table that the
                    service itself obeys, and a test keeps the two the same. In words: [assets](assets.md#claims).

                    - **Who** takes the step, or proposes it where another person must **confirm** it; that person is never the same.
                    - **Needs** are particulars of the step. `share` stands for what is won: a share or an amount, as it is claimed.

                    `-` files a claim.

                    | From | To | Who | Confirmed by | Needs | Source |
                    |---|---|---|---|---|---|
                    """ + StepTables.CLAIMS.stream().map(ClaimTablesTest::row).collect(joining());
            Files.writeString(Path.of("target/claims.md"), written);
            assertThat(Files.readString(Path.of("../docs/claims.md"))).isEqualTo(written);
        }
    }

    @Nested
    class Filing {

        @Test
        void asks_for_a_share_or_an_amount_of_a_right_that_can_be_held() {
            var neither = Assets.claim("x", Optional.empty(), Optional.empty(), day(1));
            var both = Assets.claim("x", Optional.of(new Fraction(1, 2)), Optional.of(usd("1.00")), day(1));
            assertThat(reason(decide(neither, onFile(), LENA))).isEqualTo(CLAIM_UNFIT);
            assertThat(reason(decide(both, onFile(), LENA))).isEqualTo(CLAIM_UNFIT);
            assertThat(reason(decide(Assets.claimAmount("x", "0.00", day(1)), onFile(), LENA)))
                    .isEqualTo(CLAIM_UNFIT);
            var tenant = with(Assets.claimShare("x", 1, 2, day(1)), Right.TENANT);
            assertThat(reason(decide(tenant, onFile(), LENA))).isEqualTo(CLAIM_UNFIT);
            var director = with(Assets.claimAmount("x", "1.00", day(1)), Right.DIRECTOR);
            assertThat(reason(decide(director, onFile(), LENA))).isEqualTo(CLAIM_UNFIT);
        }

        @Test
        void names_what_is_there() {
            var plain = Assets.claimShare("x", 1, 2, day(1));
            assertThat(reason(decide(Assets.competing(plain, "nobody"), onFile(), LENA)))
                    .isEqualTo(CLAIM_UNKNOWN);
            assertThat(reason(decide(answering(plain, new OrderId("order-nobody")), onFile(), LENA)))
                    .isEqualTo(ORDER_UNKNOWN);
            var holder =
                    new Claimant(Optional.of(new InterestId("interest-nobody")), Optional.empty(), Optional.empty());
            assertThat(reason(decide(by(plain, holder), onFile(), LENA))).isEqualTo(INTEREST_UNKNOWN);
        }

        @Test
        void happens_once_and_not_in_the_future() {
            var filed = Assets.claimShare("x", 1, 2, day(1));
            var asset = accepted(filed, onFile(), LENA);
            assertThat(((Accepted<AssetEvent>) decide(filed, asset, LENA)).events())
                    .isEmpty();
            var again = new FileClaim(
                    new ClaimId("claim-y"),
                    filed.claimant(),
                    filed.right(),
                    Optional.of(new Fraction(2, 4)),
                    filed.amount(),
                    filed.answers(),
                    filed.samePartAs(),
                    filed.on(),
                    filed.particulars());
            assertThat(reason(decide(again, asset, LENA))).isEqualTo(CLAIM_ALREADY_RECORDED);
            assertThat(reason(decide(Assets.claimShare("z", 1, 2, LocalDate.parse("2017-03-19")), asset, LENA)))
                    .isEqualTo(DATE_IN_FUTURE);
        }
    }

    @Nested
    class Winning {

        @Test
        void is_of_the_sort_that_is_claimed_and_a_part_is_less() {
            var share = admitted(Assets.claimShare("subject", 1, 2, day(1)));
            var amount = admitted(Assets.claimAmount("subject", "100.00", day(1)));
            assertThat(upheldInPart(share, Optional.of(new Fraction(1, 2)), Optional.empty()))
                    .isEqualTo(AWARD_UNFIT);
            assertThat(upheldInPart(share, Optional.empty(), Optional.of(usd("1.00"))))
                    .isEqualTo(AWARD_UNFIT);
            assertThat(upheldInPart(amount, Optional.of(new Fraction(1, 3)), Optional.empty()))
                    .isEqualTo(AWARD_UNFIT);
            assertThat(upheldInPart(amount, Optional.empty(), Optional.of(usd("100.00"))))
                    .isEqualTo(AWARD_UNFIT);
            assertThat(upheldInPart(amount, Optional.empty(), Optional.of(new Money("1.00", "EUR"))))
                    .isEqualTo(AWARD_UNFIT);
        }

        @Test
        void the_whole_asset_makes_it_the_claimants_until_an_appeal_opens_it_again() {
            var asset = upheld(admitted(Assets.claimShare("subject", 1, 1, day(1))));
            assertThat(asset.status()).isEqualTo(AssetStatus.AWARDED_TO_CLAIMANT);
            var late = Assets.restrain(Assets.FIRST, Assets.SEPTEMBER_12);
            assertThat(reason(decide(Assets.complaint(Assets.CLAIMED, day(40)), asset, LENA)))
                    .isEqualTo(ASSET_HAS_LEFT);
            var appealed = accepted(
                    Assets.changeClaim("subject", ClaimStatus.UNDER_APPEAL, day(30), Said.of(Need.PAPER)),
                    accepted(late, asset, LENA),
                    LENA);
            assertThat(appealed.status()).isEqualTo(AssetStatus.RESTRAINED);
            var dismissed = accepted(
                    Assets.changeClaim(
                            "subject", ClaimStatus.DISMISSED, day(60), Said.of(Need.COURT_REFERENCE, Need.REASON)),
                    appealed,
                    LENA);
            assertThat(dismissed.status()).isEqualTo(AssetStatus.RESTRAINED);
            assertThat(dismissed.claim(SUBJECT).orElseThrow().awardedShare()).isEmpty();
        }

        @Test
        void an_amount_leaves_the_asset_where_it_stands() {
            var asset = upheld(admitted(Assets.claimAmount("subject", "100.00", day(1))));
            assertThat(asset.status()).isEqualTo(AssetStatus.IDENTIFIED);
            assertThat(asset.split()).isEmpty();
            assertThat(asset.claim(SUBJECT).orElseThrow().awardedAmount()).contains(usd("100.00"));
        }

        @Test
        void nothing_of_what_has_left_is_possible_and_the_claim_ends_otherwise() {
            var asset = admitted(Assets.claimShare("subject", 1, 1, day(1)));
            var gone = accepted(Assets.find("gone", Finding.Kind.DISSIPATED, day(10)), asset, LENA);
            var left = accepted(Assets.confirm("gone"), gone, AMIR);
            assertThat(reason(decide(
                            Assets.changeClaim(
                                    "subject", ClaimStatus.UPHELD_FULL, day(20), Said.of(Need.COURT_REFERENCE)),
                            left,
                            LENA)))
                    .isEqualTo(ASSET_HAS_LEFT);
            assertThat(accepted(
                                    Assets.changeClaim(
                                            "subject",
                                            ClaimStatus.DISMISSED,
                                            day(20),
                                            Said.of(Need.COURT_REFERENCE, Need.REASON)),
                                    left,
                                    LENA)
                            .status())
                    .isEqualTo(AssetStatus.DISSIPATED);
        }

        private static Reason upheldInPart(Registered asset, Optional<Fraction> share, Optional<Money> amount) {
            return reason(decide(
                    Assets.changeClaim("subject", ClaimStatus.UPHELD_PART, day(20), Said.awarding(share, amount)),
                    asset,
                    LENA));
        }

        private static Registered upheld(Registered asset) {
            return accepted(
                    Assets.changeClaim("subject", ClaimStatus.UPHELD_FULL, day(20), Said.of(Need.COURT_REFERENCE)),
                    asset,
                    LENA);
        }
    }

    @Nested
    class EnteringLate {

        @Test
        void leads_to_the_same_and_an_earlier_step_must_fit() {
            var filed = accepted(Assets.claimAmount("subject", "100.00", day(1)), onFile(), LENA);
            var admitted = Assets.changeClaim("subject", ClaimStatus.ADMITTED, day(5), Said.of(Need.COURT_REFERENCE));
            var settled = Assets.changeClaim(
                    "subject", ClaimStatus.SETTLED, day(9), Said.awarding(Optional.empty(), Optional.of(usd("60.00"))));
            var inTime = confirmedBySue(accepted(settled, accepted(admitted, filed, LENA), LENA));
            var late = accepted(admitted, confirmedBySue(accepted(settled, filed, LENA)), LENA);
            assertThat(late.claim(SUBJECT).orElseThrow().life())
                    .extracting(ClaimChange::to)
                    .isEqualTo(inTime.claim(SUBJECT).orElseThrow().life().stream()
                            .map(ClaimChange::to)
                            .toList());
            assertThat(reason(decide(
                            Assets.changeClaim(
                                    "subject",
                                    ClaimStatus.REJECTED,
                                    day(6),
                                    Said.of(Need.COURT_REFERENCE, Need.REASON)),
                            late,
                            LENA)))
                    .isEqualTo(CLAIM_STEP_UNFIT);
            assertThat(reason(decide(
                            Assets.changeClaim("subject", ClaimStatus.ADMITTED, day(0), Said.of(Need.COURT_REFERENCE)),
                            filed,
                            LENA)))
                    .isEqualTo(DATE_ORDER_WRONG);
        }
    }

    @Nested
    class Returning {

        @Test
        void waits_for_every_claim_to_be_over_or_kept() {
            var valued = accepted(Assets.appraisal("1000.00", "USD"), onFile(), ANA);
            var returning = accepted(
                    new RecordOrder(
                            Assets.SECOND,
                            OrderKind.RETURN,
                            "a basis",
                            Optional.empty(),
                            OrderStatus.ISSUED,
                            MARCH_16,
                            Said.of(Need.COURT_REFERENCE)),
                    valued,
                    LENA);
            var made = accepted(
                    Assets.change(Assets.SECOND, "final", OrderStatus.FINAL, day(1), Said.of(Need.PAPER)),
                    returning,
                    LENA);
            var claimed = accepted(Assets.claimAmount("subject", "400.00", day(1)), made, LENA);
            assertThat(reason(returned(claimed, OrderStatus.SATISFIED, Optional.empty())))
                    .isEqualTo(CLAIM_NOT_RESERVED);
            assertThat(reason(returned(claimed, OrderStatus.PARTLY_SATISFIED, Optional.of(usd("600.01")))))
                    .isEqualTo(CLAIM_NOT_RESERVED);
            assertThat(reason(returned(claimed, OrderStatus.PARTLY_SATISFIED, Optional.of(new Money("1.00", "EUR")))))
                    .isEqualTo(CLAIM_NOT_RESERVED);
            assertThat(returned(claimed, OrderStatus.PARTLY_SATISFIED, Optional.of(usd("600.00"))))
                    .isInstanceOf(Accepted.class);
            var over = accepted(
                    Assets.changeClaim(
                            "subject", ClaimStatus.REJECTED, day(5), Said.of(Need.COURT_REFERENCE, Need.REASON)),
                    claimed,
                    LENA);
            assertThat(returned(over, OrderStatus.SATISFIED, Optional.empty())).isInstanceOf(Accepted.class);
        }

        private static Decision<AssetEvent> returned(Registered asset, OrderStatus to, Optional<Money> amount) {
            return decide(
                    Assets.change(Assets.SECOND, "returned", to, day(9), Said.awarding(Optional.empty(), amount)),
                    asset,
                    LENA);
        }
    }

    private static String row(Line<ClaimStatus> line) {
        return "| %s | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        line.from().isEmpty() ? "`-`" : codes(line.from()),
                        line.to(),
                        roles(line.by()),
                        roles(line.confirmedBy()),
                        line.needs().stream()
                                .map(need -> "`%s`".formatted(need.field()))
                                .collect(joining(", ")),
                        line.source());
    }

    private static String codes(Collection<ClaimStatus> values) {
        return values.stream().sorted().map("`%s`"::formatted).collect(joining(", "));
    }

    private static String roles(Collection<String> roles) {
        return roles.stream().sorted().collect(joining(", "));
    }

    private static FileClaim with(FileClaim c, Right right) {
        return new FileClaim(
                c.claimId(),
                c.claimant(),
                right,
                c.share(),
                c.amount(),
                c.answers(),
                c.samePartAs(),
                c.on(),
                c.particulars());
    }

    private static FileClaim answering(FileClaim c, OrderId order) {
        return new FileClaim(
                c.claimId(),
                c.claimant(),
                c.right(),
                c.share(),
                c.amount(),
                Optional.of(order),
                c.samePartAs(),
                c.on(),
                c.particulars());
    }

    private static FileClaim by(FileClaim c, Claimant claimant) {
        return new FileClaim(
                c.claimId(),
                claimant,
                c.right(),
                c.share(),
                c.amount(),
                c.answers(),
                c.samePartAs(),
                c.on(),
                c.particulars());
    }

    private static Money usd(String amount) {
        return new Money(amount, "USD");
    }

    private static Registered onFile() {
        var registered = accepted(Assets.registerHouse(), DECIDER.initial(), ANA);
        for (var command : Assets.bearingAll(Assets.VINT)) {
            registered = accepted(command, registered, ANA);
        }
        return registered;
    }

    private static Registered admitted(FileClaim claim) {
        return accepted(
                Assets.changeClaim("subject", ClaimStatus.ADMITTED, day(2), Said.of(Need.COURT_REFERENCE)),
                accepted(claim, onFile(), LENA),
                LENA);
    }

    private static Registered before(Row row) {
        return row.from().map(from -> walked(wayTo(from))).orElseGet(ClaimTablesTest::onFile);
    }

    private static LocalDate dayAfter(Row row) {
        return day(row.from().map(from -> wayTo(from).size()).orElse(0) + 1);
    }

    private static Registered walked(List<Line<ClaimStatus>> way) {
        var asset = onFile();
        for (var i = 0; i < way.size(); i++) {
            asset = taken(asset, way.get(i), day(i + 1));
        }
        return asset;
    }

    private static Registered taken(Registered before, Line<ClaimStatus> line, LocalDate day) {
        var after = accepted(command(line, day, line.needs()), before, taker(line));
        return line.confirmedBy().isEmpty()
                ? after
                : accepted(confirmed(after), after, new Actor("the.confirmer", line.confirmedBy(), "XH-CA"));
    }

    private static Registered confirmedBySue(Registered proposed) {
        return accepted(confirmed(proposed), proposed, SUE);
    }

    private static ConfirmAssetStep confirmed(Registered proposed) {
        return new ConfirmAssetStep(proposed.waiting().getLast().step().id());
    }

    /** An amount is claimed, so that a part of it that is won splits nothing. */
    private static AssetCommand command(Line<ClaimStatus> line, LocalDate day, List<Need> needs) {
        var said = new Said(needs, Assets.JUNE_14, day, Assets.SECOND).particulars();
        if (line.from().isEmpty()) {
            var filed = Assets.claimAmount("subject", "1850000.00", day);
            return new FileClaim(
                    filed.claimId(),
                    filed.claimant(),
                    filed.right(),
                    filed.share(),
                    filed.amount(),
                    filed.answers(),
                    filed.samePartAs(),
                    day,
                    said);
        }
        return Assets.changeClaim("subject", line.to(), day, needs.contains(Need.AWARD) ? won(said) : said);
    }

    private static Particulars won(Particulars said) {
        return new Particulars(
                said.courtReference(),
                said.paper(),
                said.reason(),
                said.endsOn(),
                said.zone(),
                said.notified(),
                said.servedOn(),
                said.servedHow(),
                said.requestingStateHeardOn(),
                said.part(),
                said.replacedBy(),
                Optional.of(usd("1000.00")),
                said.screened(),
                said.measure(),
                Optional.empty(),
                said.replyBy(),
                Optional.empty());
    }

    private static LocalDate day(int number) {
        return MARCH_16.plusDays(number);
    }

    private static Actor taker(Line<?> line) {
        return new Actor(
                "the.taker", Set.of(line.by().stream().sorted().toList().getLast()), "XH-CA");
    }

    /** The shortest way on which a claim comes to a status. */
    private static List<Line<ClaimStatus>> wayTo(ClaimStatus wanted) {
        record Walk(ClaimStatus at, List<Line<ClaimStatus>> way) {}
        var seen = EnumSet.noneOf(ClaimStatus.class);
        var open = new ArrayDeque<Walk>();
        StepTables.beginningClaim().forEach(line -> open.add(new Walk(line.to(), List.of(line))));
        while (!open.isEmpty()) {
            var walk = open.poll();
            if (walk.at() == wanted) {
                return walk.way();
            }
            if (seen.add(walk.at())) {
                for (var to : ClaimStatus.values()) {
                    StepTables.between(walk.at(), to).stream().findFirst().ifPresent(line -> {
                        var longer = new ArrayList<>(walk.way());
                        longer.add(line);
                        open.add(new Walk(to, longer));
                    });
                }
            }
        }
        throw new AssertionError("no claim comes to " + wanted);
    }

    private static Registered accepted(AssetCommand command, Asset state, Actor by) {
        var decision = decide(command, state, by);
        assertThat(decision).as("%s by %s", command, by).isInstanceOf(Accepted.class);
        return (Registered) DECIDER.foldFrom(state, ((Accepted<AssetEvent>) decision).events());
    }

    private static Decision<AssetEvent> decide(AssetCommand command, Asset state, Actor by) {
        return DECIDER.answer(command, state, Occasion.of(by, YEARS_LATER));
    }

    private static Reason reason(Decision<AssetEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<AssetEvent>) decision).refusal().reason();
    }
}
