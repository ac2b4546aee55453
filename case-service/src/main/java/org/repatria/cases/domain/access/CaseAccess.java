package org.repatria.cases.domain.access;

import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.Relation;
import org.repatria.decider.Actor;
import org.repatria.policy.Act;
import org.repatria.policy.ObjectKind;
import org.repatria.policy.Policy;
import org.repatria.policy.Subject.Between;
import org.repatria.policy.Verdict;

/**
 * What the policy of the house says of cases and lists. This service's relation and assignee are put in the words of
 * the policy's table.
 */
public final class CaseAccess {

    private static final Policy POLICY = Policy.ofTheHouse();

    private CaseAccess() {}

    /** Whether an actor's roles allow an act on anything at all. */
    public static Verdict mayEver(Actor actor, Act act, String purpose) {
        return POLICY.ever(actor, act, purpose);
    }

    /** Whether an actor may do an act on a case. */
    public static Verdict may(Actor actor, Act act, String purpose, Relation relation, Optional<String> assignee) {
        return POLICY.decide(actor, act, between(relation, assignee, Optional.empty()), purpose);
    }

    /** The operations that an actor may ask for of a case; what its own rules then say is another question. */
    public static Set<String> operationsOn(Actor actor, String purpose, Relation relation, Optional<String> assignee) {
        var taking = between(relation, assignee, Optional.of(actor.id()));
        return POLICY.operationsOn(ObjectKind.CASE, actor, taking, purpose);
    }

    /** Whether an actor may make an officer responsible. */
    public static Verdict mayAssign(
            Actor actor, String purpose, Relation relation, Optional<String> assignee, String next) {
        return POLICY.decide(actor, Act.ASSIGN_CASE, between(relation, assignee, Optional.of(next)), purpose);
    }

    /** Whether an actor may do an act on a list of a relation. Lists of another state do not exist for the actor. */
    public static Verdict mayWithList(Actor actor, Act act, String purpose, Relation relation) {
        return may(actor, act, purpose, relation, Optional.empty());
    }

    /**
     * Whether an actor may be told of a case between two states that another case names. An example is a list of links.
     */
    public static boolean knowsOfCasesBetween(Relation relation, Actor actor) {
        return POLICY.knows(actor, ObjectKind.CASE, between(relation, Optional.empty(), Optional.empty()));
    }

    /** The marks of the cases or lists that an actor finds by an act; with none, nothing. */
    public static Set<String> sight(Actor actor, Act act) {
        return POLICY.sight(actor, act);
    }

    /** The marks by which a case or a list is found. */
    public static Set<String> marks(Relation relation, Optional<String> assignee) {
        return between(relation, assignee, Optional.empty()).marks();
    }

    private static Between between(Relation relation, Optional<String> assignee, Optional<String> next) {
        return new Between(relation.requesting().value(), relation.requested().value(), assignee, next);
    }
}
