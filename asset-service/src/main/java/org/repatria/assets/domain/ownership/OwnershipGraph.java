package org.repatria.assets.domain.ownership;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.Portion;
import org.repatria.assets.domain.Right;
import org.repatria.assets.domain.ownership.Ownership.Effective;
import org.repatria.assets.domain.ownership.Ownership.Gap;
import org.repatria.assets.domain.ownership.Ownership.Path;
import org.repatria.assets.domain.ownership.Ownership.Stake;
import org.repatria.assets.domain.ownership.Ownership.Step;

/**
 * The asset, the companies behind it and their holders on one day, and what is whose of it.
 *
 * <p>The whole asset is passed on from each thing to those who own it, by their shares. What reaches a natural person
 * stays there. What nobody is known to own is unknown, and could be anybody's: it is in everybody's upper bound. A
 * nominee's share is unknown too, since a nominee has it for somebody else.
 *
 * <p><b>Circles.</b> Companies that own one another pass on again and again what comes back to them. The sum of these
 * rounds is a geometric series. It is followed until what still goes round is at most {@value #NEGLIGIBLE} of 10^18
 * parts of the asset, or for {@value #ROUNDS_MAX} rounds. What is left then is in every upper bound, as is what
 * rounding cut off. A circle that leads to nobody at all is found beforehand, and what reaches it is told as circular.
 * The bounds hold exactly, however long the rounds are; where there are no circles they are as narrow as the decimals
 * that are answered.
 */
public final class OwnershipGraph {

    /** What need not be followed further: less than the decimals that are answered. */
    static final long NEGLIGIBLE = 100_000_000;

    /** LIMIT: rounds through circles. With them a circle that keeps 97 of 100 parts is followed to the end. */
    static final int ROUNDS_MAX = 1_000;

    /** LIMIT: ways that are shown for each holder. */
    static final int PATHS_MAX = 3;

    /** LIMIT: holdings on a way that is shown; a longer way counts, and is not shown. */
    static final int STEPS_MAX = 16;

    private static final int ASSET = 0;

    /** An ownership of a known or unknown share; {@code company} is the thing that the holder is, or -1. */
    private record Edge(Party holder, Optional<Fraction> share, int company) {}

    private final List<Optional<CompanyId>> things = new ArrayList<>();
    private final List<List<Edge>> owners = new ArrayList<>();
    private final List<Stake> stakes = new ArrayList<>();
    private final BitSet complete = new BitSet();

    private OwnershipGraph() {}

    /**
     * What is behind an asset on a day.
     *
     * @param inAsset the interests in the asset
     * @param inCompanies the interests in companies by what is known of them; whose holders are not known is not there
     */
    public static Ownership behind(List<Interest> inAsset, Map<CompanyId, List<Interest>> inCompanies, LocalDate day) {
        var graph = new OwnershipGraph();
        graph.discover(inAsset, inCompanies, day);
        return graph.passedOn();
    }

    /** Things in the order of their distance from the asset. */
    private void discover(List<Interest> inAsset, Map<CompanyId, List<Interest>> inCompanies, LocalDate day) {
        var numbers = new HashMap<CompanyId, Integer>();
        things.add(Optional.empty());
        for (var thing = 0; thing < things.size(); thing++) {
            var company = things.get(thing);
            var interests = company.map(it -> inCompanies.getOrDefault(it, List.of())).orElse(inAsset).stream()
                    .filter(it -> it.isHeldOn(day))
                    .toList();
            var edges = new ArrayList<Edge>();
            for (var interest : interests) {
                var holder = Party.of(interest);
                var number = interest.holder() instanceof Holder.OfCompany(var id)
                        ? numbers.computeIfAbsent(id, this::added)
                        : -1;
                stakes.add(new Stake(interest.id(), company, holder, interest.right(), interest.share()));
                if (interest.right() == Right.OWNER) {
                    edges.add(new Edge(holder, interest.share(), number));
                }
            }
            owners.add(edges);
            var known = Portion.sum(
                    edges.stream().flatMap(it -> it.share().stream()).toList());
            complete.set(thing, known.isWhole());
        }
    }

    private int added(CompanyId company) {
        things.add(Optional.of(company));
        return things.size() - 1;
    }

    private Ownership passedOn() {
        var there = new long[things.size()];
        var through = new long[things.size()];
        var first = new long[things.size()];
        var unknown = new long[things.size()];
        var held = new LinkedHashMap<Party, Long>();
        var circular = 0L;
        var cut = 0L;
        var closed = closed();
        var order = order();
        there[ASSET] = Units.WHOLE;
        for (var round = 0; round < ROUNDS_MAX && Arrays.stream(there).sum() > NEGLIGIBLE; round++) {
            for (var thing : order) {
                var left = there[thing];
                if (left == 0) {
                    continue;
                }
                there[thing] = 0;
                if (through[thing] == 0) {
                    first[thing] = left;
                }
                through[thing] = Math.min(Units.WHOLE, through[thing] + left);
                if (closed.get(thing)) {
                    circular += left;
                    continue;
                }
                var whole = left;
                for (var edge : owners.get(thing)) {
                    var part = edge.share().map(share -> share.downOf(whole)).orElse(0L);
                    left -= part;
                    if (edge.company() < 0) {
                        held.merge(edge.holder(), part, Long::sum);
                    } else {
                        there[edge.company()] += part;
                    }
                }
                if (complete.get(thing)) {
                    cut += left;
                } else {
                    unknown[thing] += left;
                }
            }
        }
        var untold = cut + Arrays.stream(there).sum();
        return told(held, first, through, unknown, circular, untold);
    }

    private Ownership told(
            Map<Party, Long> held, long[] first, long[] through, long[] unknown, long circular, long untold) {
        var nobodys = Arrays.stream(unknown).sum();
        var ways = new Ways();
        var all = new ArrayList<Effective>();
        held.forEach((holder, part) -> all.add(effective(holder, true, part, part, nobodys + untold, ways)));
        for (var thing = 1; thing < things.size(); thing++) {
            var company = thing;
            // What comes for the first time is the company's for certain; what comes again may be counted twice.
            var certain = Math.max(first[company], ways.best(company));
            ways.to(company)
                    .ifPresent(party ->
                            all.add(effective(party, false, certain, through[company], nobodys + untold, ways)));
        }
        var gaps = new ArrayList<Gap>();
        for (var thing = 0; thing < things.size(); thing++) {
            if (unknown[thing] > 0) {
                gaps.add(new Gap(things.get(thing), Units.down(unknown[thing])));
            }
        }
        all.sort(Comparator.comparing(Effective::atLeast)
                .reversed()
                .thenComparing(Comparator.comparing(Effective::atMost).reversed())
                .thenComparing(it -> it.holder().key()));
        gaps.sort(Comparator.comparing(Gap::part).reversed());
        return new Ownership(all, Units.up(nobodys), gaps, Units.down(circular), Units.up(untold), stakes);
    }

    private static Effective effective(
            Party holder, boolean isUltimate, long atLeast, long atMost, long anybodys, Ways ways) {
        return new Effective(
                holder,
                isUltimate,
                Units.down(atLeast),
                Units.up(Math.min(Units.WHOLE, atMost + anybodys)),
                ways.of(holder));
    }

    /** Things from which no way leads to a person or to anything unknown: a circle that nobody is behind. */
    private BitSet closed() {
        var heldBy = new ArrayList<List<Integer>>();
        things.forEach(_ -> heldBy.add(new ArrayList<>()));
        var open = new BitSet();
        var next = new ArrayDeque<Integer>();
        for (var thing = 0; thing < things.size(); thing++) {
            var isOpen = !complete.get(thing);
            for (var edge : owners.get(thing)) {
                if (edge.share().isPresent() && edge.company() >= 0) {
                    heldBy.get(edge.company()).add(thing);
                }
                isOpen |= edge.share().isPresent() && edge.company() < 0;
            }
            if (isOpen) {
                open.set(thing);
                next.add(thing);
            }
        }
        while (!next.isEmpty()) {
            for (var before : heldBy.get(next.remove())) {
                if (!open.get(before)) {
                    open.set(before);
                    next.add(before);
                }
            }
        }
        open.flip(0, things.size());
        return open;
    }

    /** Each thing after all that it is behind, so that one round suffices where there are no circles. */
    private List<Integer> order() {
        var order = new ArrayList<Integer>(things.size());
        var seen = new BitSet();
        var progress = new int[things.size()];
        var stack = new ArrayDeque<Integer>();
        seen.set(ASSET);
        stack.push(ASSET);
        while (!stack.isEmpty()) {
            var thing = stack.peek();
            var edges = owners.get(thing);
            if (progress[thing] == edges.size()) {
                order.add(stack.pop());
                continue;
            }
            var company = edges.get(progress[thing]++).company();
            if (company >= 0 && !seen.get(company)) {
                seen.set(company);
                stack.push(company);
            }
        }
        Collections.reverse(order);
        return order;
    }

    /** The ways by which the greatest parts come to holders, each found from the one before. */
    private final class Ways {

        private final long[] best = new long[things.size()];
        private final int[] before = new int[things.size()];
        private final Edge[] by = new Edge[things.size()];
        private final int[] steps = new int[things.size()];
        private final Map<Party, List<Path>> paths = new HashMap<>();

        Ways() {
            Arrays.fill(best, -1);
            record Reached(int thing, long part, int steps) {}
            var next = new PriorityQueue<Reached>(Comparator.comparingLong(Reached::part)
                    .reversed()
                    .thenComparingInt(Reached::steps)
                    .thenComparingInt(Reached::thing));
            var done = new BitSet();
            best[ASSET] = Units.WHOLE;
            next.add(new Reached(ASSET, Units.WHOLE, 0));
            while (!next.isEmpty()) {
                var reached = next.remove();
                if (done.get(reached.thing())) {
                    continue;
                }
                done.set(reached.thing());
                for (var edge : owners.get(reached.thing())) {
                    var part = part(reached.thing(), edge);
                    if (edge.company() >= 0 && !done.get(edge.company()) && part > best[edge.company()]) {
                        best[edge.company()] = part;
                        before[edge.company()] = reached.thing();
                        by[edge.company()] = edge;
                        steps[edge.company()] = reached.steps() + 1;
                        next.add(new Reached(edge.company(), part, reached.steps() + 1));
                    }
                }
            }
            for (var thing = 0; thing < things.size(); thing++) {
                for (var edge : owners.get(thing)) {
                    if (best[thing] >= 0 && steps[thing] < STEPS_MAX && !leadsBack(thing, edge)) {
                        keep(thing, edge);
                    }
                }
            }
        }

        private long part(int thing, Edge edge) {
            return edge.share().map(share -> share.downOf(best[thing])).orElse(0L);
        }

        /** Whether the holder is on the way already. */
        private boolean leadsBack(int thing, Edge edge) {
            for (var on = thing; edge.company() >= 0; on = before[on]) {
                if (on == edge.company()) {
                    return true;
                }
                if (on == ASSET) {
                    return false;
                }
            }
            return false;
        }

        private void keep(int thing, Edge edge) {
            var way = new ArrayList<Step>();
            way.add(new Step(edge.holder(), edge.share()));
            for (var on = thing; on != ASSET; on = before[on]) {
                way.add(new Step(by[on].holder(), by[on].share()));
            }
            Collections.reverse(way);
            var kept = paths.computeIfAbsent(edge.holder(), _ -> new ArrayList<>());
            kept.add(new Path(Units.down(part(thing, edge)), way));
            kept.sort(Comparator.comparing(Path::part)
                    .reversed()
                    .thenComparingInt(it -> it.steps().size()));
            if (kept.size() > PATHS_MAX) {
                kept.removeLast();
            }
        }

        List<Path> of(Party holder) {
            return paths.getOrDefault(holder, List.of());
        }

        long best(int company) {
            return Math.max(0, best[company]);
        }

        /** The company as a holder, where it owns anything on a way from the asset. */
        Optional<Party> to(int company) {
            return Optional.ofNullable(by[company]).map(Edge::holder);
        }
    }
}
