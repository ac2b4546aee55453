package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;

/**
 * A time during which the period of limitation may rest in one state.
 *
 * @param side in whose law it rests
 * @param rule the rule on limitation that lets it rest, such as {@code SOL-US-3292}
 * @param from the first day on which it rests
 * @param to the day on which it runs again; empty while it still rests
 * @param holds whether what the rule asks for is made out: only a YES lets it rest
 */
public record Tolling(Side side, String rule, LocalDate from, Optional<LocalDate> to, Ternary holds) {}
