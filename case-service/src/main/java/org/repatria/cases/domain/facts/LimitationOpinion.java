package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;

/**
 * What a legal officer holds on whether a rule on limitation applies to an offence.
 *
 * @param rule such as {@code SOL-US-3290}
 */
public record LimitationOpinion(Side side, String rule, Ternary applies, String reasons, LocalDate on) {}
