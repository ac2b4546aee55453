package org.repatria.system;

import java.util.Optional;
import java.util.Set;

/**
 * Whose a thing is, as far as the table of who may asks.
 *
 * @param requesting the state that asks for the person
 * @param requested the state that is asked
 * @param holders whose file, law or matter it is
 * @param isCommon whether it is law of no single state
 * @param proposedIn the state whose officer proposed the change
 * @param addressees the roles that it is addressed to
 * @param assignee who is responsible
 * @param next who shall be responsible, where that is asked
 */
record Standing(
        Optional<String> requesting,
        Optional<String> requested,
        Set<String> holders,
        boolean isCommon,
        Optional<String> proposedIn,
        Set<String> addressees,
        Optional<String> assignee,
        Optional<String> next) {

    /** A case or list of XR with XH. */
    static Standing between(Optional<String> assignee) {
        return new Standing(
                Optional.of("XR"),
                Optional.of("XH"),
                Set.of(),
                false,
                Optional.empty(),
                Set.of(),
                assignee,
                Optional.empty());
    }

    static Standing heldBy(String... states) {
        return addressed(Set.of(), states);
    }

    static Standing addressed(Set<String> roles, String... states) {
        return new Standing(
                Optional.empty(),
                Optional.empty(),
                Set.of(states),
                false,
                Optional.empty(),
                roles,
                Optional.empty(),
                Optional.empty());
    }

    /** Law of no single state. */
    static Standing common(Optional<String> proposedIn) {
        return new Standing(
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                proposedIn,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The house as a whole. */
    static Standing whole() {
        return heldBy();
    }

    Standing goingTo(String officer) {
        return new Standing(
                requesting, requested, holders, isCommon, proposedIn, addressees, assignee, Optional.of(officer));
    }
}
