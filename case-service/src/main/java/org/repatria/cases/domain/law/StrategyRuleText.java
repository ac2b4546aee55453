package org.repatria.cases.domain.law;

import java.util.Optional;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;

/**
 * Why a rule of the strategy says what it says.
 *
 * @param id such as {@code ST-03}
 * @param days the number of days that the rule speaks of; empty where it speaks of none
 */
public record StrategyRuleText(
        String id,
        int version,
        String title,
        String citation,
        Optional<Integer> days,
        String source,
        Confidence confidence,
        Validity validity) {}
