package org.repatria.assets.domain.rates;

import static org.repatria.assets.domain.rates.RateReason.CURRENCY_UNKNOWN;
import static org.repatria.assets.domain.rates.RateReason.DAY_IN_FUTURE;
import static org.repatria.assets.domain.rates.RateReason.RATE_DIFFERS;
import static org.repatria.assets.domain.rates.RateReason.RATE_NOT_POSITIVE;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.repatria.assets.domain.rates.RateCommand.RecordRates;
import org.repatria.assets.domain.rates.RateEvent.RatesRecorded;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;
import org.repatria.decider.money.Amounts;

/** What is recorded of rates. What is there already is nothing new; a source does not say otherwise later. */
public final class RateDecider implements Decider<RateCommand, RateSheet, RateEvent> {

    /** An officer east of Greenwich may already be in tomorrow. */
    private static final ZoneOffset EARLIEST_DATE_LINE = ZoneOffset.ofHours(14);

    @Override
    public RateSheet initial() {
        return RateSheet.EMPTY;
    }

    @Override
    public Decision<RateEvent> decide(RateCommand command, RateSheet state, Occasion on) {
        return switch (command) {
            case RecordRates c -> record(c, state, on);
        };
    }

    @Override
    public RateSheet evolve(RateSheet state, RateEvent event) {
        return switch (event) {
            case RatesRecorded e -> {
                var longer = new ArrayList<>(state.rates());
                longer.addAll(e.rates());
                yield new RateSheet(longer);
            }
        };
    }

    private static Decision<RateEvent> record(RecordRates command, RateSheet state, Occasion on) {
        var fault = fault(command, on);
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        var recorded = command.rates().stream()
                .map(it -> new Rate(
                        it.quote(),
                        it.rate().stripTrailingZeros(),
                        command.type(),
                        command.source().strip(),
                        on.at()))
                .toList();
        for (var i = 0; i < recorded.size(); i++) {
            var rate = recorded.get(i);
            var other = state.rates().stream()
                    .filter(it -> it.isOf(rate) && it.rate().compareTo(rate.rate()) != 0)
                    .findFirst();
            if (other.isPresent()) {
                return refuse(RATE_DIFFERS.at(
                        "rates/" + i + "/rate",
                        "%s is recorded from this source for this day with the rate %s."
                                .formatted(rate.quote(), other.get().rate().toPlainString())));
            }
        }
        var fresh = recorded.stream()
                .filter(rate -> state.rates().stream().noneMatch(it -> it.isOf(rate)))
                .toList();
        return fresh.isEmpty() ? nothingToDo() : accept(new RatesRecorded(command.base(), command.day(), fresh));
    }

    private static Optional<Refusal> fault(RecordRates command, Occasion on) {
        if (Amounts.decimalsOf(command.base()).isEmpty()) {
            return Optional.of(CURRENCY_UNKNOWN.at("base", "This is no ISO 4217 currency."));
        }
        if (command.day().isAfter(LocalDate.ofInstant(on.at(), EARLIEST_DATE_LINE))) {
            return Optional.of(DAY_IN_FUTURE.at("day", "No rate is known of a day that is yet to come."));
        }
        return IntStream.range(0, command.rates().size())
                .mapToObj(i -> fault(command, i))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> fault(RecordRates command, int i) {
        var quoted = command.rates().get(i);
        if (Amounts.decimalsOf(quoted.quote()).isEmpty()
                || quoted.quote().equals(command.base())
                || first(command.rates(), quoted.quote()) != i) {
            return Optional.of(CURRENCY_UNKNOWN.at(
                    "rates/" + i + "/quote", "This is no other ISO 4217 currency, or stands here twice."));
        }
        return quoted.rate().signum() > 0
                ? Optional.empty()
                : Optional.of(RATE_NOT_POSITIVE.at("rates/" + i + "/rate", "A rate is more than nothing."));
    }

    private static int first(List<RateCommand.Quoted> rates, String quote) {
        return IntStream.range(0, rates.size())
                .filter(i -> rates.get(i).quote().equals(quote))
                .findFirst()
                .orElse(-1);
    }
}
