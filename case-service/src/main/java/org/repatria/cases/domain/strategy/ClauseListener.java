package org.repatria.cases.domain.strategy;

/** Who listens to what the rules say. */
interface ClauseListener {

    /** A rule has asked for its guard, whatever came of it. */
    void asked(StrategyRule rule, Answer guard);

    /** A rule whose guard holds, or may hold, has looked at something more. */
    void looked(StrategyRule rule, Answer answer);

    /** A rule says something of a way; a rank of 0 is none. */
    void said(StrategyRule rule, Way way, Effect effect, int rank);

    /** A rule makes a way hang on something. */
    void conditional(StrategyRule rule, Way way, Condition condition);

    /**
     * A rule would say something of a way, were more known.
     *
     * @param opening whether it could only open the way: then it takes nothing from a way that another rule opens
     */
    void undecided(StrategyRule rule, Way way, Answer guard, boolean opening);

    /** A rule advises people without opening or closing anything. */
    void advised(StrategyRule rule, String code, String text);
}
