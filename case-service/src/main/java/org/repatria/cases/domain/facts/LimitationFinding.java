package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How an offence stands with the lapse of time in one state on one day.
 *
 * @param lastDay the earliest day that may be the last one; empty where no period runs, rests, or cannot be counted
 * @param rules the rules that were looked at, such as {@code SOL-CN-87 v1}
 * @param reason a finished sentence
 */
public record LimitationFinding(
        LimitationStanding standing, Optional<LocalDate> lastDay, List<String> rules, String reason) {

    public LimitationFinding {
        rules = List.copyOf(rules);
    }
}
