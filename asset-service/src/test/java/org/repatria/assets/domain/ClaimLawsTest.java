package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.CARL;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.SUE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.RegisterPart;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.Line.Need;
import org.repatria.assets.domain.Split.Side;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Occasion;

/** What holds of claims, reserves and parts whatever people enter, in whatever order. */
class ClaimLawsTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final Instant LATER = Instant.parse("2017-03-16T12:00:00Z");
    private static final int HISTORIES = 1_500;
    private static final int COMMANDS = 50;
    private static final int DAYS = 60;

    private final Set<ClaimStatus> reached = EnumSet.noneOf(ClaimStatus.class);
    private int splits;
    private int awarded;
    private int reopened;

    @Test
    void whatever_is_claimed_and_won_the_laws_hold() {
        for (var seed = 0; seed < HISTORIES; seed++) {
            history(new SplittableRandom(seed), onFile(), 0);
        }
        assertThat(reached).containsExactlyInAnyOrder(ClaimStatus.values());
        assertThat(splits).as("splits").isGreaterThan(100);
        assertThat(awarded).as("whole awards").isGreaterThan(20);
        assertThat(reopened).as("awards under appeal").isGreaterThan(5);
    }

    private void history(SplittableRandom random, Registered start, int depth) {
        var asset = start;
        var facts = new ArrayList<AssetEvent>();
        for (var i = 0; i < COMMANDS; i++) {
            var asked = anything(random, asset, i);
            var by = asked instanceof ConfirmAssetStep
                    ? SUE
                    : List.of(CARL, LENA, AMIR, LENA).get(random.nextInt(4));
            var answer = DECIDER.answer(asked, asset, Occasion.of(by, LATER));
            if (!(answer instanceof Accepted<AssetEvent>(var events)) || events.isEmpty()) {
                continue;
            }
            var after = (Registered) DECIDER.foldFrom(asset, events);
            no_life_runs_back(asset, after);
            what_is_kept_is_at_least_each_claim_and_never_more_than_the_whole(after);
            the_state_follows_from_orders_and_claims(after);
            if (asset.status() == AssetStatus.AWARDED_TO_CLAIMANT && after.status() != asset.status()) {
                reopened++;
            }
            after.claims().forEach(it -> reached.add(it.status()));
            events.stream()
                    .filter(it -> !(it instanceof AssetEvent.StepProposed))
                    .forEach(facts::add);
            asset = after;
            if (after.split().isPresent()) {
                splits++;
                parts_have_all_that_the_whole_had(random, after, depth);
                nothing_more_is_recorded_at_the_whole(random, after);
                break;
            }
        }
        if (asset.status() == AssetStatus.AWARDED_TO_CLAIMANT && asset.split().isEmpty()) {
            awarded++;
        }
        assertThat(((Registered) DECIDER.foldFrom(start, facts)).claims()).isEqualTo(asset.claims());
    }

    private static void no_life_runs_back(Registered before, Registered after) {
        for (var claim : after.claims()) {
            assertThat(claim.follows()).as("%s", claim).isTrue();
            before.claim(claim.id())
                    .ifPresent(was -> assertThat(claim.changes()).containsAll(was.changes()));
        }
        assertThat(after.claims()).hasSizeGreaterThanOrEqualTo(before.claims().size());
    }

    private static void the_state_follows_from_orders_and_claims(Registered asset) {
        var isWon = asset.split().isPresent()
                || asset.claims().stream()
                        .anyMatch(it -> Set.of(ClaimStatus.SETTLED, ClaimStatus.UPHELD_FULL, ClaimStatus.PAID)
                                        .contains(it.status())
                                && it.awardedShare().filter(Fraction::isWhole).isPresent());
        assertThat(asset.status() == AssetStatus.AWARDED_TO_CLAIMANT).isEqualTo(isWon);
        if (!isWon) {
            assertThat(asset.status()).isEqualTo(AssetStatus.RESTRAINED);
        }
    }

    private static void what_is_kept_is_at_least_each_claim_and_never_more_than_the_whole(Registered asset) {
        var reserve = Reserve.of(asset);
        assertThat(reserve.share().isMoreThanWhole()).isFalse();
        for (var kept : reserve.kept()) {
            var whole = units(kept.valuation().value());
            var reserved = units(kept.reserved());
            assertThat(reserved.add(units(kept.free()))).isEqualTo(whole);
            assertThat(reserved).isBetween(BigInteger.ZERO, whole);
            var sum = BigDecimal.ZERO;
            for (var claim : asset.claims()) {
                if (!claim.status().isLive()) {
                    continue;
                }
                var own = own(claim, kept.valuation().value());
                sum = sum.add(own);
                assertThat(new BigDecimal(reserved)).isGreaterThanOrEqualTo(own.min(new BigDecimal(whole)));
            }
            // A share of a unit is rounded up once a claim.
            assertThat(new BigDecimal(reserved))
                    .isLessThanOrEqualTo(
                            sum.add(BigDecimal.valueOf(asset.claims().size())));
        }
    }

    /** What one claim comes to in the smallest units, by other means. */
    private static BigDecimal own(Claim claim, Money value) {
        return claim.reservedShare()
                .map(share -> new BigDecimal(units(value))
                        .multiply(BigDecimal.valueOf(share.parts()))
                        .divide(BigDecimal.valueOf(share.of()), 6, RoundingMode.DOWN))
                .orElseGet(() -> claim.reservedAmount()
                        .filter(it -> it.currency().equals(value.currency()))
                        .map(it -> new BigDecimal(units(it)))
                        .orElse(BigDecimal.ZERO));
    }

    private void parts_have_all_that_the_whole_had(SplittableRandom random, Registered whole, int depth) {
        var won = part(whole, Side.AWARDED);
        var rest = part(whole, Side.REST);
        assertThat(part(whole, Side.AWARDED)).isEqualTo(won);
        assertThat(won.id()).isNotEqualTo(rest.id());
        assertThat(won.status()).isEqualTo(AssetStatus.AWARDED_TO_CLAIMANT);
        for (var part : List.of(won, rest)) {
            assertThat(part.identifiers()).isEqualTo(whole.identifiers());
            assertThat(part.interests()).isEqualTo(whole.interests());
            assertThat(part.orders()).isEqualTo(whole.orders());
            assertThat(part.findings()).isEqualTo(whole.findings());
            assertThat(part.links())
                    .extracting(CaseLink::caseId)
                    .isEqualTo(whole.links().stream().map(CaseLink::caseId).toList());
            assertThat(part.claims()).allSatisfy(it -> assertThat(it.follows()).isTrue());
            what_is_kept_is_at_least_each_claim_and_never_more_than_the_whole(part);
        }
        for (var i = 0; i < whole.valuations().size(); i++) {
            var value = whole.valuations().get(i).value();
            var first = won.valuations().get(i).value();
            var second = rest.valuations().get(i).value();
            assertThat(units(first).add(units(second))).isEqualTo(units(value));
            assertThat(second.currency()).isEqualTo(value.currency());
            var exact = new BigDecimal(units(value))
                    .multiply(BigDecimal.valueOf(
                            whole.split().orElseThrow().share().parts()))
                    .divide(
                            BigDecimal.valueOf(
                                    whole.split().orElseThrow().share().of()),
                            6,
                            RoundingMode.DOWN);
            assertThat(exact.subtract(new BigDecimal(units(first))).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
        }
        // Every claim that is not over goes on at a part; an amount, and a share that does not compete, at one alone.
        for (var claim : whole.claims()) {
            if (claim.status().isOpen()) {
                assertThat(won.claim(claim.id()).isPresent()
                                || rest.claim(claim.id()).isPresent())
                        .as("%s is lost", claim)
                        .isTrue();
            }
            if (claim.amount().isPresent()) {
                assertThat(won.claim(claim.id()).isPresent()
                                && rest.claim(claim.id()).isPresent())
                        .as("%s counts twice", claim)
                        .isFalse();
            }
        }
        if (depth < 2) {
            history(random, won, depth + 1);
            history(random, rest, depth + 1);
        }
    }

    private static void nothing_more_is_recorded_at_the_whole(SplittableRandom random, Registered whole) {
        for (var i = 0; i < 10; i++) {
            assertThat(DECIDER.answer(anything(random, whole, i), whole, Occasion.of(LENA, LATER)))
                    .isNotInstanceOf(Accepted.class);
        }
    }

    private static Registered part(Registered whole, Side side) {
        var id = whole.split().orElseThrow().part(side);
        var registering = new RegisterPart(whole.id(), side, Optional.of(whole));
        var on = Occasion.of(Actor.system("parts"), LATER);
        var events = ((Accepted<AssetEvent>) DECIDER.answer(registering, DECIDER.initial(), on)).events();
        var part = (Registered) DECIDER.fold(events);
        assertThat(part.id()).isEqualTo(id);
        assertThat(((Accepted<AssetEvent>) DECIDER.answer(registering, part, on)).events())
                .as("told twice")
                .isEmpty();
        return part;
    }

    private static BigInteger units(Money money) {
        return new BigDecimal(money.amount()).movePointRight(2).toBigIntegerExact();
    }

    private static Registered onFile() {
        var commands = new ArrayList<AssetCommand>(List.of(Assets.registerHouse()));
        commands.addAll(Assets.bearingAll(Assets.VINT));
        commands.add(Assets.record(Assets.HELD, Assets.owns(Assets.holder(Assets.HOLDINGS), 1, 1)));
        commands.add(Assets.appraisal("1850000.01", "USD"));
        commands.add(Assets.restrain(Assets.FIRST));
        var asset = DECIDER.initial();
        for (var command : commands) {
            asset = DECIDER.foldFrom(
                    asset, ((Accepted<AssetEvent>) DECIDER.answer(command, asset, Occasion.of(ANA, LATER))).events());
        }
        return (Registered) asset;
    }

    private static AssetCommand anything(SplittableRandom random, Registered asset, int number) {
        var id = "c" + random.nextInt(4);
        // Most is entered as it happens, and a fourth late.
        var day = MARCH_16.plusDays(random.nextInt(4) == 0 ? random.nextInt(DAYS) : number);
        var share = new Fraction(1 + random.nextInt(3), 3 + random.nextInt(7));
        return switch (random.nextInt(11)) {
            case 0 -> {
                var filed = random.nextInt(4) == 0
                        ? Assets.claimShare(id, 1, 1, day)
                        : Assets.claimShare(id, share.parts(), share.of(), day);
                yield random.nextBoolean() ? filed : Assets.competing(filed, "c" + random.nextInt(4));
            }
            case 1 -> Assets.claimAmount(id, 1 + random.nextInt(900_000) + ".05", day);
            case 2 ->
                asset.waiting().isEmpty()
                        ? Assets.confirm("nothing")
                        : new ConfirmAssetStep(asset.waiting().getLast().step().id());
            case 3, 4 -> Assets.changeClaim(id, ClaimStatus.PAID, MARCH_16.plusDays(DAYS), Said.of(Need.PAPER));
            default -> {
                var all = List.of(ClaimStatus.values());
                var to = all.get(random.nextInt(all.size()));
                var isShare = asset.claim(new ClaimId("claim-" + id))
                        .filter(it -> it.share().isPresent())
                        .isPresent();
                var said = to == ClaimStatus.UPHELD_PART || (to == ClaimStatus.SETTLED && random.nextInt(3) > 0)
                        ? Said.awarding(
                                Optional.of(share).filter(_ -> isShare),
                                Optional.of(new Money("" + (1 + random.nextInt(500)), "USD"))
                                        .filter(_ -> !isShare))
                        : to == ClaimStatus.SETTLED
                                ? Said.awarding(
                                        Optional.of(new Fraction(1, 1)).filter(_ -> isShare),
                                        Optional.of(new Money("7.00", "USD")).filter(_ -> !isShare))
                                : Said.of(Need.COURT_REFERENCE, Need.REASON, Need.PAPER);
                yield Assets.changeClaim(id, to, day, said);
            }
        };
    }
}
