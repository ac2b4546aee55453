package org.repatria.cases.domain.strategy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One rule of the strategy as a value: what it looks at, and what it says.
 *
 * @param id such as {@code ST-03}; its citation is reference data under the same id
 * @param explanation what it comes to, in a sentence
 * @param looksAt the questions that it may ask
 */
record StrategyRule(String id, String explanation, Set<Question> looksAt, BiConsumer<Reading, Clauses> words) {

    StrategyRule {
        looksAt = Collections.unmodifiableSet(EnumSet.copyOf(looksAt));
    }

    void speak(Reading reading, ClauseListener hearing) {
        words.accept(reading, new Clauses(this, hearing));
    }
}
