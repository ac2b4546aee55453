package org.repatria.cases.domain.strategy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What has to be so before a way is open.
 *
 * @param about the fact, the check or the act that it asks for, such as {@code SUBJECT_DEAD} or {@code SG-14}
 * @param text a finished sentence
 */
public record Condition(Kind kind, String about, String text) {

    /** What kind of thing it asks for. */
    public enum Kind {
        /** Somebody has to find out. */
        ESTABLISH,
        /** A safeguard has to be passed. */
        CHECK,
        /** Somebody has to do or decide something. */
        ACT
    }

    /** Made once: a run asks for them again and again. */
    private static final Map<Question, Condition> ESTABLISHED = new EnumMap<>(Question.class);

    static {
        for (var question : Question.values()) {
            ESTABLISHED.put(question, established(question));
        }
    }

    private static Condition established(Question question) {
        return question.isCheck()
                ? new Condition(Kind.CHECK, question.token(), question.token() + " has to be passed.")
                : new Condition(Kind.ESTABLISH, question.token(), "Establish " + question.token() + ".");
    }

    /** That somebody answers the question; where it is a check, that it is passed. */
    static Condition establish(Question question) {
        return Objects.requireNonNull(ESTABLISHED.get(question));
    }

    static Condition act(String about, String text) {
        return new Condition(Kind.ACT, about, text);
    }

    /** A way that no rule speaks of is not open by that. */
    static Condition nothingOpensIt() {
        return act(
                "NO_RULE_OPENS_IT",
                "No rule opens this way on what is known; a legal officer has to say why it is open.");
    }
}
