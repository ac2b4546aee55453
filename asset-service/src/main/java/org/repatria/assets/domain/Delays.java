package org.repatria.assets.domain;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Days from the decision of a court until it was known, in registers, and served. Each is empty where it
 * has not come to that; where people at the court and here count different days, none is below zero.
 *
 * @param recorded until it was recorded here
 * @param applied until the first register was asked
 * @param entered until every register that was asked has it
 * @param served until it was served for the first time
 */
public record Delays(
        Optional<Integer> recorded, Optional<Integer> applied, Optional<Integer> entered, Optional<Integer> served) {

    /**
     * Those of one order.
     *
     * @param entries of the asset; those of other orders do not count
     */
    public static Delays of(CourtOrder order, List<RegisterEntry> entries) {
        var own = entries.stream().filter(it -> it.orderId().equals(order.id())).toList();
        var areAllIn = own.stream().allMatch(it -> it.enteredOn().isPresent());
        return new Delays(
                after(order, Stream.of(order.dayAt(order.madeKnownAt())), Comparator.naturalOrder()),
                after(order, own.stream().map(RegisterEntry::appliedOn), Comparator.naturalOrder()),
                after(
                        order,
                        own.stream().filter(_ -> areAllIn).flatMap(it -> it.enteredOn().stream()),
                        Comparator.reverseOrder()),
                after(order, order.servedOn(), Comparator.naturalOrder()));
    }

    private static Optional<Integer> after(CourtOrder order, Stream<LocalDate> days, Comparator<LocalDate> first) {
        return order.issuedOn()
                .flatMap(made -> days.min(first).map(day -> Math.toIntExact(Math.max(0, DAYS.between(made, day)))));
    }
}
