package org.repatria.assets.domain.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.repatria.assets.domain.ownership.Holdings.MARCH;
import static org.repatria.assets.domain.ownership.Holdings.company;
import static org.repatria.assets.domain.ownership.Holdings.person;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.Right;
import org.repatria.assets.domain.ownership.Ownership.Effective;

/** What holds of every ownership, however companies own one another. */
final class OwnershipLawsTest {

    /** Fixed, so that a failure comes again. */
    private static final long SEED = 20150316;

    private static final int GRAPHS = 400;
    private static final int TENTHS = 10;

    /** What rounding of decimals may make of so many figures. */
    private static final BigDecimal LAST_DECIMAL = new BigDecimal("0.00000001");

    static IntStream graphs() {
        return IntStream.range(0, GRAPHS);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void every_part_lies_within_its_bounds_and_all_parts_come_to_the_whole(int n) {
        var behind = generated(new Random(SEED + n)).behind(MARCH);

        var known = BigDecimal.ZERO;
        for (var holder : behind.holders()) {
            assertThat(holder.atLeast()).isBetween(BigDecimal.ZERO, holder.atMost());
            assertThat(holder.atMost()).isLessThanOrEqualTo(BigDecimal.ONE);
            assertThat(holder.paths()).isNotEmpty().allSatisfy(path -> {
                assertThat(path.steps().getLast().holder()).isEqualTo(holder.holder());
                assertThat(path.part()).isLessThanOrEqualTo(holder.atLeast());
            });
            known = holder.isUltimate() ? known.add(holder.atLeast()) : known;
        }
        var whole = known.add(behind.unknown()).add(behind.circular()).add(behind.untold());
        var roundings =
                LAST_DECIMAL.multiply(BigDecimal.valueOf(behind.holders().size() + 3L));
        assertThat(whole.subtract(BigDecimal.ONE).abs()).isLessThanOrEqualTo(roundings);
    }

    /** Shares come to the whole everywhere, and every circle has a way out: nothing is left to be unknown. */
    @ParameterizedTest
    @MethodSource("graphs")
    void where_everything_is_known_persons_have_it_all(int n) {
        var random = new Random(SEED + n);
        var holdings = new Holdings();
        var companies = 1 + random.nextInt(12);
        holdings.asset(company("0"), 1, 1);
        for (var i = 0; i < companies; i++) {
            var left = TENTHS;
            for (var other = 0; left > 4 && other < 3; other++) {
                var parts = 1 + random.nextInt(2);
                holdings.of("" + i, company("" + random.nextInt(companies)), parts, TENTHS);
                left -= parts;
            }
            holdings.of("" + i, person("P" + i), left, TENTHS);
        }

        var behind = holdings.behind(MARCH);

        assertThat(behind.unknown()).isZero();
        assertThat(behind.circular()).isZero();
        assertThat(behind.untold()).isLessThanOrEqualTo(LAST_DECIMAL);
        assertThat(sum(behind)).isBetween(new BigDecimal("0.9999998"), BigDecimal.ONE);
    }

    /** An account of who has what by other means: the linear equations, solved without any series. */
    @ParameterizedTest
    @MethodSource("graphs")
    void bounds_hold_what_solving_the_equations_gives(int n) {
        var random = new Random(SEED + n);
        var holdings = generated(random);
        var behind = holdings.behind(MARCH);

        var expected = solved(holdings);

        behind.holders().stream().filter(Effective::isUltimate).forEach(it -> {
            var name = Holdings.name(it.holder().holder());
            assertThat(expected.getOrDefault(name, 0.0))
                    .as(name)
                    .isBetween(it.atLeast().doubleValue() - 1e-7, it.atMost().doubleValue() + 1e-7);
        });
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void to_learn_of_another_holder_never_widens_what_is_known_of_the_others(int n) {
        var random = new Random(SEED + n);
        var holdings = generated(random);
        var before = atLeast(holdings.behind(MARCH));
        var gap = holdings.behind(MARCH).gaps().stream().findFirst();
        if (gap.isEmpty()) {
            return;
        }
        var small = Optional.of(new Fraction(1, 1_000));
        gap.get()
                .company()
                .ifPresentOrElse(
                        id -> holdings.of(
                                id.value().substring("company-".length()), Right.OWNER, person("Newly known"), small),
                        () -> holdings.asset(Right.OWNER, person("Newly known"), small));

        var after = atLeast(holdings.behind(MARCH));

        before.forEach((name, part) ->
                assertThat(after.get(name)).as(name).isGreaterThanOrEqualTo(part.subtract(LAST_DECIMAL)));
    }

    @Test
    @Timeout(60)
    void ten_thousand_holders_in_circles_are_told_apart() {
        var random = new Random(SEED);
        var holdings = new Holdings();
        var companies = 2_500;
        holdings.asset(company("0"), 1, 1);
        for (var i = 0; i < companies; i++) {
            holdings.of("" + i, company("" + (i + 1) % companies), 2, TENTHS);
            holdings.of("" + i, company("" + random.nextInt(companies)), 3, TENTHS);
            holdings.of("" + i, person("A" + i), 2, TENTHS).of("" + i, person("B" + i), 2, TENTHS);
            holdings.of("" + i, Right.NOMINEE, person("N" + i), Optional.of(new Fraction(1, TENTHS)));
        }

        var behind = holdings.behind(MARCH);

        assertThat(behind.stakes()).hasSize(1 + 5 * companies);
        assertThat(behind.holders()).hasSize(3 * companies);
        assertThat(behind.untold()).isLessThan(new BigDecimal("0.0000001"));
        // Of each company four fifths are passed on to persons, and one fifth is with nominees.
        assertThat(behind.unknown()).isBetween(new BigDecimal("0.19999"), new BigDecimal("0.20001"));
    }

    @Test
    @Timeout(60)
    void a_chain_of_ten_thousand_companies_ends() {
        var holdings = new Holdings();
        holdings.asset(company("0"), 1, 1);
        IntStream.range(0, 10_000).forEach(i -> holdings.of("" + i, company("" + (i + 1)), 1, 1));
        assertThatCode(() -> holdings.behind(MARCH)).doesNotThrowAnyException();
        assertThat(holdings.behind(MARCH).unknown()).isEqualByComparingTo("1");
    }

    /** Companies that own one another, persons, unknown shares and nominees; never more than the whole. */
    private static Holdings generated(Random random) {
        var holdings = new Holdings();
        var companies = 1 + random.nextInt(10);
        for (var thing = -1; thing < companies; thing++) {
            var left = TENTHS;
            var owners = random.nextInt(5);
            for (var owner = 0; owner < owners && left > 0; owner++) {
                var parts = 1 + random.nextInt(left);
                var share = random.nextInt(8) == 0 ? Optional.<Fraction>empty() : share(parts);
                left -= share.isPresent() ? parts : 0;
                var right = random.nextInt(8) == 0 ? Right.NOMINEE : Right.OWNER;
                var holder = random.nextBoolean()
                        ? company("" + random.nextInt(companies))
                        : person("P" + random.nextInt(6), "1960-01-01");
                if (thing < 0) {
                    holdings.asset(right, holder, share);
                } else {
                    holdings.of("" + thing, right, holder, share);
                }
            }
        }
        return holdings;
    }

    private static Optional<Fraction> share(int parts) {
        return Optional.of(new Fraction(parts, TENTHS));
    }

    /** The least solution of the linear equations, by elimination in floating point numbers and no series. */
    private static Map<String, Double> solved(Holdings holdings) {
        var count = 40;
        var flows = new double[count][count];
        var persons = new TreeMap<String, double[]>();
        for (var interest : holdings.inAsset) {
            flow(flows, persons, 0, interest, count);
        }
        holdings.inCompanies.forEach(
                (id, interests) -> interests.forEach(it -> flow(flows, persons, number(id.value()), it, count)));
        // What reaches a thing: 1 at the asset, and of each thing that it owns its share. (I - F^T) x = e.
        var equations = new double[count][count + 1];
        for (var row = 0; row < count; row++) {
            for (var column = 0; column < count; column++) {
                equations[row][column] = (row == column ? 1 : 0) - flows[column][row];
            }
        }
        equations[0][count] = 1;
        var reached = eliminated(equations);
        return persons.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> IntStream.range(0, count)
                                .mapToDouble(thing -> reached[thing] * it.getValue()[thing])
                                .sum()));
    }

    private static void flow(double[][] flows, Map<String, double[]> persons, int thing, Interest interest, int count) {
        if (interest.right() != Right.OWNER || interest.share().isEmpty()) {
            return;
        }
        var share =
                (double) interest.share().get().parts() / interest.share().get().of();
        if (interest.holder() instanceof Holder.OfCompany(var id)) {
            flows[thing][number(id.value())] += share;
        } else {
            persons.computeIfAbsent(Holdings.name(interest.holder()), _ -> new double[count])[thing] += share;
        }
    }

    private static int number(String companyId) {
        return 1 + Integer.parseInt(companyId.substring("company-".length()));
    }

    /** Where there are many solutions, a circle leads to nobody, and nothing of it flows to a person. */
    private static double[] eliminated(double[][] equations) {
        var count = equations.length;
        var solution = new double[count];
        for (var pivot = 0; pivot < count; pivot++) {
            var best = pivot;
            for (var row = pivot + 1; row < count; row++) {
                best = Math.abs(equations[row][pivot]) > Math.abs(equations[best][pivot]) ? row : best;
            }
            var swapped = equations[pivot];
            equations[pivot] = equations[best];
            equations[best] = swapped;
            if (Math.abs(equations[pivot][pivot]) < 1e-12) {
                continue;
            }
            for (var row = 0; row < count; row++) {
                if (row != pivot) {
                    var factor = equations[row][pivot] / equations[pivot][pivot];
                    for (var column = pivot; column <= count; column++) {
                        equations[row][column] -= factor * equations[pivot][column];
                    }
                }
            }
        }
        for (var row = 0; row < count; row++) {
            solution[row] = Math.abs(equations[row][row]) < 1e-12 ? 0 : equations[row][count] / equations[row][row];
        }
        return solution;
    }

    private static BigDecimal sum(Ownership behind) {
        return behind.holders().stream()
                .filter(Effective::isUltimate)
                .map(Effective::atLeast)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> atLeast(Ownership behind) {
        return behind.holders().stream()
                .filter(Effective::isUltimate)
                .collect(Collectors.toMap(it -> it.holder().key(), Effective::atLeast));
    }
}
