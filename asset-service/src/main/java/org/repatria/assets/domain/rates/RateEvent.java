package org.repatria.assets.domain.rates;

import java.time.LocalDate;
import java.util.List;

/** What can have happened to the rates of one base on one day. */
public sealed interface RateEvent {

    /** Rates were recorded. */
    record RatesRecorded(String base, LocalDate day, List<Rate> rates) implements RateEvent {
        public RatesRecorded {
            rates = List.copyOf(rates);
        }
    }
}
