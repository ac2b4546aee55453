package org.repatria.assets.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Distributing;
import org.repatria.assets.domain.Distribution;
import org.repatria.assets.domain.Finding;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.Proposal.Step;
import org.repatria.assets.domain.StepId;

/**
 * Who gets what of the money that an asset brought, for those who may know it.
 *
 * @param agreed what the heads agreed, and what waits for one of them
 * @param gaps what no longer fits of what stands; while there is any, no money leaves
 */
record DistributionsFile(List<Agreed> agreed, List<Distribution.Gap> gaps) {

    static final String EXAMPLE = """
            {"agreed": [{"stepId": "step-6h9s4p1v8x3z7a0b2d5f9h3m7", "on": "2016-06-24", "standing": "STANDS",
              "distribution": {"gross": {"amount": "1925000.00", "currency": "USD"},
               "income": {"amount": "43200.00", "currency": "USD"},
               "thirdParties": {"amount": "583310.55", "currency": "USD"},
               "disposal": {"amount": "101640.00", "currency": "USD"},
               "management": {"amount": "37915.20", "currency": "USD"},
               "returned": {"amount": "1245334.25", "currency": "USD"}},
              "left": {"amount": "1245334.25", "currency": "USD"}}],
             "gaps": []}""";

    /** Whether an agreement counts. */
    enum Standing {
        /** It is the last one in its currency. */
        STANDS,
        /** A later one in its currency stands in its place. */
        REPLACED,
        /** It waits for a head to confirm it. */
        WAITS
    }

    /**
     * One agreement.
     *
     * @param left what is left of it to be returned; absent where nothing is, and where it does not stand
     */
    record Agreed(StepId stepId, LocalDate on, Standing standing, Distribution distribution, Optional<Money> left) {
        static Stream<Agreed> of(Finding finding, Registered asset) {
            var stands = Distributing.standing(asset).containsValue(finding);
            return of(
                    finding,
                    stands ? Standing.STANDS : Standing.REPLACED,
                    stands ? Distributing.left(finding, asset) : Optional.empty());
        }

        private static Stream<Agreed> of(Finding finding, Standing standing, Optional<Money> left) {
            return finding
                    .particulars()
                    .distribution()
                    .filter(_ -> finding.kind() == Finding.Kind.DISTRIBUTION_AGREED)
                    .map(said -> new Agreed(finding.id(), finding.on(), standing, said, left))
                    .stream();
        }

        static Stream<Agreed> waiting(Step step) {
            return step instanceof Step.OfAsset(var finding)
                    ? of(finding, Standing.WAITS, Optional.empty())
                    : Stream.empty();
        }
    }

    static DistributionsFile of(Registered asset) {
        return new DistributionsFile(
                Stream.concat(
                                asset.findings().stream().flatMap(it -> Agreed.of(it, asset)),
                                asset.waiting().stream().flatMap(it -> Agreed.waiting(it.step())))
                        .toList(),
                Distributing.gaps(asset));
    }
}
