package org.repatria.assets.domain.rates;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The rates of one base currency on one day, in the order in which they were recorded. */
public record RateSheet(List<Rate> rates) {

    public static final RateSheet EMPTY = new RateSheet(List.of());

    public RateSheet {
        rates = List.copyOf(rates);
    }

    /** The id of the sheet of a base and a day. */
    public static String idOf(String base, LocalDate day) {
        return "rates-" + base.toLowerCase(Locale.ROOT) + "-" + day;
    }
}
