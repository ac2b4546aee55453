package org.repatria.assets.law;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.repatria.clocks.Amendment;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.reading.RowsThroughTime;
import org.repatria.clocks.reading.ShippedClockRules;

/** The clock rules that orders on assets and what follows them start, as shipped and as amended since. */
public final class ClocksOfAssets {

    /** What happens to assets, as triggers call it before their dot. All else happens to persons and cases. */
    private static final Set<String> LIVES =
            Set.of("asset", "restraint", "seizure", "forfeiture", "claim", "uwo", "euFreezing", "euConfiscation");

    private final RowsThroughTime<ClockRules> rules =
            ShippedClockRules.throughTime(shipped -> shipped.only(ClocksOfAssets::isOfAssets));

    private ClocksOfAssets() {}

    /** The rules that are shipped, with all calendars; with any fault in them nothing is read. */
    public static ClocksOfAssets shipped() {
        return new ClocksOfAssets();
    }

    /** The rules as they were known at a moment. */
    public ClockRules at(Instant knownAt) {
        return rules.at(knownAt);
    }

    /** Takes note of all amendments that are known. */
    public void learn(List<Amendment> amendments) {
        rules.learn(amendments);
    }

    /** Errors: {@link org.repatria.clocks.reading.FaultyReference} where nothing can be counted by the row. */
    public void demandReadable(Amendment amendment) {
        ShippedClockRules.demandReadable(rules.row(amendment.kind(), amendment.rowId(), amendment.row()));
    }

    private static boolean isOfAssets(ClockRule rule) {
        return LIVES.contains(rule.trigger().substring(0, rule.trigger().indexOf('.')));
    }
}
