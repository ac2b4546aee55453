package org.repatria.policy;

import org.repatria.decider.Actor;

/** For whom an actor acts, seen from what is asked about. */
public enum Side {
    /** The state that asks for the person. */
    REQUESTING,
    /** The state that is asked. */
    REQUESTED,
    /** The state whose file, whose law or whose matter it is. */
    HOLDER,
    /** An authority of any state. */
    STATE,
    /** The programs that run the system, for no state. */
    OPERATOR;

    /** The authority of the operator's programs; it begins with no state. */
    public static final String OPERATORS_AUTHORITY = "operator";

    /** Whether an actor is a program of the operator. */
    static boolean isOperator(Actor actor) {
        return actor.authority().equals(OPERATORS_AUTHORITY);
    }

    boolean isOf(Actor actor, Subject subject) {
        return isConceivableFor(actor)
                && switch (this) {
                    case STATE -> true;
                    case OPERATOR -> !(subject instanceof Subject.Addressed addressed) || addressed.isOfOperator();
                    case REQUESTING ->
                        subject instanceof Subject.Between between
                                && between.requesting().equals(States.of(actor));
                    case REQUESTED ->
                        subject instanceof Subject.Between between
                                && between.requested().equals(States.of(actor));
                    case HOLDER ->
                        switch (subject) {
                            case Subject.Held held -> held.state().equals(States.of(actor));
                            case Subject.Law law -> law.states().contains(States.of(actor));
                            case Subject.Addressed addressed ->
                                addressed.states().contains(States.of(actor));
                            case Subject.Between _, Subject.Whole _ -> false;
                        };
                };
    }

    /** Whether an actor could be on this side of anything at all. */
    boolean isConceivableFor(Actor actor) {
        return (this == OPERATOR) == isOperator(actor);
    }
}
