package org.repatria.policy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.repatria.decider.Actor;

/**
 * The one answer to who may know and do what. Commands, reads, lists, counts, facets and streams all ask here.
 *
 * <p>What the table does not name is withheld. An instance never changes and may be shared.
 */
public final class Policy {

    private final Map<Act, Rule> rules = new EnumMap<>(Act.class);
    private final Map<String, Act> acts = new HashMap<>();

    Policy(Collection<Rule> rules) {
        rules.forEach(rule -> {
            this.rules.put(rule.act(), rule);
            rule.operations().forEach(operation -> acts.put(operation, rule.act()));
        });
    }

    /** The reviewed table of this house, the same in all its processes. */
    public static Policy ofTheHouse() {
        return HousePolicy.POLICY;
    }

    /** What an operation asks for; empty where no row names it. */
    public Optional<Act> actOf(String operation) {
        return Optional.ofNullable(acts.get(operation));
    }

    /** Every operation that the table names. */
    public Set<String> operations() {
        return Set.copyOf(acts.keySet());
    }

    /** The operations that an actor's offices allow on something at all, if need be with a purpose. */
    public Set<String> operationsOf(Actor actor) {
        return operationsWhere(act -> holdsOffice(actor, act));
    }

    /** The operations on things of a kind that an actor may ask for of this one. */
    public Set<String> operationsOn(ObjectKind kind, Actor actor, Subject subject, String purpose) {
        return operationsWhere(
                act -> rule(act).object() == kind && decide(actor, act, subject, purpose) == Verdict.ALLOWED);
    }

    private Set<String> operationsWhere(Predicate<Act> allowed) {
        return acts.entrySet().stream()
                .filter(named -> allowed.test(named.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The roles that may at all. */
    public Set<Role> rolesOf(Act act) {
        var roles = EnumSet.noneOf(Role.class);
        rows(act).forEach(row -> roles.add(row.role()));
        return roles;
    }

    /** Whether an act is for programs of the operator and for nobody else. */
    public boolean isForOperatorsOnly(Act act) {
        return rows(act).stream().allMatch(row -> row.sides().equals(Set.of(Side.OPERATOR)));
    }

    /** Whether an actor holds an office that may do this, to something and if need be with a purpose. */
    public boolean holdsOffice(Actor actor, Act act) {
        var roles = Role.of(actor);
        return rows(act).stream().anyMatch(row -> row.isOfficeOf(actor, roles));
    }

    /**
     * Whether an actor may do this to anything at all; asked before the thing is read.
     *
     * @param purpose why, as the actor says; blank where nothing is said
     */
    public Verdict ever(Actor actor, Act act, String purpose) {
        var roles = Role.of(actor);
        var held =
                rows(act).stream().filter(row -> row.isOfficeOf(actor, roles)).toList();
        if (held.isEmpty()) {
            return Verdict.FORBIDDEN;
        }
        return held.stream().allMatch(row -> isLacking(row, purpose)) ? Verdict.PURPOSE_REQUIRED : Verdict.ALLOWED;
    }

    /** Whether an actor may do this to that. */
    public Verdict decide(Actor actor, Act act, Subject subject, String purpose) {
        var ever = ever(actor, act, purpose);
        if (ever != Verdict.ALLOWED) {
            return ever;
        }
        var roles = Role.of(actor);
        var covering = rows(act).stream()
                .filter(row -> row.covers(actor, roles, subject))
                .toList();
        if (!covering.isEmpty()) {
            return covering.stream().allMatch(row -> isLacking(row, purpose))
                    ? Verdict.PURPOSE_REQUIRED
                    : Verdict.ALLOWED;
        }
        return isNoSecret(actor, act, subject) ? Verdict.FORBIDDEN : Verdict.UNSEEN;
    }

    /** Whether an actor may know that a thing is there, with a purpose if one is needed. */
    public boolean knows(Actor actor, ObjectKind kind, Subject subject) {
        var roles = Role.of(actor);
        return kind.readBy()
                .map(reading -> rows(reading).stream().anyMatch(row -> row.covers(actor, roles, subject)))
                .orElse(true);
    }

    /**
     * The marks of what an actor finds by an act in lists, counts and facets. What carries any of them is found; with
     * none, nothing.
     */
    public Set<String> sight(Actor actor, Act act) {
        var roles = Role.of(actor);
        var marks = new HashSet<String>();
        rows(act).stream().filter(row -> row.isOfficeOf(actor, roles)).forEach(row -> marks.addAll(marks(actor, row)));
        return marks;
    }

    private static Set<String> marks(Actor actor, Entitlement row) {
        var state = States.of(actor);
        var marks = new HashSet<String>();
        for (var side : row.sides()) {
            switch (row.relation()) {
                case PARTY, OWN -> marks.add(Marks.of(side, state));
                case ASSIGNED -> marks.add(Marks.of(side, state, actor.id()));
                case ADDRESSED ->
                    marks.add(Marks.of(Side.HOLDER, state, row.role().name()));
                case COMMON -> marks.add(Marks.COMMON);
                // Nothing is marked with these, so that a list by them shows nothing.
                case TAKING, COMMON_PROPOSED_HERE, COMMON_PROPOSED_ELSEWHERE, NONE -> {}
            }
        }
        return marks;
    }

    private boolean isNoSecret(Actor actor, Act act, Subject subject) {
        var rule = rule(act);
        return rule.makesNew() || knows(actor, rule.object(), subject);
    }

    private static boolean isLacking(Entitlement row, String purpose) {
        return row.onRequest() && purpose.isBlank();
    }

    private List<Entitlement> rows(Act act) {
        return rule(act).rows();
    }

    private Rule rule(Act act) {
        var rule = rules.get(act);
        if (rule == null) {
            throw new IllegalStateException("No row of the policy speaks of " + act + ".");
        }
        return rule;
    }
}
