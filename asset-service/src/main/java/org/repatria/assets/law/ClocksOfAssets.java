package org.repatria.assets.law;

import java.util.Set;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.reading.ShippedClockRules;

/** Reads the clock rules that orders on assets, and what follows them, start. */
public final class ClocksOfAssets {

    /** What happens to assets, as triggers call it before their dot. All else happens to persons and cases. */
    private static final Set<String> LIVES =
            Set.of("asset", "restraint", "seizure", "forfeiture", "claim", "uwo", "euFreezing", "euConfiscation");

    private ClocksOfAssets() {}

    /** The rules that are shipped, with all calendars; with any fault in them nothing is read. */
    public static ClockRules load() {
        return ShippedClockRules.load()
                .only(rule -> LIVES.contains(
                        rule.trigger().substring(0, rule.trigger().indexOf('.'))));
    }
}
