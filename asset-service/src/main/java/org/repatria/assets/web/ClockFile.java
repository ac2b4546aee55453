package org.repatria.assets.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.AssetClocks;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.OrderId;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Happening;
import org.repatria.clocks.Warning;

/**
 * A clock of the law that an order started, or a claim.
 *
 * @param orderId that it runs for, the first where others extend it
 * @param interestId the first entry on the holder whom it is about, where it is about one
 * @param trigger what it is counted from, in the words of the clock rules
 * @param lastDay the last day on which the act is in time, with what was granted on top
 * @param otherLastDay the last day as the law may be read too
 * @param actBy the day to act on
 * @param warnings the days on which it warns
 * @param metBy what ended it in time
 * @param metLateBy what would have ended it, had it not been over
 * @param nextAt when it has something to say next
 */
record ClockFile(
        String clockId,
        String rule,
        String instrument,
        String source,
        ClockRule.Kind kind,
        ClockRule.Bearer bearer,
        Clock.State state,
        Optional<OrderId> orderId,
        Optional<InterestId> interestId,
        String trigger,
        LocalDate startedOn,
        String zone,
        LocalDate lastDay,
        Optional<LocalDate> otherLastDay,
        LocalDate actBy,
        List<LocalDate> warnings,
        Optional<String> metBy,
        Optional<LocalDate> metOn,
        Optional<String> metLateBy,
        Optional<String> supersedes,
        Optional<String> supersededBy,
        Optional<Instant> nextAt) {

    static ClockFile of(Clock clock) {
        return of(clock, AssetClocks.holderOf(clock));
    }

    /** One that a claim started; it is about its claim alone. */
    static ClockFile ofClaim(Clock clock) {
        return of(clock, Optional.empty());
    }

    private static ClockFile of(Clock clock, Optional<InterestId> holder) {
        return new ClockFile(
                clock.id(),
                clock.rule().id(),
                clock.rule().instrument(),
                clock.rule().source(),
                clock.rule().kind(),
                clock.rule().bearer(),
                clock.state(),
                AssetClocks.orderOf(clock),
                holder,
                clock.rule().trigger(),
                clock.trigger().day(),
                clock.zone().getId(),
                clock.effective().lastDay(),
                clock.effective().otherReading(),
                clock.effective().actBy(),
                clock.warnings().stream().map(Warning::day).toList(),
                clock.satisfiedBy().map(Happening::token),
                clock.satisfiedBy().map(by -> by.when().day()),
                clock.tooLate().map(Happening::token),
                clock.supersedes(),
                clock.supersededBy(),
                clock.nextAt());
    }
}
