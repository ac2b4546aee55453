package org.repatria.assets.domain.rates;

import static org.repatria.assets.domain.Limits.LINE_CHARS_MAX;
import static org.repatria.assets.domain.rates.RateReason.RATE_DIFFERS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.repatria.assets.domain.rates.RateReason.RefusedFor;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked of the rates of one base on one day. */
public sealed interface RateCommand {

    /** Record what one unit of a base was worth on a day. */
    @RefusedFor(RATE_DIFFERS)
    record RecordRates(
            @Pattern(regexp = "[A-Z]{3}") String base,
            LocalDate day,
            Rate.Type type,
            @Printed @Size(max = LINE_CHARS_MAX) String source,
            @Size(min = 1, max = 100) List<Quoted> rates)
            implements RateCommand {
        public RecordRates {
            rates = List.copyOf(rates);
        }
    }

    /** What one unit of the base was worth in a currency. */
    record Quoted(@Pattern(regexp = "[A-Z]{3}") String quote, BigDecimal rate) {}
}
