package org.repatria.cases.domain.recovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far the assets of a case have come.
 *
 * @param furthest empty where no asset is in recovery
 * @param weakest the one that has come least far
 */
public record HowFar(Optional<RecoveryStage> furthest, Optional<RecoveryStage> weakest) {

    public static HowFar of(List<String> assetStates) {
        Function<Comparator<RecoveryStage>, Optional<RecoveryStage>> last = order -> assetStates.stream()
                .flatMap(state -> RecoveryStage.ofAsset(state).stream())
                .max(order);
        return new HowFar(last.apply(Comparator.naturalOrder()), last.apply(Comparator.reverseOrder()));
    }

    /**
     * Where a pathway goes now; empty where it stays. Assets take a pathway on, and back only from where assets took
     * it: what people recorded of a court they take back themselves.
     *
     * @param state of the pathway
     * @param followed whether its last move followed from assets
     */
    public Optional<RecoveryStage> moves(String state, boolean followed) {
        return RecoveryStage.ofPathway(state).flatMap(now -> {
            var next = furthest.orElse(RecoveryStage.TRACING);
            return next.compareTo(now) > 0 || (next.compareTo(now) < 0 && followed)
                    ? Optional.of(next)
                    : Optional.empty();
        });
    }
}
