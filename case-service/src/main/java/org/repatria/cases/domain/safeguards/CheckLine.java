package org.repatria.cases.domain.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.clocks.Happened;

/**
 * What was recorded of one check about one thing, and what that is worth at one moment.
 *
 * <p>INVARIANT: once a failure is recorded, nothing that was recorded before it counts again. Only a later,
 * approved assessment
 * ends it, also when the failure itself was rejected or withdrawn; so no order of commands leads round it.
 */
record CheckLine(List<CheckEntry> entries, Happened moment) {

    /** What a line is worth; where two lines count, the first of these words counts. */
    enum Worth {
        FAILED,
        /** Failed, and the head has said that it does not stand in the way. */
        OVERRIDDEN,
        SATISFIED,
        CONDITIONS_OPEN,
        EXPIRED,
        NOT_APPROVED,
        NOT_APPLICABLE,
        /** Nothing that counts was recorded. */
        NOTHING
    }

    /** A worth with the entry it rests on. */
    record Standing(Worth worth, Optional<CheckEntry> entry) {}

    Standing against(Demand demand, boolean hard) {
        return standingFailure()
                .map(failure -> failed(failure, demand, hard))
                .orElseGet(() -> standingWithoutFailure(hasFailureToEnd() ? Demand.REQUIRED : demand));
    }

    private Standing standingWithoutFailure(Demand demand) {
        return newest(demand).map(entry -> worthOf(entry, demand)).orElseGet(this::waiting);
    }

    private static Standing failed(CheckEntry failure, Demand demand, boolean hard) {
        var looksOnly = demand == Demand.NOTED && !hard && !failure.hard();
        return new Standing(looksOnly ? Worth.SATISFIED : Worth.FAILED, Optional.of(failure));
    }

    private Standing worthOf(CheckEntry entry, Demand demand) {
        return new Standing(
                entry.isExpiredAt(moment) ? Worth.EXPIRED : worthOfResult(entry, demand), Optional.of(entry));
    }

    private static Worth worthOfResult(CheckEntry entry, Demand demand) {
        if (isFirstLook(demand)) {
            return Worth.SATISFIED;
        }
        return switch (entry.result()) {
            case PASS -> Worth.SATISFIED;
            case CONDITIONAL -> entry.conditionsAccepted().isPresent() ? Worth.SATISFIED : Worth.CONDITIONS_OPEN;
            case NOT_APPLICABLE -> demand == Demand.IF_APPLICABLE ? Worth.SATISFIED : Worth.NOT_APPLICABLE;
            case FAIL -> Worth.FAILED;
        };
    }

    private static boolean isFirstLook(Demand demand) {
        return switch (demand) {
            case REQUIRED, IF_APPLICABLE -> false;
            case PROVISIONAL, NOTED -> true;
        };
    }

    private Standing waiting() {
        return lastOf(entries.stream()
                        .filter(entry -> entry.status() == CheckEntry.Status.RECORDED
                                && entry.challenged().isEmpty()
                                && entry.wasMadeBy(moment))
                        .toList())
                .map(entry -> new Standing(Worth.NOT_APPROVED, Optional.of(entry)))
                .orElseGet(() -> new Standing(Worth.NOTHING, lastOf(entries)));
    }

    /** The last failure that no later, approved assessment has ended. */
    Optional<CheckEntry> standingFailure() {
        var standing = new ArrayList<CheckEntry>();
        for (var i = 0; i < entries.size(); i++) {
            var failure = entries.get(i);
            if (failure.isFailure() && failure.stands() && !isEnded(failure, i)) {
                standing.add(failure);
            }
        }
        return lastOf(standing);
    }

    private boolean isEnded(CheckEntry failure, int position) {
        return entries.subList(position + 1, entries.size()).stream().anyMatch(later -> ends(later, failure));
    }

    /**
     * Whether a later entry ends a failure. A failure of a later day than the moment still blocks while it stands: an
     * earlier date given late is no way round.
     */
    private boolean ends(CheckEntry later, CheckEntry failure) {
        var assessed = later.isReliable()
                && Moments.isNotAfter(failure.on(), later.on())
                && (!failure.wasMadeBy(moment) || later.wasMadeBy(moment));
        return assessed
                && switch (later.result()) {
                    case PASS -> true;
                    case CONDITIONAL ->
                        !failure.hard() || later.conditionsAccepted().isPresent();
                    case NOT_APPLICABLE -> !failure.hard();
                    case FAIL -> false;
                };
    }

    /** The newest entry that may count for a demand; of one day the one that was recorded last. */
    private Optional<CheckEntry> newest(Demand demand) {
        Optional<CheckEntry> newest = Optional.empty();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var newer = newest.filter(known -> !Moments.isNotAfter(known.on(), entry.on()))
                    .isEmpty();
            if (counts(entry, demand) && !isBehindAFailure(entry, i) && newer) {
                newest = Optional.of(entry);
            }
        }
        return newest;
    }

    private boolean counts(CheckEntry entry, Demand demand) {
        var trusted = isFirstLook(demand) ? entry.stands() && entry.challenged().isEmpty() : entry.isReliable();
        return trusted && !entry.isFailure() && entry.wasMadeBy(moment);
    }

    /** A first look is not enough any more once a failure was recorded, even one that was taken back. */
    private boolean hasFailureToEnd() {
        return IntStream.range(0, entries.size())
                .anyMatch(i -> entries.get(i).isFailure() && !isEnded(entries.get(i), i));
    }

    private boolean isBehindAFailure(CheckEntry entry, int position) {
        for (var i = 0; i < entries.size(); i++) {
            var failure = entries.get(i);
            var concerns = failure.isFailure() && failure.wasMadeBy(moment);
            if (concerns && (position < i || !Moments.isNotAfter(failure.on(), entry.on()))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<CheckEntry> lastOf(List<CheckEntry> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.getLast());
    }
}
