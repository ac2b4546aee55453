package org.repatria.cases.domain.strategy;

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

    static Condition establish(Question question) {
        return question.isCheck()
                ? check(question)
                : new Condition(Kind.ESTABLISH, question.token(), "Establish " + question.token() + ".");
    }

    static Condition check(Question question) {
        return new Condition(Kind.CHECK, question.token(), question.token() + " has to be passed.");
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
