package org.repatria.cases.domain.strategy;

import static org.repatria.cases.domain.Ternary.NO;
import static org.repatria.cases.domain.Ternary.UNKNOWN;
import static org.repatria.cases.domain.Ternary.YES;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
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
record Answer(Ternary value, EnumSet<Question> used, EnumSet<Question> open) {

    private static final EnumSet<Question> NONE = EnumSet.noneOf(Question.class);

    /** Made once: rules ask thousands of times for each run. */
    private static final Map<Question, Answer> YESES = single(YES);

    private static final Map<Question, Answer> NOES = single(NO);

    private static final Map<Question, Answer> UNKNOWNS = single(UNKNOWN);

    static Answer to(Question question, Ternary value) {
        var singles = switch (value) {
            case YES -> YESES;
            case NO -> NOES;
            case UNKNOWN -> UNKNOWNS;
        };
        return Objects.requireNonNull(singles.get(question));
    }

    private static Map<Question, Answer> single(Ternary value) {
        var singles = new EnumMap<Question, Answer>(Question.class);
        for (var question : Question.values()) {
            var alone = EnumSet.of(question);
            singles.put(question, new Answer(value, alone, value == UNKNOWN ? alone : NONE));
        }
        return singles;
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

    private static EnumSet<Question> union(EnumSet<Question> one, EnumSet<Question> other) {
        if (one.isEmpty()) {
            return other;
        }
        var all = EnumSet.copyOf(one);
        all.addAll(other);
        return all;
    }
}
