package org.repatria.cases.domain.strategy;

/**
 * How a rule speaks: {@code say.when(guard).bars(..)}. A guard that hangs on something unknown makes every way that
 * it speaks of
 * conditional on finding out; it never counts as answered.
 */
final class Clauses {

    private final StrategyRule rule;
    private final ClauseListener hearing;

    Clauses(StrategyRule rule, ClauseListener hearing) {
        this.rule = rule;
        this.hearing = hearing;
    }

    Clause when(Answer guard) {
        hearing.asked(rule, guard);
        return new Clause(guard);
    }

    /** What follows from one guard. */
    final class Clause {

        private final Answer guard;

        private Clause(Answer guard) {
            this.guard = guard;
        }

        Clause bars(Way... ways) {
            return says(Effect.BARRED, 0, ways);
        }

        Clause permits(Way... ways) {
            return says(Effect.LAWFUL, 0, ways);
        }

        Clause recommends(int rank, Way... ways) {
            return says(Effect.RECOMMENDED, rank, ways);
        }

        Clause makesConditional(Condition condition, Way... ways) {
            for (var way : ways) {
                switch (guard.value()) {
                    case YES -> hearing.conditional(rule, way, condition);
                    case UNKNOWN -> hearing.undecided(rule, way, guard, false);
                    case NO -> {}
                }
            }
            return this;
        }

        /**
         * The same unless what the condition asks for is already so. Not knowing that leaves the condition standing.
         */
        Clause makesConditional(Condition condition, Answer met, Way... ways) {
            if (!guard.isNo()) {
                hearing.looked(rule, met);
            }
            return met.isYes() ? this : makesConditional(condition, ways);
        }

        Clause asksForCheck(Question check, Answer passed, Way... ways) {
            return makesConditional(Condition.establish(check), passed, ways);
        }

        Clause advises(String code, String text) {
            if (guard.isYes()) {
                hearing.advised(rule, code, text);
            }
            return this;
        }

        /** What to do while the guard hangs on something unknown. */
        Clause advisesMeanwhile(String code, String text) {
            if (guard.isUnknown()) {
                hearing.advised(rule, code, text);
            }
            return this;
        }

        private Clause says(Effect effect, int rank, Way... ways) {
            for (var way : ways) {
                switch (guard.value()) {
                    case YES -> hearing.said(rule, way, effect, rank);
                    case UNKNOWN -> hearing.undecided(rule, way, guard, effect.isOpen());
                    case NO -> {}
                }
            }
            return this;
        }
    }
}
