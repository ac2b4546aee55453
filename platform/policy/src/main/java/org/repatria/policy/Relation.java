package org.repatria.policy;

import java.util.EnumSet;
import java.util.Set;
import org.repatria.decider.Actor;

/** What an actor has to be to the thing that is asked about, beside being on a side of it. */
public enum Relation {
    /** The actor's state is one of the two states of the thing. */
    PARTY,
    /** And the actor is the officer to whom it is assigned. */
    ASSIGNED,
    /** And nobody is assigned, and the actor takes it. */
    TAKING,
    /** The actor's state holds the file, or it is that state's law or matter. */
    OWN,
    /** It is the law of no single state. */
    COMMON,
    /** And an officer of the actor's state proposed to change it. */
    COMMON_PROPOSED_HERE,
    /** And an officer of another state proposed to change it. */
    COMMON_PROPOSED_ELSEWHERE,
    /** It is addressed to the role. */
    ADDRESSED,
    /** Nothing: the role on the side is enough. */
    NONE;

    /** On which sides there can be such a relation. */
    Set<Side> sides() {
        return switch (this) {
            case PARTY, ASSIGNED, TAKING -> EnumSet.of(Side.REQUESTING, Side.REQUESTED);
            case OWN -> EnumSet.of(Side.HOLDER);
            case COMMON, COMMON_PROPOSED_HERE, COMMON_PROPOSED_ELSEWHERE -> EnumSet.of(Side.STATE);
            case ADDRESSED -> EnumSet.of(Side.HOLDER, Side.OPERATOR);
            case NONE -> EnumSet.of(Side.STATE, Side.OPERATOR);
        };
    }

    boolean holds(Actor actor, Role role, Subject subject) {
        return switch (this) {
            case NONE -> true;
            case PARTY -> subject instanceof Subject.Between;
            case ASSIGNED -> subject instanceof Subject.Between between && between.isAssignedTo(actor.id());
            case TAKING -> subject instanceof Subject.Between between && between.isTakenBy(actor.id());
            case OWN ->
                subject instanceof Subject.Held
                        || subject instanceof Subject.Law
                        || subject instanceof Subject.Addressed;
            case COMMON -> subject instanceof Subject.Law law && law.isCommon();
            case COMMON_PROPOSED_HERE ->
                subject instanceof Subject.Law law
                        && law.isCommon()
                        && law.proposedIn().filter(States.of(actor)::equals).isPresent();
            case COMMON_PROPOSED_ELSEWHERE ->
                subject instanceof Subject.Law law
                        && law.isCommon()
                        && law.proposedIn()
                                .filter(state -> !state.equals(States.of(actor)))
                                .isPresent();
            case ADDRESSED ->
                subject instanceof Subject.Addressed addressed
                        && addressed.roles().contains(role);
        };
    }

    /** Whether whoever is this to a thing is the other to it as well. */
    boolean implies(Relation other) {
        return this == other
                || (other == PARTY && (this == ASSIGNED || this == TAKING))
                || (other == OWN && this == ADDRESSED)
                || (other == COMMON && (this == COMMON_PROPOSED_HERE || this == COMMON_PROPOSED_ELSEWHERE));
    }
}
