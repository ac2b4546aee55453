package org.repatria.cases.domain.law;

import java.util.List;
import java.util.Optional;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;

/**
 * One check that must have been made, and by whom.
 *
 * @param id such as {@code SG-09}
 * @param recordedBy any of them records it
 * @param approvedBy any of them approves it; never the person who recorded it
 * @param validFor how long a result may be relied on; empty: until it is challenged or its ground changes
 * @param hard whether a failure blocks with no way round for any role
 */
public record SafeguardRule(
        String id,
        int version,
        String title,
        List<Officer> recordedBy,
        List<Officer> approvedBy,
        Optional<Period> validFor,
        boolean hard,
        String source,
        Confidence confidence,
        Validity validity) {

    public SafeguardRule {
        recordedBy = List.copyOf(recordedBy);
        approvedBy = List.copyOf(approvedBy);
    }

    /** A length of time in one unit. */
    public record Period(int amount, ClockRule.Unit unit) {}
}
