package org.repatria.cases.domain.strategy;

import static org.repatria.cases.domain.Ternary.NO;
import static org.repatria.cases.domain.Ternary.UNKNOWN;
import static org.repatria.cases.domain.Ternary.YES;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.repatria.cases.domain.Ternary;

/**
 * What comes out of a guard, with the questions that it looked at and those that leave it open.
 *
 * <p>INVARIANT: {@code and}, {@code or} and {@code not} are Kleene's: an answer that is sure stays the same whatever
 * becomes known.
 *
 * @param used the questions that it looked at
 * @param open the questions that are unknown and on which it hangs
 */
record Answer(Ternary value, Set<Question> used, Set<Question> open) {

    /** Made once: rules ask thousands of times for each run. */
    private static final Map<Question, Map<Ternary, Answer>> SINGLE = single();

    private static final Set<Question> NONE = Set.of();

    static Answer to(Question question, Ternary value) {
        return known(known(SINGLE, question), value);
    }

    private static <K, V> V known(Map<K, V> complete, K key) {
        var value = complete.get(key);
        if (value == null) {
            throw new IllegalStateException("no entry for " + key);
        }
        return value;
    }

    private static Map<Question, Map<Ternary, Answer>> single() {
        var all = new EnumMap<Question, Map<Ternary, Answer>>(Question.class);
        for (var question : Question.values()) {
            var alone = Collections.unmodifiableSet(EnumSet.of(question));
            var answers = new EnumMap<Ternary, Answer>(Ternary.class);
            for (var value : Ternary.values()) {
                answers.put(value, new Answer(value, alone, value == UNKNOWN ? alone : Set.of()));
            }
            all.put(question, answers);
        }
        return all;
    }

    Answer and(Answer other) {
        return joined(other, NO);
    }

    Answer or(Answer other) {
        return joined(other, YES);
    }

    Answer not() {
        return switch (value) {
            case YES -> new Answer(NO, used, open);
            case NO -> new Answer(YES, used, open);
            case UNKNOWN -> this;
        };
    }

    boolean isYes() {
        return value == YES;
    }

    boolean isNo() {
        return value == NO;
    }

    boolean isUnknown() {
        return value == UNKNOWN;
    }

    /** One answer may settle it, whatever the other is; only then the other does not count as looked at. */
    private Answer joined(Answer other, Ternary settles) {
        if (value == settles) {
            return this;
        }
        if (other.value == settles) {
            return other;
        }
        var both = union(used, other.used);
        return value == UNKNOWN || other.value == UNKNOWN
                ? new Answer(UNKNOWN, both, union(open, other.open))
                : new Answer(value, both, NONE);
    }

    private static Set<Question> union(Set<Question> one, Set<Question> other) {
        if (one.isEmpty()) {
            return other;
        }
        var all = EnumSet.copyOf(one);
        all.addAll(other);
        return all;
    }
}
