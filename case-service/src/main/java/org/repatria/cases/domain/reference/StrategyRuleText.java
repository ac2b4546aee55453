package org.repatria.cases.domain.reference;

/**
 * Why a rule of the strategy says what it says.
 *
 * @param id such as {@code ST-03}
 */
public record StrategyRuleText(
        String id,
        int version,
        String title,
        String citation,
        String source,
        Confidence confidence,
        Validity validity) {}
