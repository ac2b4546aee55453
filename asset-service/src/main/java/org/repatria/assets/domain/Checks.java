package org.repatria.assets.domain;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.repatria.decider.Decision;
import org.repatria.decider.Refusal;

/** Rules in the order in which they are told. The first one broken is the answer; if none is, the event happens. */
final class Checks {

    private Checks() {}

    /** One rule: the refusal where it is broken, nothing where it holds. */
    interface Check {
        Optional<Refusal> broken();
    }

    static Decision<AssetEvent> unlessRefused(Supplier<AssetEvent> event, Check... checks) {
        return Stream.of(checks)
                .map(Check::broken)
                .flatMap(Optional::stream)
                .findFirst()
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(event.get()));
    }

    static Optional<Refusal> refusedIf(boolean broken, AssetReason rule, String field, String detail) {
        return broken ? Optional.of(field.isEmpty() ? rule.because(detail) : rule.at(field, detail)) : Optional.empty();
    }
}
