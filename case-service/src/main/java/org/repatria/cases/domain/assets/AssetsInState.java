package org.repatria.cases.domain.assets;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Those assets of a case that stand in one state.
 *
 * @param state in the words of the asset's lifecycle
 * @param since the first day from which one of them stands so
 * @param heldUntil the first day on which an order that holds one of them ends
 * @param first the ids of the first of them by id, at most {@value #FIRST_MAX}
 */
public record AssetsInState(
        String state, int count, Optional<LocalDate> since, Optional<LocalDate> heldUntil, List<String> first) {

    /** LIMIT: assets of one state that a case names: as many as a step may name documents. */
    public static final int FIRST_MAX = 40;

    private static final String RELEASED = "RELEASED";

    /**
     * States in which nothing is restrained, held or owed (source: lifecycle of the asset). Either that is still to
     * come, or it is over. A released asset is not in it: a court that ends an order does not say where the money went.
     */
    private static final Set<String> SETTLED = Set.of(
            "IDENTIFIED",
            "TRACED",
            "RETURNED",
            "LAPSED",
            "DISSIPATED",
            "AWARDED_TO_CLAIMANT",
            "NOT_RECOVERABLE",
            "WITHDRAWN_ERROR");

    public AssetsInState {
        first = List.copyOf(first);
    }

    /** Whether no money of them is open; a state that is not known here counts as open. */
    public boolean isSettled() {
        return SETTLED.contains(state);
    }

    /** Whether their orders have ended, which settles them only with a decision on the pathway of recovery. */
    public boolean isReleased() {
        return state.equals(RELEASED);
    }

    /** All those of several of one state. */
    static AssetsInState together(List<AssetsInState> ofOneState) {
        return new AssetsInState(
                ofOneState.getFirst().state,
                ofOneState.stream().mapToInt(AssetsInState::count).sum(),
                earliest(ofOneState, AssetsInState::since),
                earliest(ofOneState, AssetsInState::heldUntil),
                ofOneState.stream()
                        .flatMap(some -> some.first.stream())
                        .sorted()
                        .limit(FIRST_MAX)
                        .toList());
    }

    /** The first day that any of them says. */
    public static Optional<LocalDate> earliest(
            List<AssetsInState> some, Function<AssetsInState, Optional<LocalDate>> day) {
        return some.stream().flatMap(one -> day.apply(one).stream()).min(Comparator.naturalOrder());
    }
}
