package org.repatria.cases.domain.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.Relation;
import org.repatria.decider.Actor;

/**
 * Role x relation, decided here for commands, reads and lists alike (source: roles and permissions).
 *
 * <p>An analyst sees the cases assigned to the analyst; everybody else those of their own side, whichever state the other is. The liaison of the other state, the integrator and, until assets have a
 * view of their own, the asset manager see none.
 */
public final class CaseAccess {

    private static final Set<String> SEES_OWN_SIDE = Set.of("CO", "LO", "SU", "HD", "AU", "DPO");

    private static final String ANALYST = "AN";

    private static final String OFFICER = "CO";

    private static final String LIAISON = "LI";

    private CaseAccess() {}

    /** How a question of access ends. */
    public enum Verdict {
        ALLOWED,
        /** The roles never allow it. */
        FORBIDDEN,
        /** The roles allow it, but not for this case: to this actor the case does not exist. */
        UNSEEN,
        /** Data protection reads on request only, and says why. */
        PURPOSE_REQUIRED
    }

    /** Whether an actor's roles allow an act on anything at all. */
    public static Verdict mayEver(Actor actor, Act act, String purpose) {
        if (!actor.hasAnyRole(act.roles())) {
            return Verdict.FORBIDDEN;
        }
        return isOnRequestOnly(actor, act) && purpose.isBlank() ? Verdict.PURPOSE_REQUIRED : Verdict.ALLOWED;
    }

    /** Whether an actor may do an act on a case. */
    public static Verdict may(Actor actor, Act act, String purpose, Relation relation, Optional<String> assignee) {
        var ever = mayEver(actor, act, purpose);
        if (ever != Verdict.ALLOWED) {
            return ever;
        }
        if (!sees(actor, relation, assignee) && !actsUnseeing(actor, act, relation)) {
            return Verdict.UNSEEN;
        }
        return isForTheAssignedOnly(act) && !isAssigned(actor, assignee) ? Verdict.FORBIDDEN : Verdict.ALLOWED;
    }

    /** An officer takes what nobody has and hands on what is the officer's own; a supervisor assigns anything. */
    public static Verdict mayAssign(
            Actor actor, String purpose, Relation relation, Optional<String> assignee, String next) {
        var verdict = may(actor, Act.ASSIGN_CASE, purpose, relation, assignee);
        if (verdict != Verdict.ALLOWED || actor.roles().contains("SU")) {
            return verdict;
        }
        var takes = assignee.isEmpty() && next.equals(actor.id());
        return takes || isAssigned(actor, assignee) ? Verdict.ALLOWED : Verdict.FORBIDDEN;
    }

    /** A liaison hands over the lists of the liaison's own state only. */
    public static Verdict mayHandOver(Actor actor, Relation relation) {
        var ever = mayEver(actor, Act.HAND_OVER_LIST, "");
        if (ever != Verdict.ALLOWED) {
            return ever;
        }
        var onlyLiaison = actor.roles().contains(LIAISON) && !actor.hasAnyRole(Set.of(ANALYST, OFFICER, "SI"));
        return onlyLiaison && !relation.requesting().value().equals(stateOf(actor))
                ? Verdict.FORBIDDEN
                : Verdict.ALLOWED;
    }

    /** Whether an actor may do an act on a list of a relation: those of another state do not exist for the actor. */
    public static Verdict mayWithList(Actor actor, Act act, String purpose, Relation relation) {
        var ever = mayEver(actor, act, purpose);
        if (ever != Verdict.ALLOWED) {
            return ever;
        }
        return carriesAny(sightOfLists(actor), sides(relation)) ? Verdict.ALLOWED : Verdict.UNSEEN;
    }

    /** The state that was asked acknowledges, nobody for it. */
    public static Verdict mayAcknowledge(Actor actor, String purpose, Relation relation) {
        var verdict = mayWithList(actor, Act.ACKNOWLEDGE_LIST, purpose, relation);
        return verdict == Verdict.ALLOWED && !relation.requested().value().equals(stateOf(actor))
                ? Verdict.FORBIDDEN
                : verdict;
    }

    /** Whether an actor may be told of a case between two states that only stands in another one, as in a list of links. */
    public static boolean knowsOfCasesBetween(Relation relation, Actor actor) {
        return sees(actor, relation, Optional.empty());
    }

    /** Which lists an actor finds: an analyst, who prepares them, sees those of the own side too. */
    public static Sight sightOfLists(Actor actor) {
        return new Sight(Set.of(side(stateOf(actor))));
    }

    /** The marks by which a list is found. */
    public static Set<String> sides(Relation relation) {
        return Set.of(
                side(relation.requesting().value()), side(relation.requested().value()));
    }

    /** Which cases an actor finds in lists, counts and facets. */
    public static Sight sight(Actor actor) {
        var marks = new HashSet<String>();
        if (actor.hasAnyRole(SEES_OWN_SIDE)) {
            marks.add(side(stateOf(actor)));
        }
        if (actor.roles().contains(ANALYST)) {
            marks.add(assigned(actor.id()));
        }
        return new Sight(marks);
    }

    /** Which cases an actor finds when asking what waits: a liaison too, whose state's acts may wait for approval. */
    public static Sight sightOfWork(Actor actor) {
        var marks = new HashSet<>(sight(actor).marks());
        if (actor.roles().contains(LIAISON)) {
            marks.add(side(stateOf(actor)));
        }
        return new Sight(marks);
    }

    /** Of which cases an actor finds the shared words, and only these: those in which the own state is a party. */
    public static Sight sightOfShared(Actor actor) {
        return new Sight(actor.hasAnyRole(Act.READ_SHARED.roles()) ? Set.of(side(stateOf(actor))) : Set.of());
    }

    /** The marks by which a case is found. */
    public static Set<String> marks(Relation relation, Optional<String> assignee) {
        var marks = new HashSet<>(sides(relation));
        assignee.ifPresent(officer -> marks.add(assigned(officer)));
        return Set.copyOf(marks);
    }

    private static boolean sees(Actor actor, Relation relation, Optional<String> assignee) {
        return carriesAny(sight(actor), marks(relation, assignee));
    }

    /** A liaison files acts of the own state, an asset manager those on assets, an analyst findings, without reading the case. */
    private static boolean actsUnseeing(Actor actor, Act act, Relation relation) {
        return actor.hasAnyRole(actingUnseeing(act)) && relation.involves(stateOf(actor));
    }

    private static Set<String> actingUnseeing(Act act) {
        if (act == Act.MOVE || act == Act.COUNTERSIGN) {
            return Set.of(LIAISON, "AM");
        }
        if (act == Act.CHECK) {
            return Set.of(LIAISON, "AM", ANALYST);
        }
        return act == Act.RECORD_FACTS ? Set.of(ANALYST) : Set.of();
    }

    private static boolean carriesAny(Sight sight, Set<String> marks) {
        return marks.stream().anyMatch(sight.marks()::contains);
    }

    private static boolean isOnRequestOnly(Actor actor, Act act) {
        var withoutDataProtection = new HashSet<>(act.roles());
        withoutDataProtection.remove("DPO");
        return !actor.hasAnyRole(withoutDataProtection);
    }

    private static boolean isForTheAssignedOnly(Act act) {
        return switch (act) {
            case SUBMIT_CASE, RECORD_ANSWER -> true;
            case RECORD_FACTS, ASSESS, PROPOSE_STRATEGY, COUNTERSIGN, MOVE, LEAN, CHECK -> false;
            case OVERRIDE, MARK_CONFLICT, SHARE, GRANT, BREAK_GLASS, KEEP_TIME, READ_WORK, READ_SHARED -> false;
            case READ_CASE, ASSIGN_CASE, RETURN_CASE, HOLD_CASE, CLOSE_CASE, READ_JOURNAL -> false;
            case HAND_OVER_LIST, READ_LIST, ACKNOWLEDGE_LIST, PROPOSE_ROW, APPROVE_ROW, OPEN_CASE -> false;
        };
    }

    private static boolean isAssigned(Actor actor, Optional<String> assignee) {
        return assignee.filter(actor.id()::equals).isPresent();
    }

    /** Whether two authorities act for the same state. */
    public static boolean areOfOneState(String authority, String other) {
        return state(authority).equals(state(other));
    }

    private static String stateOf(Actor actor) {
        return state(actor.authority());
    }

    /** {@code XH-CA} acts for {@code XH}. */
    private static String state(String authority) {
        var dash = authority.indexOf('-');
        return dash < 0 ? authority : authority.substring(0, dash);
    }

    private static String side(String state) {
        return "side:" + state;
    }

    private static String assigned(String officer) {
        return "assigned:" + officer;
    }
}
